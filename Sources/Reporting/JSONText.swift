import FoundationEssentials

/// A value as JSON with sorted keys, ending with a line feed: the same value gives the same bytes.
func jsonText(_ value: some Encodable, isIndented: Bool = true) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  if isIndented { encoder.outputFormatting.insert(.prettyPrinted) }
  guard let data = try? encoder.encode(value) else {
    preconditionFailure("reports hold strings, integers and booleans, which can always be encoded")
  }
  return String(decoding: data, as: UTF8.self) + "\n"
}
