import CEL
import RuleFiles
import Syntax

/// A message of a rule file: text with expressions between double braces, `{{ container.name }} has no limit`.
struct MessageTemplate: Sendable {
  enum Piece: Sendable {
    case text(String)
    case hole(PlacedExpression)
  }

  let pieces: [Piece]

  /// Nil when there is a mistake in it.
  init?(_ written: WrittenText, knowing names: [String], problems: inout [ConfigurationProblem]) {
    let bytes = Array(written.text.utf8)
    var pieces: [Piece] = []
    var offset = 0
    let count = problems.count
    func addText(upTo end: Int) {
      if end > offset { pieces.append(.text(String(decoding: bytes[offset..<end], as: UTF8.self))) }
    }
    while let open = Self.braces(in: bytes, from: offset) {
      addText(upTo: open)
      guard let close = Self.endOfHole(in: bytes, from: open + 2) else {
        problems.append(
          ConfigurationProblem(
            file: written.file, range: written.place(of: SourceRange(open, open + 2)),
            message: "these braces are not closed; what stands between {{ and }} is an expression"))
        return nil
      }
      let source = String(decoding: bytes[(open + 2)..<close], as: UTF8.self)
      if let expression = PlacedExpression(source, from: open + 2, of: written, knowing: names, problems: &problems) {
        pieces.append(.hole(expression))
      }
      offset = close + 2
    }
    if problems.count > count { return nil }
    addText(upTo: bytes.count)
    self.pieces = pieces
  }

  /// The next two opening braces.
  private static func braces(in bytes: [UInt8], from start: Int) -> Int? {
    let brace = UInt8(ascii: "{")
    return bytes.indices.dropFirst(start).first { bytes[$0] == brace && $0 + 1 < bytes.count && bytes[$0 + 1] == brace }
  }

  /// The two braces that close a hole: braces within are paired, and those in quotes do not count.
  private static func endOfHole(in bytes: [UInt8], from start: Int) -> Int? {
    var depth = 0
    var quote: UInt8?
    var offset = start
    while offset < bytes.count {
      let byte = bytes[offset]
      if let open = quote {
        if byte == UInt8(ascii: "\\") { offset += 1 } else if byte == open { quote = nil }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "}") where depth > 0: depth -= 1
        case UInt8(ascii: "}"): return offset + 1 < bytes.count && bytes[offset + 1] == byte ? offset : nil
        default: break
        }
      }
      offset += 1
    }
    return nil
  }

  /// The text on one line; what is not known in it, or may be a secret, is left out.
  func text(_ value: (String) -> CEL.Value?, hiding secrets: SecretTexts) -> String {
    pieces.reduce(into: "") { text, piece in
      switch piece {
      case .text(let literal): text += literal
      case .hole(let expression):
        guard let value = try? expression.expression.evaluate(value) else {
          text += "…"
          return
        }
        text += secrets.shown(value.inMessage)
      }
    }.onOneLine
  }
}

extension CEL.Value {
  /// As it is put into a message.
  fileprivate var inMessage: String {
    switch self {
    case .null: return "null"
    case .bool(let flag): return String(flag)
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number):
      return Int64(exactly: number).map { String($0) } ?? String(number)
    case .string(let text): return text.cropped
    case .partial(let text): return text.pieces.joined(separator: "…").cropped
    case .list(let list):
      let shown = (0..<min(list.count, 10)).map { list.element(at: $0).inMessage }
      return (shown + (list.count > 10 || !list.isComplete ? ["…"] : [])).joined(separator: ", ")
    case .optional(let value): return value?.inMessage ?? "none"
    case .type(let name): return name
    case .bytes, .map, .timestamp, .duration, .network, .unknown: return "…"
    }
  }
}

extension String {
  /// Nobody reads a longer value in a message.
  fileprivate var cropped: String { utf8.count > 200 ? String(prefix(200)) + "…" : self }

  fileprivate var onOneLine: String {
    split { $0.isNewline }.map { $0.trimmingBlanks }.joined(separator: " ")
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    let start = drop { $0 == " " }
    return start.last == " " ? start.dropLast() : start
  }
}
