/// Doubles as decimal digits, exactly, as `format` needs them.
enum Decimal {
  /// The fewest digits that give the same double again.
  static func shortest(_ value: Double) -> String {
    if let special = special(value) { return special }
    // Swift finds the digits; where it writes an exponent, and `.0`, is laid out anew.
    let text = value.magnitude.description
    let parts = text.split(separator: "e")
    let exponent = parts.count == 2 ? Int(parts[1]) ?? 0 : 0
    let mantissa = parts.first.map(String.init) ?? text
    let sign = value.sign == .minus ? "-" : ""
    guard parts.count == 2 else { return sign + (mantissa.hasSuffix(".0") ? String(mantissa.dropLast(2)) : mantissa) }
    let integer = mantissa.prefix { $0 != "." }
    let fraction = mantissa.dropFirst(integer.count + 1)
    let digits = integer + (fraction == "0" ? "" : fraction)
    let point = integer.count + exponent
    if point > 21 || point < -5 {
      let rest = digits.dropFirst()
      return sign + digits.prefix(1) + (rest.isEmpty ? "" : "." + rest) + "e" + (exponent < 0 ? "-" : "+")
        + String(exponent.magnitude)
    }
    if point <= 0 { return sign + "0." + String(repeating: "0", count: -point) + digits }
    if digits.count <= point { return sign + digits + String(repeating: "0", count: point - digits.count) }
    return sign + digits.prefix(point) + "." + digits.dropFirst(point)
  }

  /// `3.142`: this many digits behind the point, halves to even.
  static func fixed(_ value: Double, precision: Int) -> String {
    if let special = special(value) { return special }
    var exact = Digits(value.magnitude)
    exact.round(toPlace: -precision)
    let sign = value.sign == .minus ? "-" : ""
    let integer = exact.text(from: max(exact.top, 0), through: 0)
    return precision == 0 ? sign + integer : sign + integer + "." + exact.text(from: -1, through: -precision)
  }

  /// `3.142e+00`.
  static func scientific(_ value: Double, precision: Int) -> String {
    if let special = special(value) { return special }
    var exact = Digits(value.magnitude)
    exact.round(toPlace: exact.top - precision)
    let top = exact.top
    let sign = value.sign == .minus ? "-" : ""
    let fraction = precision == 0 ? "" : "." + exact.text(from: top - 1, through: top - precision)
    let power = top.magnitude < 10 ? "0\(top.magnitude)" : "\(top.magnitude)"
    return sign + exact.text(from: top, through: top) + fraction + "e" + (top < 0 ? "-" : "+") + power
  }

  static func special(_ value: Double) -> String? {
    value.isNaN ? "NaN" : value.isInfinite ? (value < 0 ? "-Infinity" : "Infinity") : nil
  }

  /// All decimal digits of a finite double; it has some hundred at most, on either side of the point.
  private struct Digits {
    /// The digits, the last first.
    private var digits: [UInt8]
    /// The place of `digits[0]`: 0 for the ones, -1 for the tenths.
    private var lowest: Int

    init(_ value: Double) {
      guard value > 0 else {
        digits = [0]
        lowest = 0
        return
      }
      // value = significand * 2^exponent, the significand an integer.
      let exponent = Int(value.exponent) - Double.significandBitCount
      let scaled = value.significand * 0x1p52
      digits = String(UInt64(scaled)).utf8.reversed().map { $0 - UInt8(ascii: "0") }
      lowest = min(exponent, 0)
      // A half is five tenths: 2^-n is 5^n / 10^n.
      for _ in 0..<exponent.magnitude { multiply(by: exponent < 0 ? 5 : 2) }
    }

    private mutating func multiply(by factor: UInt8) {
      var carry: UInt8 = 0
      for position in digits.indices {
        let product = digits[position] * factor + carry
        digits[position] = product % 10
        carry = product / 10
      }
      if carry > 0 { digits.append(carry) }
    }

    /// The place of the first digit that is not 0; 0 for zero.
    var top: Int {
      digits.lastIndex { $0 != 0 }.map { $0 + lowest } ?? 0
    }

    func digit(_ place: Int) -> UInt8 {
      let index = place - lowest
      return digits.indices.contains(index) ? digits[index] : 0
    }

    func text(from: Int, through: Int) -> String {
      String(
        decoding: stride(from: from, through: through, by: -1).map { digit($0) + UInt8(ascii: "0") }, as: UTF8.self)
    }

    mutating func round(toPlace place: Int) {
      guard place > lowest else { return }
      let isHalf = digit(place - 1) == 5 && digits.prefix(max(place - 1 - lowest, 0)).allSatisfy { $0 == 0 }
      let goesUp = isHalf ? digit(place) % 2 == 1 : digit(place - 1) >= 5
      digits = Array(digits.dropFirst(place - lowest))
      lowest = place
      guard goesUp else { return }
      var position = 0
      while position < digits.count, digits[position] == 9 {
        digits[position] = 0
        position += 1
      }
      if position < digits.count { digits[position] += 1 } else { digits.append(1) }
    }
  }
}
