extension Check {
  static let invalidQuantity = Check.cloudRunQuantity
}
