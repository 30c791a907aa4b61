import Syntax

/// An amount as Kubernetes writes it: `512Mi`, `0.5`, `500m`, `1e3`.
///
/// Grammar: <https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/>
package struct Quantity: Hashable, Sendable {
  /// Thousandths, rounded up as the API does; clamped to what 64 bits hold.
  package let milli: Int
  /// The unit as it was written: `Mi`, `m`, `e3`; empty for a bare number.
  package let unit: String

  /// Whole units, rounded up.
  package var whole: Int { milli / 1000 + (milli % 1000 > 0 ? 1 : 0) }

  package init?(_ text: String) {
    var digits = text[...]
    let sign = digits.first == "-" ? -1 : 1
    if digits.first == "-" || digits.first == "+" { digits.removeFirst() }
    let number = digits.prefix { $0.isASCII && ($0.isWholeNumber || $0 == ".") }
    let unit = String(digits.dropFirst(number.count))
    guard let scale = Scale(unit: unit), let mantissa = Mantissa(number) else { return nil }
    self.unit = unit
    let doubled = scale.powerOfTwo == 0 ? mantissa.digits : clampedProduct(mantissa.digits, 1 << scale.powerOfTwo)
    var amount = doubled
    let exponent = scale.powerOfTen - mantissa.fractionCount + 3
    for _ in 0..<max(0, min(exponent, 40)) { amount = clampedProduct(amount, 10) }
    for _ in 0..<max(0, min(-exponent, 40)) { amount = amount / 10 + (amount % 10 > 0 ? 1 : 0) }
    milli = sign * amount
  }
}

extension Quantity {
  /// Whether the unit counts in thousands (`M`, `G`) where memory is counted in 1024s (`Mi`, `Gi`).
  package var isDecimalUnit: Bool { ["k", "M", "G", "T", "P", "E"].contains(unit) }

  /// The amount that the same number would be in 1024s: `512M` as `512Mi`; nil for any other unit.
  package func readAsBinary(_ text: String) -> Quantity? {
    guard isDecimalUnit else { return nil }
    return Quantity(text.dropLast(unit.count) + (unit == "k" ? "K" : unit) + "i")
  }
}

/// What was probably meant by a text that is no quantity.
package struct QuantityGuess: Hashable, Sendable {
  package let text: String
  /// Whether nothing else can have been meant: `512MiB` is `512Mi`, while `512MB` may be `512M`.
  package let isCertain: Bool

  /// - Parameter text: such as `512MB`, `1 GiB`, `2g`.
  package init?(ofMemory text: String) {
    guard let (number, unit) = split(text) else { return nil }
    switch unit {
    case "ki", "kib", "mi", "mib", "gi", "gib", "ti", "tib":
      self.init(text: number + unit.prefix(1).uppercased() + "i", isCertain: true)
    case "k", "kb", "m", "mb", "g", "gb", "t", "tb":
      self.init(text: number + unit.prefix(1).uppercased() + "i", isCertain: false)
    default: return nil
    }
  }

  /// - Parameter text: such as `2 vCPU`, `500 m`.
  package init?(ofCPU text: String) {
    guard let (number, unit) = split(text) else { return nil }
    switch unit {
    case "", "cpu", "cpus", "vcpu", "vcpus", "core", "cores": self.init(text: number, isCertain: true)
    case "m", "mcpu", "millicpu", "millicpus", "millicore", "millicores":
      self.init(text: number + "m", isCertain: true)
    default: return nil
    }
  }

  private init(text: String, isCertain: Bool) {
    self.text = text
    self.isCertain = isCertain
  }
}

/// The number, and the unit in lower case without blanks around it.
private func split(_ text: String) -> (number: String, unit: String)? {
  let letters = text.filter { !$0.isWhitespace }
  let number = letters.prefix { $0.isASCII && ($0.isWholeNumber || $0 == ".") }
  guard Mantissa(number) != nil else { return nil }
  return (String(number), letters.dropFirst(number.count).lowercased())
}

/// Digits without their point.
private struct Mantissa {
  let digits: Int
  /// How many of them stand behind the point.
  let fractionCount: Int

  init?(_ text: Substring) {
    let parts = text.split(on: ".", keepingEmpty: true)
    guard parts.count <= 2, text.contains(where: \.isWholeNumber) else { return nil }
    // More than 18 digits matter to nobody, and would not fit.
    let fraction = parts.count == 2 ? parts[1].prefix(max(0, 18 - parts[0].count)) : ""
    fractionCount = fraction.count
    var known = String(parts[0])
    known.append(contentsOf: fraction)
    digits = Int(known) ?? (parts[0].count > 18 ? .max : 0)
  }
}

private struct Scale {
  let powerOfTen: Int
  let powerOfTwo: Int

  init?(unit: String) {
    if let index = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"].firstIndex(of: unit) {
      (powerOfTen, powerOfTwo) = (0, index * 10)
    } else if let index = ["n", "u", "m", "", "k", "M", "G", "T", "P", "E"].firstIndex(of: unit) {
      (powerOfTen, powerOfTwo) = (index * 3 - 9, 0)
    } else if unit.first == "e" || unit.first == "E", let exponent = Int(unit.dropFirst()), abs(exponent) < 100 {
      (powerOfTen, powerOfTwo) = (exponent, 0)
    } else {
      return nil
    }
  }
}

private func clampedProduct(_ first: Int, _ second: Int) -> Int {
  let (product, overflow) = first.multipliedReportingOverflow(by: second)
  return overflow ? .max : product
}
