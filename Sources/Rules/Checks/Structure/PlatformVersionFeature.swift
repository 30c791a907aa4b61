extension Check {
  static let platformVersionFeature = Check.retiredPlatformVersion + .windowsFields
}
