extension Check {
  static let invalidSyntax = Check.madeElsewhere
}
