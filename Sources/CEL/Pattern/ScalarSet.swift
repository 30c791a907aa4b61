/// Some of all code points.
struct ScalarSet: Sendable {
  private var ranges: [ClosedRange<UInt32>] = []
  private var categories: [Category] = []
  private var isNegated = false
  private var ignoresCase = false

  /// Code points of a general category, or all others.
  private struct Category: Sendable {
    let name: String
    let isNegated: Bool

    func contains(_ scalar: UnicodeScalar) -> Bool {
      let found = scalar.properties.generalCategory.abbreviation
      return (name == "Any" || found == name || (name.utf8.count == 1 && found.first == name.first)) != isNegated
    }
  }

  init(ranges: [ClosedRange<UInt32>] = [], isNegated: Bool = false) {
    self.ranges = ranges
    self.isNegated = isNegated
  }

  /// One code point, and those that differ in case alone.
  init(_ scalar: UnicodeScalar, ignoresCase: Bool) {
    ranges = [scalar.value...scalar.value]
    guard ignoresCase else { return }
    ranges += scalar.caseVariants.flatMap { [$0] + $0.caseVariants }.map { $0.value...$0.value }
    self.ignoresCase = true
  }

  mutating func insert(_ range: ClosedRange<UInt32>) {
    ranges.append(range)
  }

  mutating func formUnion(_ other: ScalarSet) {
    if other.isNegated {
      ranges += other.complement
    } else {
      ranges += other.ranges
    }
    categories += other.categories
  }

  /// Only sets without categories are ever negated before they become part of another one.
  private var complement: [ClosedRange<UInt32>] {
    var rest: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if range.lowerBound > next { rest.append(next...range.lowerBound - 1) }
      next = max(next, range.upperBound + 1)
    }
    return next <= 0x10FFFF ? rest + [next...0x10FFFF] : rest
  }

  func ignoringCase(_ ignoresCase: Bool) -> ScalarSet {
    var set = self
    set.ignoresCase = ignoresCase
    return set
  }

  func negated(_ isNegated: Bool) -> ScalarSet {
    var set = self
    set.isNegated = isNegated
    return set
  }

  func contains(_ scalar: UnicodeScalar) -> Bool {
    if holds(scalar) { return !isNegated }
    if ignoresCase, scalar.caseVariants.contains(where: holds) { return !isNegated }
    return isNegated
  }

  private func holds(_ scalar: UnicodeScalar) -> Bool {
    let value = scalar.value
    for range in ranges where range.contains(value) { return true }
    for category in categories where category.contains(scalar) { return true }
    return false
  }
}

extension UnicodeScalar {
  /// The same letter in lower and in upper case, where that is one code point.
  fileprivate var caseVariants: [UnicodeScalar] {
    if isASCII {
      let letter = value | 0x20
      guard 0x61...0x7A ~= letter else { return [] }
      return [UnicodeScalar(UInt8(letter)), UnicodeScalar(UInt8(letter - 0x20))]
    }
    return [properties.lowercaseMapping, properties.uppercaseMapping].compactMap { mapping in
      let scalars = mapping.unicodeScalars
      return scalars.count == 1 ? scalars.first : nil
    }
  }
}

// MARK: Names

extension ScalarSet {
  private static let digits: [ClosedRange<UInt32>] = [0x30...0x39]
  private static let lower: [ClosedRange<UInt32>] = [0x61...0x7A]
  private static let upper: [ClosedRange<UInt32>] = [0x41...0x5A]
  static let word = ScalarSet(ranges: digits + upper + [0x5F...0x5F] + lower)

  /// `d`, `S`.
  init?(perlClass letter: UnicodeScalar) {
    switch letter {
    case "d", "D": self.init(ranges: ScalarSet.digits)
    case "s", "S": self.init(ranges: [0x09...0x0A, 0x0C...0x0D, 0x20...0x20])
    case "w", "W": self = ScalarSet.word
    default: return nil
    }
    isNegated = letter.properties.isUppercase
  }

  private static let posix: [String: [ClosedRange<UInt32>]] = [
    "alnum": digits + upper + lower, "alpha": upper + lower, "ascii": [0...0x7F], "blank": [9...9, 0x20...0x20],
    "cntrl": [0...0x1F, 0x7F...0x7F], "digit": digits, "graph": [0x21...0x7E], "lower": lower, "print": [0x20...0x7E],
    "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E], "space": [9...13, 0x20...0x20], "upper": upper,
    "word": digits + upper + [0x5F...0x5F] + lower, "xdigit": digits + [0x41...0x46, 0x61...0x66],
  ]

  /// `alpha`, `^alpha`.
  init?(posixClass name: String) {
    let isNegated = name.hasPrefix("^")
    guard let ranges = ScalarSet.posix[isNegated ? String(name.dropFirst()) : name] else { return nil }
    self.init(ranges: ranges, isNegated: isNegated)
  }

  private static let categoryNames: Set = [
    "Any", "C", "Cc", "Cf", "Cn", "Co", "Cs", "L", "Ll", "Lm", "Lo", "Lt", "Lu", "M", "Mc", "Me", "Mn", "N", "Nd", "Nl",
    "No", "P", "Pc", "Pd", "Pe", "Pf", "Pi", "Po", "Ps", "S", "Sc", "Sk", "Sm", "So", "Z", "Zl", "Zp", "Zs",
  ]

  /// A general category of Unicode, `L` or `Nd`; nil for scripts, which the standard library does not know.
  init?(category name: String, isNegated: Bool) {
    guard ScalarSet.categoryNames.contains(name) else { return nil }
    self.init()
    categories = [Category(name: name, isNegated: isNegated)]
  }
}

extension Unicode.GeneralCategory {
  fileprivate var abbreviation: String {
    switch self {
    case .uppercaseLetter: "Lu"
    case .lowercaseLetter: "Ll"
    case .titlecaseLetter: "Lt"
    case .modifierLetter: "Lm"
    case .otherLetter: "Lo"
    case .nonspacingMark: "Mn"
    case .spacingMark: "Mc"
    case .enclosingMark: "Me"
    case .decimalNumber: "Nd"
    case .letterNumber: "Nl"
    case .otherNumber: "No"
    case .connectorPunctuation: "Pc"
    case .dashPunctuation: "Pd"
    case .openPunctuation: "Ps"
    case .closePunctuation: "Pe"
    case .initialPunctuation: "Pi"
    case .finalPunctuation: "Pf"
    case .otherPunctuation: "Po"
    case .mathSymbol: "Sm"
    case .currencySymbol: "Sc"
    case .modifierSymbol: "Sk"
    case .otherSymbol: "So"
    case .spaceSeparator: "Zs"
    case .lineSeparator: "Zl"
    case .paragraphSeparator: "Zp"
    case .control: "Cc"
    case .format: "Cf"
    case .surrogate: "Cs"
    case .privateUse: "Co"
    case .unassigned: "Cn"
    @unknown default: "Cn"
    }
  }
}
