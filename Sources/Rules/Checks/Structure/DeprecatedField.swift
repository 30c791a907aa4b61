extension Check {
  static let deprecatedField = Check.retiredFieldsOfTasks + .oldNamesOfCloudRun
}
