/// What is wrong with the text of one JSON file, held down to one complaint for one mistake.
struct JSONComplaints {
  /// A way of writing that other languages allow; it is told once for a file, however often it is met.
  enum Habit: Int, CaseIterable {
    case comment, quotes, bareKey, word, space, encoding, conflict
  }

  private struct Habitual {
    let range: SourceRange
    let message: String
    let title: String
    var safety: Fix.Safety
    var edits: [Fix.Edit]
    var count = 1
  }

  /// After so many complaints of one kind the rest is left unsaid.
  static let most = 20

  let file: SourceFile
  private var syntactic: [Diagnostic] = []
  private var duplicates: [Diagnostic] = []
  private var limits: [Diagnostic] = []
  private var habits: [Habit: Habitual] = [:]
  /// Complaints before this offset follow from one that was already made.
  private var quietUpTo = 0
  private var isEndTold = false

  init(file: SourceFile) { self.file = file }

  /// Whether so much is wrong that reading on is of no use.
  var isFull: Bool { syntactic.count >= JSONComplaints.most }

  func label(_ range: SourceRange, _ message: String) -> Diagnostic.Label {
    Diagnostic.Label(file: file, range: range, message: message)
  }

  /// Complains, unless what was met at `offset` (as a rule the start of the range) follows from an earlier mistake.
  mutating func syntax(
    _ message: String, at range: SourceRange, met offset: Int? = nil, caption: String = "",
    labels: [Diagnostic.Label] = [], help: String? = nil, fixes: [Fix] = []
  ) {
    guard !isFull, offset ?? range.lower >= quietUpTo else { return }
    syntactic.append(
      Diagnostic(
        code: "SYN001", severity: .error, file: file, range: range, message: message, caption: caption, labels: labels,
        help: help, fixes: fixes))
  }

  /// The file ends too early, which is told once.
  mutating func end(_ message: String, at offset: Int, length: Int = 0, labels: [Diagnostic.Label] = []) {
    guard !isEndTold else { return }
    isEndTold = true
    quietUpTo = 0
    syntax(message, at: SourceRange(offset, offset + length), labels: labels)
  }

  mutating func quiet(before offset: Int) { quietUpTo = max(quietUpTo, offset) }
  mutating func quietEnd() { isEndTold = true }

  mutating func limit(_ message: String, at range: SourceRange) {
    isEndTold = true
    limits.append(
      Diagnostic(code: "SYN003", severity: .error, file: file, range: range, message: message))
  }

  mutating func duplicate(
    _ key: String, at range: SourceRange, first: SourceRange, removing repetition: SourceRange?
  ) {
    guard duplicates.count < JSONComplaints.most else { return }
    duplicates.append(
      Diagnostic(
        code: "SYN002", severity: .error, file: file, range: range,
        message: "the key \(JSONComplaints.shown(key)) stands twice in one object; only one of the two values is used",
        caption: "written again here", labels: [label(first, "first written here")],
        fixes: repetition.map { [Fix("Remove the repetition", .safe, [.init($0, "")])] } ?? []))
  }

  /// Counts one more place of a habit; the title and the edits say how to write it in JSON.
  mutating func habit(
    _ habit: Habit, _ message: @autoclosure () -> String, at range: SourceRange, _ title: String = "",
    _ safety: Fix.Safety = .safe, _ edits: [Fix.Edit] = []
  ) {
    guard range.lower >= quietUpTo else { return }
    guard habits[habit] != nil else {
      habits[habit] = Habitual(range: range, message: message(), title: title, safety: safety, edits: edits)
      return
    }
    habits[habit]?.count += 1
    habits[habit]?.edits += edits
    if safety == .unsafe { habits[habit]?.safety = .unsafe }
  }

  var isEmpty: Bool { syntactic.isEmpty && habits.isEmpty }
  func has(_ habit: Habit) -> Bool { habits[habit] != nil }

  /// Everything in the order of the text.
  ///
  /// The text of a template is not JSON yet, so only limits count there.
  func diagnostics(ofTemplate isTemplate: Bool) -> [Diagnostic] {
    if isTemplate { return limits }
    let habitual = habits.values.map { place in
      Diagnostic(
        code: "SYN001", severity: .error, file: file, range: place.range,
        message: place.count > 1 ? "\(place.message) (\(place.count) places in this file)" : place.message,
        fixes: place.edits.isEmpty ? [] : [Fix(place.title, place.safety, place.edits)])
    }
    // Both sides of a conflict have the same keys.
    let duplicates = has(.conflict) ? [] : duplicates
    return (syntactic + duplicates + limits + habitual).sorted {
      ($0.range.lower, $0.range.upper, $0.code) < ($1.range.lower, $1.range.upper, $1.code)
    }
  }

  /// A piece of the user's text as it is shown in a message: in backquotes, on one line, not too long.
  static func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars.prefix(48) {
      if scalar.value < 0x20 || scalar.value == 0x7F {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return "`\(result)\(text.unicodeScalars.count > 48 ? "…" : "")`"
  }
}
