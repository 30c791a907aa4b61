extension Check {
  static let unusedSuppression = Check.madeElsewhere
}
