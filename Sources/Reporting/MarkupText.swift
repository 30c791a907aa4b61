extension String {
  /// The text as XML and HTML take it between tags and in quoted attributes.
  ///
  /// Characters that XML 1.0 has no way to write get a visible spelling; a line feed in an attribute stays one.
  var markup: String {
    var result = ""
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "&#10;"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": result += scalar.visibleSpelling ?? ""
      // The noncharacters; XML refuses two of them, and no reader is glad of the others.
      case _ where scalar.value & 0xFFFE == 0xFFFE || (0xFDD0...0xFDEF).contains(scalar.value): result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Tags with attributes in a given order; a value is escaped, and an attribute without one left out.
func tag(_ name: String, _ attributes: KeyValuePairs<String, String?>, isEmpty: Bool = false) -> String {
  var text = "<\(name)"
  for (key, value) in attributes {
    if let value { text += " \(key)=\"\(value.markup)\"" }
  }
  return text + (isEmpty ? "/>" : ">")
}
