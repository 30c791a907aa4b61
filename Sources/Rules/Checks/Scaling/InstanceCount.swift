extension Check {
  static let instanceCount = Check.taskCount + .cloudRunInstanceCount
}
