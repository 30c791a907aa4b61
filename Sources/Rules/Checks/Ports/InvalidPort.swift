extension Check {
  static let invalidPort = Check.portMappings + .cloudRunPort
}
