extension Check {
  static let spotUnsupported = Check.launchTypeOfSpot + .spotCompatibility + .launchTypeBesideStrategy + .spotTasks
}
