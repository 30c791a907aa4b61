/// A value of any JSON.
indirect enum JSONValue: Encodable, ExpressibleByStringLiteral, ExpressibleByArrayLiteral {
  case string(String)
  case bool(Bool)
  case array([JSONValue])
  case object([(String, JSONValue)])

  init(stringLiteral text: String) { self = .string(text) }
  init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  static let text = JSONValue.object([("type", "string")])
  /// A list of texts, or a single one.
  static let texts = JSONValue.object([("type", ["string", "array"]), ("items", text)])

  static func list(of element: JSONValue) -> JSONValue {
    .object([("type", "array"), ("items", element)])
  }

  /// A mapping that has no other keys.
  ///
  /// - Parameters:
  ///   - keys: the keys, and what each takes.
  ///   - patterns: regular expressions for further keys, and what these take.
  ///   - required: the keys that must be there.
  /// - Returns: the schema.
  static func closed(
    _ keys: [(String, JSONValue)], matching patterns: [(String, JSONValue)] = [], required: [String] = []
  ) -> JSONValue {
    .object(
      [("type", "object"), ("additionalProperties", .bool(false)), ("properties", .object(keys))]
        + (patterns.isEmpty ? [] : [("patternProperties", .object(patterns))])
        + (required.isEmpty ? [] : [("required", .array(required.map { .string($0) }))]))
  }

  static func described(_ description: String, _ schema: JSONValue) -> JSONValue {
    guard case .object(let entries) = schema else { return schema }
    return .object([("description", .string(description))] + entries)
  }

  func encode(to encoder: any Encoder) throws {
    switch self {
    case .string(let text):
      var container = encoder.singleValueContainer()
      try container.encode(text)
    case .bool(let flag):
      var container = encoder.singleValueContainer()
      try container.encode(flag)
    case .array(let elements):
      var container = encoder.singleValueContainer()
      try container.encode(elements)
    case .object(let entries):
      var container = encoder.container(keyedBy: Key.self)
      for (key, value) in entries { try container.encode(value, forKey: Key(stringValue: key)) }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
