extension Check {
  static let invalidCpuMemory = Check.fargateSize + .cloudRunSize
}
