/// A moment, in the years 1 to 9999.
package struct Timestamp: Sendable, Hashable, Comparable {
  /// Since 1970, without leap seconds.
  package let seconds: Int64
  /// Of the second, never negative.
  package let nanoseconds: Int64

  private static let range: ClosedRange<Int64> = -62_135_596_800...253_402_300_799

  /// Nil if the year is not in 1 to 9999, or the nanoseconds are no part of a second.
  package init?(seconds: Int64, nanoseconds: Int64 = 0) {
    guard Timestamp.range.contains(seconds), 0..<1_000_000_000 ~= nanoseconds else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  package static func < (first: Timestamp, second: Timestamp) -> Bool {
    (first.seconds, first.nanoseconds) < (second.seconds, second.nanoseconds)
  }

  /// Nil if the sum is out of range.
  func advanced(by duration: Int64) -> Timestamp? {
    let total = Int128(seconds) * 1_000_000_000 + Int128(nanoseconds) + Int128(duration)
    let (quotient, remainder) = total.flooredDivision(by: 1_000_000_000)
    return Int64(exactly: quotient).flatMap { Timestamp(seconds: $0, nanoseconds: Int64(remainder)) }
  }

  /// Nanoseconds; nil if there are too many.
  func distance(from other: Timestamp) -> Int64? {
    let seconds = Int128(seconds) - Int128(other.seconds)
    return Int64(exactly: seconds * 1_000_000_000 + Int128(nanoseconds) - Int128(other.nanoseconds))
  }

  /// By the calendar and the clock of a place that is ahead of UTC by some seconds.
  struct Fields {
    let year: Int64
    /// From 1.
    let month: Int64
    /// From 1.
    let day: Int64
    /// From 0, a Sunday.
    let weekday: Int64
    let secondOfDay: Int64

    /// From 0.
    var dayOfYear: Int64 {
      Timestamp.days(year: year, month: month, day: day) - Timestamp.days(year: year, month: 1, day: 1)
    }
  }

  func fields(ahead: Int64 = 0) -> Fields {
    let (days, secondOfDay) = Int128(seconds + ahead).flooredDivision(by: 86_400)
    // Years that begin in March have their leap day at the end; an era is 400 of them.
    let shifted = Int64(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return Fields(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
      day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
      weekday: Int64((days + 4).flooredDivision(by: 7).remainder), secondOfDay: Int64(secondOfDay))
  }

  /// Days since 1970.
  static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let year = month <= 2 ? year - 1 : year
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Int128 {
  fileprivate func flooredDivision(by divisor: Int128) -> (quotient: Int128, remainder: Int128) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

/// RFC 3339.
extension Timestamp: CustomStringConvertible {
  package var description: String {
    let fields = fields()
    let clock = [fields.secondOfDay / 3_600, fields.secondOfDay / 60 % 60, fields.secondOfDay % 60]
    let date = [padded(fields.year, 4), padded(fields.month, 2), padded(fields.day, 2)].joined(separator: "-")
    let time = clock.map { padded($0, 2) }.joined(separator: ":")
    return "\(date)T\(time)\(Time.fraction(nanoseconds))Z"
  }

  private func padded(_ number: Int64, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(width - text.count, 0)) + text
  }

  /// Nil if the text is no time of RFC 3339, or out of range.
  init?(_ text: String) {
    var reader = TimeReader(text)
    guard let year = reader.number(4), reader.take("-"), let month = reader.number(2), reader.take("-"),
      let day = reader.number(2), reader.take("T") || reader.take("t"), let hour = reader.number(2), reader.take(":"),
      let minute = reader.number(2), reader.take(":"), let second = reader.number(2)
    else { return nil }
    guard 1...12 ~= month, 1...31 ~= day, hour < 24, minute < 60, second < 60 else { return nil }
    var nanoseconds: Int64 = 0
    if reader.take(".") {
      guard let fraction = reader.fraction() else { return nil }
      nanoseconds = fraction
    }
    guard let ahead = reader.zone(), reader.isAtEnd else { return nil }
    let days = Timestamp.days(year: year, month: month, day: day)
    self.init(
      seconds: days * 86_400 + hour * 3_600 + minute * 60 + second - ahead, nanoseconds: nanoseconds)
    // The thirty-first of a month that has thirty days is the first of the next one.
    guard fields(ahead: ahead).day == day else { return nil }
  }
}

/// Reads the parts of a time.
struct TimeReader {
  private var rest: Substring.UTF8View

  init(_ text: String) {
    rest = text[...].utf8
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard rest.first == UInt8(ascii: character) else { return false }
    rest.removeFirst()
    return true
  }

  /// A number with exactly so many digits.
  mutating func number(_ width: Int) -> Int64? {
    let digits = rest.prefix(width)
    guard digits.count == width, digits.allSatisfy(\.isDigit) else { return nil }
    rest = rest.dropFirst(width)
    return digits.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
  }

  /// Nanoseconds; digits beyond the ninth are dropped.
  mutating func fraction() -> Int64? {
    let digits = rest.prefix { $0.isDigit }
    guard !digits.isEmpty else { return nil }
    rest = rest.dropFirst(digits.count)
    let value = digits.prefix(9).reduce(Int64(0)) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    return (digits.count..<max(digits.count, 9)).reduce(value) { value, _ in value * 10 }
  }

  /// Seconds ahead of UTC: `Z`, `+02:00`.
  mutating func zone() -> Int64? {
    if take("Z") || take("z") { return 0 }
    let isBehind = take("-")
    guard isBehind || take("+") else { return nil }
    return offset().map { isBehind ? -$0 : $0 }
  }

  /// Seconds: `02:00`.
  mutating func offset() -> Int64? {
    guard let hours = number(2), take(":"), let minutes = number(2), hours < 24, minutes < 60 else { return nil }
    return hours * 3_600 + minutes * 60
  }
}
