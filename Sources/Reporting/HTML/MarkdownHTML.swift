extension Markdown {
  /// The text as HTML: the same few marks as in a terminal, and everything else as text.
  var html: String {
    var parts: [String] = []
    var list: (tag: String, items: [String])?
    func closeList() {
      if let open = list { parts.append("<\(open.tag)>\(open.items.joined())</\(open.tag)>") }
      list = nil
    }
    for block in blocks {
      if case .item(let marker, let text) = block {
        let tag = marker.last == "." ? "ol" : "ul"
        if list?.tag != tag { closeList() }
        list = (tag, (list?.items ?? []) + ["<li>\(inlineHTML(text))</li>"])
        continue
      }
      closeList()
      switch block {
      case .paragraph(let text): parts.append("<p>\(inlineHTML(text))</p>")
      case .code(let lines):
        parts.append("<pre tabindex=\"0\">\(lines.map(\.visible.markup).joined(separator: "\n"))</pre>")
      case .table(let rows): parts.append(table(rows))
      case .item: break
      }
    }
    closeList()
    return parts.joined(separator: "\n")
  }

  private func table(_ rows: [[String]]) -> String {
    let lines = rows.enumerated().map { index, row in
      "<tr>"
        + row.map { index == 0 ? "<th scope=\"col\">\(inlineHTML($0))</th>" : "<td>\(inlineHTML($0))</td>" }.joined()
        + "</tr>"
    }
    return "<div class=\"wide\" tabindex=\"0\"><table>\(lines.joined(separator: "\n"))</table></div>"
  }
}

/// `code`, **strong** and links to https; an opening mark without a closing one is text.
private func inlineHTML(_ text: String) -> String {
  var result = ""
  var rest = Substring(text)
  while let character = rest.popFirst() {
    switch character {
    case "`":
      if let end = rest.firstIndex(of: "`") {
        result += "<code>\(String(rest[..<end]).visible.markup)</code>"
        rest = rest[rest.index(after: end)...]
      } else {
        result += "`"
      }
    case "*" where rest.first == "*":
      rest.removeFirst()
      if let end = rest.firstRange(of: "**") {
        result += "<strong>\(inlineHTML(String(rest[..<end.lowerBound])))</strong>"
        rest = rest[end.upperBound...]
      } else {
        result += "**"
      }
    case "[":
      if let link = link(&rest) {
        result +=
          "<a href=\"\(link.address.markup)\" rel=\"noopener noreferrer\">\(inlineHTML(link.text))</a>"
      } else {
        result += "["
      }
    default: result += String(character).visible.markup
    }
  }
  return result
}

/// `text](https://…)`, which is taken off; nil when something else follows the bracket.
private func link(_ rest: inout Substring) -> (text: String, address: String)? {
  guard let middle = rest.firstRange(of: "]("), let end = rest[middle.upperBound...].firstIndex(of: ")") else {
    return nil
  }
  let (text, address) = (rest[..<middle.lowerBound], rest[middle.upperBound..<end])
  guard address.hasPrefix("https://"), !address.contains(" "), !text.contains("[") else { return nil }
  rest = rest[rest.index(after: end)...]
  return (String(text), String(address))
}
