import FoundationEssentials

/// A value as indented JSON with sorted keys, ending with a line feed: the same value gives the same bytes.
func jsonText(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(value) else {
    preconditionFailure("reports hold strings, integers and booleans, which can always be encoded")
  }
  return String(decoding: data, as: UTF8.self) + "\n"
}
