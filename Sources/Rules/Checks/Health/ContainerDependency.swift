extension Check {
  static let containerDependency = Check.taskDependency + .cloudRunDependency
}
