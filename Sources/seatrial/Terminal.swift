/// When colours are used.
enum ColorChoice: String, CaseIterable {
  case auto
  case always
  case never

  /// Whether to colour what goes to an open file.
  func usesColor(_ descriptor: Int32) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment("NO_COLOR") != nil { return false }
      for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
        if let value = environment(name), value != "0" { return true }
      }
      return environment("TERM") != "dumb" && isTerminal(descriptor)
    }
  }
}

/// Says something besides the answer, on standard error; a closed or full standard error is nobody's loss.
func note(_ text: String) {
  try? write("seatrial: \(text)\n".utf8, to: 2)
}

/// Writes a part of the answer to standard output.
///
/// - Returns: false when it could not be written. A reader that has gone away has read enough: that is no failure.
func writeAnswer(_ text: String) -> Bool { writeAnswer(text.utf8) }

/// Likewise for bytes that need not be text.
func writeAnswer(_ bytes: some Collection<UInt8>) -> Bool {
  do {
    try write(bytes, to: 1)
    return true
  } catch {
    if error.isClosedPipe { return true }
    note("cannot write to standard output: \(error.reason)")
    return false
  }
}
