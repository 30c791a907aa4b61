import Syntax

extension StructuralIssue.Found {
  /// What a node holds; nil when that is unknown, or nothing.
  init?(_ node: Node) {
    switch node.value {
    case .bool: self = .bool
    case .integer: self = .integer
    case .number: self = .number
    case .string: self = .string
    case .sequence: self = .list
    case .mapping: self = .mapping
    case .null, .unresolved: return nil
    }
  }

  var isCollection: Bool {
    switch self {
    case .list, .mapping: true
    case .bool, .integer, .number, .string, .date: false
    }
  }

  /// With its article: `a list`.
  package var description: String {
    switch self {
    case .bool: "a boolean"
    case .integer: "an integer"
    case .number: "a number"
    case .string: "a string"
    case .list: "a list"
    case .mapping: "a mapping"
    case .date: "a date"
    }
  }
}

extension ValueType {
  /// With its article: `a list of strings`.
  package var description: String {
    switch self {
    case .string, .enumeration: "a string"
    case .integer, .int64Text: "an integer"
    case .number: "a number"
    case .duration: "seconds with their unit, such as \"300s\""
    case .bool: "a boolean"
    case .list(let element, _): "a list of \(element.plural)"
    case .map(let value): "a mapping of \(value.plural)"
    case .shape: "a mapping"
    case .any: "anything"
    }
  }

  private var plural: String {
    switch self {
    case .string, .enumeration: "strings"
    case .integer, .int64Text: "integers"
    case .number: "numbers"
    case .duration: "durations"
    case .bool: "booleans"
    case .list: "lists"
    case .map, .shape: "mappings"
    case .any: "values"
    }
  }
}

extension StructuralIssue.Repair {
  /// What turns a value into the type that is wanted, nil when it is not plain what was meant.
  init?(of node: Node, to type: ValueType, field: String) {
    switch (type, node.value) {
    case (.string, .bool), (.string, .integer), (.string, .number),
      (.enumeration, .bool), (.enumeration, .integer), (.enumeration, .number):
      self = .quote
    case (.integer, .string(let text)), (.int64Text, .string(let text)):
      // `timeoutSeconds: 300s` says the unit twice.
      let digits = field.hasSuffix("Seconds") && text.hasSuffix("s") ? String(text.dropLast()) : text
      guard isWholeNumber(digits), let number = Int(digits) else { return nil }
      self = .replace(String(number))
    case (.integer, .number(let text)), (.int64Text, .number(let text)):
      guard let number = Double(text), let whole = Int(exactly: number) else { return nil }
      self = .replace(String(whole))
    case (.number, .string(let text)):
      guard isDecimalNumber(text) else { return nil }
      self = .replace(text)
    case (.bool, .string(let text)):
      switch text.lowercased() {
      case "true": self = .replace("true")
      case "false": self = .replace("false")
      default: return nil
      }
    case (.duration, .integer(let seconds)) where seconds >= 0:
      self = .replace("\"\(seconds)s\"")
    case (.duration, .string(let text)):
      guard let seconds = secondsMeant(by: text) else { return nil }
      self = .replace("\"\(seconds)s\"")
    case (.list(.string, _), .string), (.list(.enumeration, _), .string):
      self = .wrapInList
    default:
      return nil
    }
  }
}

/// Why a value of the wrong type passes all the same where some clients are used; nil when it is refused everywhere.
///
/// Tried on 2026-11-23 with gcloud's own decoder (google-apitools 0.5.35, messages made from the discovery document):
/// it turns a string of digits into the integer that is wanted and puts a single value where a list is wanted into one.
/// It refuses numbers and booleans where a string is wanted. gcloud itself converts a numeric namespace. The v2 API reads
/// the JSON of protocol buffers, which takes a number in a string: <https://protobuf.dev/programming-guides/json/>.
func tolerance(of node: Node, for type: ValueType, field: String, in shape: Shape) -> String? {
  if shape.api == .cloudRunV2, case (.integer, .string(let text)) = (type, node.value), isWholeNumber(text) {
    return "the REST API converts it"
  }
  guard shape.api == .cloudRunV1 else { return nil }
  switch (type, node.value) {
  case (.integer, .string(let text)) where isWholeNumber(text):
    return "gcloud converts it"
  case (.list(.shape, _), .mapping), (.list(.string, _), .string):
    return "gcloud makes a list of it"
  case (.string, .integer) where shape.name == "ObjectMeta" && field == "namespace":
    return "gcloud converts it"
  default:
    return nil
  }
}

/// Whether a text is a duration as the JSON of Google's APIs has them: `300s`, `1.5s`.
func isDuration(_ text: String) -> Bool {
  guard text.hasSuffix("s") else { return false }
  let parts = text.dropLast().split(on: ".", keepingEmpty: true)
  guard (1...2).contains(parts.count), isWholeNumber(String(parts[0])) else { return false }
  return parts.count == 1 || (parts[1].count <= 9 && !parts[1].hasPrefix("-") && isWholeNumber(String(parts[1])))
}

/// The seconds of a duration that has another unit, or none: `5m`, `300`, `1h`; nil where it is not plain.
private func secondsMeant(by text: String) -> Int? {
  let digits = text.prefix { $0.isASCII && $0.isWholeNumber }
  guard let number = Int(digits), number < 1 << 20 else { return nil }
  switch text.dropFirst(digits.count).lowercased() {
  case "", " s", "sec", "secs", "seconds", " seconds": return number
  case "m", "min", "mins": return number * 60
  case "h": return number * 3600
  default: return nil
  }
}

extension Node {
  /// Whether it is an unquoted date, `2024-01-31` or with a time behind it.
  ///
  /// gcloud reads YAML 1.1, where that is a date and no string, and then cannot send it.
  var isPlainDate: Bool {
    guard case .string(let text) = value, range.count == text.utf8.count, let first = text.utf8.first,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
    else { return false }
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: true) { $0 == "T" || $0 == "t" || $0 == " " }
    guard let date = parts.first else { return false }
    let numbers = date.split(on: "-", keepingEmpty: true)
    guard numbers.count == 3, numbers[0].count == 4, numbers.allSatisfy({ isWholeNumber(String($0)) }) else {
      return false
    }
    return parts.count == 1
      ? numbers[1].count == 2 && numbers[2].count == 2
      : parts[1].split(on: ":").count == 3
  }
}

/// Whether a text is an integer in decimal digits, with an optional minus sign.
func isWholeNumber(_ text: String) -> Bool {
  let digits = text.utf8.first == 0x2D ? text.utf8.dropFirst() : text.utf8[...]
  return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
}

/// Whether a text is a number as JSON writes it, without an exponent.
private func isDecimalNumber(_ text: String) -> Bool {
  let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
  guard let whole = parts.first, isWholeNumber(String(whole)) else { return false }
  return parts.count == 1 || (!parts[1].isEmpty && parts[1].utf8.allSatisfy { (0x30...0x39).contains($0) })
}
