/// The Markdown that rule pages are written in, laid out for a terminal; `html` is the same for a browser.
///
/// Paragraphs, lists, tables, fenced code, `code`, **strong** and links; anything else stays as it was written.
struct Markdown {
  enum Block {
    case paragraph(String)
    /// The marker is `-` or `1.`.
    case item(marker: String, String)
    case code([String])
    /// The cells of each row, the heading first.
    case table([[String]])

    var isItem: Bool { if case .item = self { true } else { false } }
  }

  private(set) var blocks: [Block] = []

  init(_ text: String) {
    var isInCode = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let content = line.drop { $0 == " " }
      if content.hasPrefix("```") {
        isInCode.toggle()
        if isInCode { blocks.append(.code([])) }
      } else if isInCode, case .code(let lines)? = blocks.last {
        blocks[blocks.count - 1] = .code(lines + [String(line)])
      } else {
        add(content)
      }
    }
    blocks.removeAll { if case .paragraph("") = $0 { true } else { false } }
  }

  private mutating func add(_ line: Substring) {
    let marker = line.prefix { $0 != " " }
    // A number that happens to start a line of a paragraph starts no list, unless it is 1.
    let isNumber = marker.last == "." && Int(marker.dropLast()) != nil && (marker == "1." || !isInParagraph)
    switch blocks.last {
    case _ where line.count > marker.count && (marker == "-" || marker == "*" || isNumber):
      blocks.append(.item(marker: String(marker), String(line.dropFirst(marker.count + 1))))
    case _ where line.isEmpty: blocks.append(.paragraph(""))
    case .table(let rows)? where line.hasPrefix("|"):
      let isRuler = line.allSatisfy { "|-: ".contains($0) }
      if !isRuler { blocks[blocks.count - 1] = .table(rows + [cells(line)]) }
    case _ where line.hasPrefix("|"): blocks.append(.table([cells(line)]))
    case .paragraph(let text)?: blocks[blocks.count - 1] = .paragraph(text.isEmpty ? String(line) : "\(text) \(line)")
    case .item(let marker, let text)?: blocks[blocks.count - 1] = .item(marker: marker, "\(text) \(line)")
    case .code?, .table?, nil: blocks.append(.paragraph(String(line)))
    }
  }

  private var isInParagraph: Bool {
    switch blocks.last {
    case .paragraph(let text)?: !text.isEmpty
    default: false
    }
  }

  private func cells(_ line: Substring) -> [String] {
    let inner = line.dropFirst().last == "|" ? line.dropFirst().dropLast() : line.dropFirst()
    return inner.split(separator: "|", omittingEmptySubsequences: false).map { cell in
      String(cell.split(separator: " ").joined(separator: " "))
    }
  }

  /// The text in rows of at most `width` columns; nil is no limit.
  func rows(width: Int?, inColor: Bool) -> [Row] {
    var rows: [Row] = []
    for (index, block) in blocks.enumerated() {
      if index > 0, !(block.isItem && blocks[index - 1].isItem) { rows.append(Row()) }
      switch block {
      case .paragraph(let text): rows += laidOut(words(of: text, inColor), first: "", indent: 0, width)
      case .item(let marker, let text):
        rows += laidOut(words(of: text, inColor), first: marker + " ", indent: marker.count + 1, width)
      case .table(let cells): rows += table(cells, width: width, inColor)
      case .code(let lines): rows += lines.map { Row(Span("  " + $0.visible)) }
      }
    }
    return rows
  }

  /// Columns as wide as they have to be; the last one is broken where the row would be too wide.
  private func table(_ cells: [[String]], width: Int?, _ inColor: Bool) -> [Row] {
    let laidOutCells = cells.map { $0.map { laidOut(words(of: $0, inColor), first: "", indent: 0, nil)[0] } }
    let last = (cells.map(\.count).max() ?? 1) - 1
    var columns = [2]
    for index in 0..<last {
      columns.append(
        columns[index] + (laidOutCells.compactMap { $0.count > index ? $0[index].width : nil }.max() ?? 0) + 2)
    }
    var rows: [Row] = []
    for (number, line) in laidOutCells.enumerated() {
      var row = Row()
      for (index, cell) in line.enumerated() {
        row.put(Span(" "), at: columns[index] - 1)
        let parts =
          index == last && number > 0
          ? laidOut(
            words(of: cells[number][index], inColor), first: "", indent: 0, width.map { max(20, $0 - columns[index]) })
          : [cell]
        for (line, part) in parts.enumerated() {
          if line > 0 {
            rows.append(row)
            row = Row()
            row.put(Span(" "), at: columns[index] - 1)
          }
          row.append(part)
        }
      }
      rows.append(row)
      if number == 0, cells.count > 1 {
        rows.append(
          Row(Span("  " + String(repeating: "-", count: max(1, rows.map(\.width).max().map { $0 - 2 } ?? 1)))))
      }
    }
    return rows
  }

  private func laidOut(_ words: [Row], first: String, indent: Int, _ width: Int?) -> [Row] {
    var rows: [Row] = []
    var row = Row(Span(first))
    var isEmpty = true
    for word in words {
      if !isEmpty, let width, row.width + 1 + word.width > width {
        rows.append(row)
        row = Row(Span(String(repeating: " ", count: indent)))
        isEmpty = true
      }
      if !isEmpty { row.append(Span(" ")) }
      row.append(word)
      isEmpty = false
    }
    return rows + [row]
  }

  /// The words of a paragraph, each in the roles of its parts.
  ///
  /// The marks of code are left out only where colour replaces them.
  private func words(of text: String, _ inColor: Bool) -> [Row] {
    var words: [Row] = []
    var word = Row()
    var role = Role.plain
    var rest = Substring(text)
    while let character = rest.popFirst() {
      switch character {
      case " ":
        if word.width > 0 { words.append(word) }
        word = Row()
      case "`" where role != .strong:
        role = role == .plain ? .code : .plain
        if !inColor { word.append(Span("`")) }
      case "*" where role != .code && rest.first == "*":
        rest.removeFirst()
        role = role == .plain ? .strong : .plain
      case "[" where role == .plain:
        word.append(Span(linkText(&rest) ?? "["))
      default:
        word.append(Span(String(character).visible, role))
      }
    }
    if word.width > 0 { words.append(word) }
    return words
  }

  /// `[text](address)` as `text <address>`, for what follows the bracket; nil when it is no link.
  private func linkText(_ rest: inout Substring) -> String? {
    guard let close = rest.firstIndex(of: "]") else { return nil }
    let after = rest[rest.index(after: close)...]
    guard after.first == "(", let end = after.firstIndex(of: ")") else { return nil }
    let text = rest[..<close]
    let address = after[after.index(after: after.startIndex)..<end]
    rest = rest[rest.index(after: end)...]
    return "\(text) <\(address)>"
  }
}
