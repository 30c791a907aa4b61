extension Check {
  static let inputLimit = Check.madeElsewhere
}
