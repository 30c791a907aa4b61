extension Check {
  static let portConflict = Check.portsOfTasks + .targetsMappedTwice + .cloudRunPortConflict
}
