extension Check {
  static let invalidPort = Check.portMappings
}
