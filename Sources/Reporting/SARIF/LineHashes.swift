import Syntax

/// The value that GitHub's upload action gives every line of a file: `primaryLocationLineHash`.
///
/// Code scanning recognises an alert by it. It has to be the action's own value to the last digit, since the action
/// computes it again and complains about every other one: a rolling hash over the UTF-16 code units of the 100
/// characters, blanks left out, that begin on the line, and how many lines with that hash there were up to here.
struct LineHashes {
  private static let window = 100

  private var ring = [UInt64](repeating: 0, count: window)
  /// The line, counted from 1, whose first kept character stands in that slot of the ring.
  private var lineStarts = [Int?](repeating: nil, count: window)
  private var slot = 0
  private var hash: UInt64 = 0
  private let leaving = (0..<window).reduce(UInt64(1)) { power, _ in power &* 37 }
  private var line = 0
  private var isAtLineStart = true
  private var seen: [UInt64: Int] = [:]
  private var values: [String] = []

  init(_ file: SourceFile) {
    var isAfterCarriageReturn = false
    for unit in String(decoding: file.bytes, as: UTF8.self).utf16 {
      switch unit {
      case 0x20, 0x09:
        isAfterCarriageReturn = false
        continue
      case 0x0A where isAfterCarriageReturn:
        isAfterCarriageReturn = false
        continue
      default:
        isAfterCarriageReturn = unit == 0x0D
        see(unit == 0x0D ? 0x0A : UInt64(unit))
      }
    }
    see(65_535)
    for _ in 0..<Self.window {
      finishLine()
      put(0)
    }
  }

  /// The value of a line, counted from 1; a line beyond the end has that of the last.
  subscript(_ line: Int) -> String {
    values.isEmpty ? "" : values[min(max(line, 1), values.count) - 1]
  }

  private mutating func see(_ unit: UInt64) {
    finishLine()
    if isAtLineStart {
      line += 1
      lineStarts[slot] = line
    }
    isAtLineStart = unit == 0x0A
    put(unit)
  }

  private mutating func finishLine() {
    guard lineStarts[slot] != nil else { return }
    lineStarts[slot] = nil
    let count = seen[hash, default: 0] + 1
    seen[hash] = count
    // Lines are finished in the order in which they began.
    values.append("\(String(hash, radix: 16)):\(count)")
  }

  private mutating func put(_ unit: UInt64) {
    hash = 37 &* hash &+ unit &- leaving &* ring[slot]
    ring[slot] = unit
    slot = (slot + 1) % Self.window
  }
}
