/// Numbers, and what other languages take for numbers.
extension JSONParser {
  /// Reads what starts with a digit or a minus sign.
  mutating func number() -> Node? {
    let start = offset
    var index = start
    let isNegative = bytes[index].is("-")
    if isNegative { index += 1 }
    let firstDigit = index
    var total = 0
    var overflows = false
    while index < bytes.count, bytes[index].isDigit {
      let digit = Int(bytes[index] & 15)
      let (product, first) = total.multipliedReportingOverflow(by: 10)
      let (sum, second) =
        isNegative ? product.subtractingReportingOverflow(digit) : product.addingReportingOverflow(digit)
      overflows = overflows || first || second
      total = sum
      index += 1
    }
    let isPadded = bytes[min(firstDigit, bytes.count - 1)].is("0") && index - firstDigit > 1
    let end = wordEnd(at: index)
    if end == index, index > firstDigit, !isPadded, !overflows {
      offset = end
      return Node(.integer(total), SourceRange(start, end))
    }
    let range = SourceRange(start, end)
    if JSONParser.isNumber(bytes[start..<end]) {
      offset = end
      return Node(.number(file.text(in: range)), range)
    }
    return badNumber(range)
  }

  /// Whether the bytes are a number by the grammar of JSON.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func digits() -> Int {
      let count = rest.prefix(while: \.isDigit).count
      rest.removeFirst(count)
      return count
    }
    if rest.first?.is("-") == true { rest.removeFirst() }
    let isPadded = rest.first?.is("0") == true
    let whole = digits()
    guard whole > 0, !isPadded || whole == 1 else { return false }
    if rest.first?.is(".") == true {
      rest.removeFirst()
      guard digits() > 0 else { return false }
    }
    if rest.first?.is("e") == true || rest.first?.is("E") == true {
      rest.removeFirst()
      if rest.first?.is("+") == true || rest.first?.is("-") == true { rest.removeFirst() }
      guard digits() > 0 else { return false }
    }
    return rest.isEmpty
  }

  /// Complains about what was meant as a number, or was to be a string: `+1`, `.5`, `012`, `0x1F`, `512MB`.
  mutating func badNumber(_ range: SourceRange) -> Node? {
    let text = file.text(in: range)
    let name = JSONComplaints.shown(text)
    offset = range.upper
    func complain(_ message: String, _ fix: Fix? = nil) {
      complaints.syntax(message, at: range, fixes: fix.map { [$0] } ?? [])
    }
    func correct(_ message: String, _ right: String, _ safety: Fix.Safety = .safe) -> Node? {
      complain(message, Fix("Write \(right)", safety, [.init(range, right)]))
      guard safety == .safe else { return Node(.unresolved(Text([.hole(text)])), range) }
      return Node(Int(right).map(Value.integer) ?? .number(right), range)
    }
    let unsigned = text.hasPrefix("+") || text.hasPrefix("-") ? text.dropFirst() : text[...]
    let sign = text.hasPrefix("-") ? "-" : ""
    if unsigned.isEmpty {
      complain("expected a number after \(name)")
      complaints.quiet(before: tokenEnd(at: blanksEnd(at: range.upper)))
    } else if JSONParser.infinite.contains(unsigned.lowercased()) {
      complain("JSON has no \(name); expected a number")
    } else if let value = JSONParser.hexadecimal(unsigned) {
      return correct("JSON has no hexadecimal numbers, found \(name)", "\(sign)\(value)")
    } else if JSONParser.isDecimal(sign + unsigned), text.hasPrefix("+") {
      return correct("a number in JSON has no `+` before it, found \(name)", String(unsigned))
    } else if unsigned.hasPrefix("."), JSONParser.isDecimal("0" + unsigned) {
      return correct("a number in JSON has a digit before the point, found \(name)", sign + "0" + unsigned)
    } else if unsigned.hasSuffix("."), JSONParser.isDecimal(unsigned + "0") {
      return correct("a number in JSON has a digit after the point, found \(name)", sign + unsigned + "0")
    } else if unsigned.contains("_"), JSONParser.isDecimal(unsigned.filter { $0 != "_" }) {
      return correct("a number in JSON has no `_` in it, found \(name)", sign + unsigned.filter { $0 != "_" })
    } else if unsigned.hasPrefix("0"), JSONParser.isDecimal(JSONParser.unpadded(unsigned)) {
      // It may be octal in its author's mind.
      let right = sign + JSONParser.unpadded(unsigned)
      return correct("a number in JSON has no zeros before it, found \(name)", right, .unsafe)
    } else if unsigned.allSatisfy(\.isASCII) {
      complain(
        "\(name) is not a number; if it is text, it needs double quotes",
        Fix("Quote it", .unsafe, [.init(range, "\"\(text)\"")])
      )
    }
    return Node(.unresolved(Text([.hole(text)])), range)
  }

  private static let infinite: [String] = ["nan", "inf", "infinity"]

  /// A number by the grammar of JSON, without sign.
  private static func isDecimal(_ text: some StringProtocol) -> Bool {
    isNumber(Array(text.utf8)[...])
  }

  private static func unpadded(_ number: Substring) -> String {
    let rest = number.drop { $0 == "0" }
    return rest.first?.isNumber == true ? String(rest) : "0" + rest
  }

  private static func hexadecimal(_ text: Substring) -> Int? {
    text.hasPrefix("0x") || text.hasPrefix("0X") ? Int(text.dropFirst(2), radix: 16) : nil
  }
}
