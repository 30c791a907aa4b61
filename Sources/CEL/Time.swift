extension Function {
  static let time: Table = {
    var table: Table = [
      .function("timestamp", 1): .unary(Time.timestamp),
      .function("duration", 1): .unary(Time.duration),
      .method("getHours"): .unary { (value) throws(Failure) in try Time.clock(value, 3_600, of: 24) },
      .method("getMinutes"): .unary { (value) throws(Failure) in try Time.clock(value, 60, of: 60) },
      .method("getSeconds"): .unary { (value) throws(Failure) in try Time.clock(value, 1, of: 60) },
      .method("getMilliseconds"): .unary(Time.milliseconds),
    ]
    let parts: [(String, @Sendable (Timestamp.Fields) -> Int64)] = [
      ("getFullYear", { $0.year }), ("getMonth", { $0.month - 1 }), ("getDate", { $0.day }),
      ("getDayOfMonth", { $0.day - 1 }), ("getDayOfWeek", { $0.weekday }), ("getDayOfYear", { $0.dayOfYear }),
      ("getHours", { $0.secondOfDay / 3_600 }), ("getMinutes", { $0.secondOfDay / 60 % 60 }),
      ("getSeconds", { $0.secondOfDay % 60 }),
    ]
    for (name, part) in parts {
      table[.method(name, 1)] = .binary { (value, zone) throws(Failure) in try Time.part(value, zone, part) }
      if table[.method(name)] == nil {
        table[.method(name)] = .unary { (value) throws(Failure) in try Time.part(value, .string("UTC"), part) }
      }
    }
    table[.method("getMilliseconds", 1)] = .binary { (value, zone) throws(Failure) in
      _ = try Time.part(value, zone) { _ in 0 }
      return try Time.milliseconds(value)
    }
    return table
  }()
}

/// Timestamps, and durations, which are some nanoseconds and so shorter than 293 years.
enum Time {
  private static let outOfRange = Failure("the time or duration is out of range")

  static func timestamp(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .timestamp: return value
    case .int(let seconds):
      guard let timestamp = Timestamp(seconds: seconds) else { throw outOfRange }
      return .timestamp(timestamp)
    case .string(let text):
      guard let timestamp = Timestamp(text) else { throw Failure("'\(text)' is no timestamp, or out of range") }
      return .timestamp(timestamp)
    default: throw .noOverload
    }
  }

  static func duration(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .duration: return value
    case .int(let seconds):
      let (nanoseconds, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
      guard !overflow else { throw outOfRange }
      return .duration(nanoseconds)
    case .string(let text):
      guard let duration = parseDuration(text) else { throw Failure("'\(text)' is no duration, or out of range") }
      return .duration(duration)
    default: throw .noOverload
    }
  }

  // MARK: Texts

  /// `1h30m`, `-1.5s`, `100ms`.
  private static func parseDuration(_ text: String) -> Int64? {
    var rest = text[...].utf8
    let isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    if rest.elementsEqual("0".utf8) { return 0 }
    guard !rest.isEmpty else { return nil }
    var total: Int128 = 0
    while !rest.isEmpty {
      let integer = rest.prefix { $0.isDigit }
      rest = rest.dropFirst(integer.count)
      var fraction = rest.prefix(0)
      if rest.first == UInt8(ascii: ".") {
        rest.removeFirst()
        fraction = rest.prefix { $0.isDigit }
        rest = rest.dropFirst(fraction.count)
      }
      guard integer.count + fraction.count > 0, integer.count < 20, let unit = unit(&rest) else { return nil }
      let digits = { (text: Substring.UTF8View) in text.reduce(Int128(0)) { $0 * 10 + Int128($1 - 0x30) } }
      // No unit has more than thirteen digits of nanoseconds.
      let parts = fraction.prefix(15)
      let scale = (0..<parts.count).reduce(Int128(1)) { scale, _ in scale * 10 }
      total += digits(integer) * unit + digits(parts) * unit / scale
      guard total <= Int128(Int64.max) + 1 else { return nil }
    }
    return Int64(exactly: isNegative ? -total : total)
  }

  private static let units: [(name: String, nanoseconds: Int128)] = [
    ("ns", 1), ("us", 1_000), ("\u{B5}s", 1_000), ("\u{3BC}s", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000),
    ("m", 60_000_000_000), ("h", 3_600_000_000_000),
  ]

  private static func unit(_ rest: inout Substring.UTF8View) -> Int128? {
    let name = rest.prefix { !$0.isDigit && $0 != UInt8(ascii: ".") }
    rest = rest.dropFirst(name.count)
    return units.first { name.elementsEqual($0.name.utf8) }?.nanoseconds
  }

  /// A duration in seconds: `90.5s`.
  static func text(_ duration: Int64) -> String {
    let (seconds, rest) = duration.magnitude.quotientAndRemainder(dividingBy: 1_000_000_000)
    return (duration < 0 ? "-" : "") + String(seconds) + fraction(Int64(rest)) + "s"
  }

  /// `.5` for half a second; nothing for none.
  static func fraction(_ nanoseconds: Int64) -> String {
    guard nanoseconds != 0 else { return "" }
    var digits = String(nanoseconds + 1_000_000_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }

  // MARK: Arithmetic

  static func add(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.timestamp(let timestamp), .duration(let duration)), (.duration(let duration), .timestamp(let timestamp)):
      guard let sum = timestamp.advanced(by: duration) else { throw outOfRange }
      return .timestamp(sum)
    case (.duration(let first), .duration(let second)):
      let (sum, overflow) = first.addingReportingOverflow(second)
      guard !overflow else { throw outOfRange }
      return .duration(sum)
    default: throw .noOverload
    }
  }

  static func subtract(_ first: Value, _ second: Value) throws(Failure) -> Value {
    switch (first, second) {
    case (.timestamp(let first), .timestamp(let second)):
      guard let distance = first.distance(from: second) else { throw outOfRange }
      return .duration(distance)
    case (.timestamp, .duration(let second)):
      guard second != .min else { throw outOfRange }
      return try add(first, .duration(-second))
    case (.duration(let first), .duration(let second)):
      let (difference, overflow) = first.subtractingReportingOverflow(second)
      guard !overflow else { throw outOfRange }
      return .duration(difference)
    default: throw .noOverload
    }
  }

  // MARK: Parts

  static func part(
    _ value: Value, _ zone: Value, _ part: (Timestamp.Fields) -> Int64
  ) throws(Failure) -> Value {
    guard case .timestamp(let timestamp) = value, case .string(let zone) = zone else { throw .noOverload }
    return .int(part(timestamp.fields(ahead: try ahead(zone))))
  }

  /// How many seconds a time zone is ahead of UTC; names of places would need a database.
  private static func ahead(_ zone: String) throws(Failure) -> Int64 {
    if ["UTC", "GMT", "Etc/UTC", "Etc/GMT", "Z", ""].contains(where: zone.isSame) { return 0 }
    var reader = TimeReader(zone)
    let first = zone.utf8.first
    let seconds =
      first == UInt8(ascii: "+") || first == UInt8(ascii: "-") ? reader.zone() : reader.offset()
    guard let seconds, reader.isAtEnd else {
      throw Failure("the time zone '\(zone)' is neither UTC nor an offset such as +02:00")
    }
    return seconds
  }

  /// Whole hours, minutes or seconds of a duration, or those on the clock.
  static func clock(_ value: Value, _ unit: Int64, of count: Int64) throws(Failure) -> Value {
    switch value {
    case .timestamp(let timestamp): .int(timestamp.fields().secondOfDay / unit % count)
    case .duration(let duration): .int(duration / (unit * 1_000_000_000))
    default: throw .noOverload
    }
  }

  static func milliseconds(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .timestamp(let timestamp): .int(timestamp.nanoseconds / 1_000_000)
    case .duration(let duration): .int(duration % 1_000_000_000 / 1_000_000)
    default: throw .noOverload
    }
  }
}
