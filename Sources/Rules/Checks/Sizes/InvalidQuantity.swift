extension Check {
  static let invalidQuantity = Check.taskQuantity + .cloudRunQuantity
}
