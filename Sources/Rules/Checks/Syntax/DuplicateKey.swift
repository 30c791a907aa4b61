extension Check {
  static let duplicateKey = Check.madeElsewhere
}
