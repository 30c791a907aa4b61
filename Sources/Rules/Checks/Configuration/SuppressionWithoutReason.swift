extension Check {
  static let suppressionWithoutReason = Check.madeElsewhere
}
