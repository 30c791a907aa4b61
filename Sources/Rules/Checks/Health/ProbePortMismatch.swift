extension Check {
  static let probePortMismatch = Check.healthCheckPort + .probePort
}
