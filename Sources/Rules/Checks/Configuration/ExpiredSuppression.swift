extension Check {
  static let expiredSuppression = Check.madeElsewhere
}
