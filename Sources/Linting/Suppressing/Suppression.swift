import Forms
import Rules
import Syntax

/// Keeps back the findings of one file that comments or the configuration suppress, and looks after those suppressions.
struct Suppression {
  let file: SourceFile
  let contents: Contents
  let profile: Profile
  /// Those of the configuration that mean this file.
  let configured: [ConfiguredSuppression]
  let rules: SuppressionRules
  /// Nil when no suppression expires.
  let today: CivilDate?
  /// Whether every resource of the file was looked at.
  let isWholeFile: Bool

  private(set) var kept: [Diagnostic] = []
  private(set) var suppressed: [SuppressedFinding] = []
  private(set) var uses: [ConfiguredUse] = []

  init(
    _ findings: [Diagnostic], of file: SourceFile, contents: Contents, profile: Profile,
    configured: [ConfiguredSuppression], today: CivilDate?, isWholeFile: Bool
  ) {
    self.file = file
    self.contents = contents
    self.profile = profile
    self.configured = configured
    self.today = today
    self.isWholeFile = isWholeFile
    rules = SuppressionRules(profile.rules, requiresReason: profile.requiresReason)
    apply(to: findings)
  }

  private mutating func apply(to findings: [Diagnostic]) {
    let comments = contents.comments.compactMap {
      SuppressionComment($0, in: file, knowing: profile.customRules)
    }
    let places = configured.map { suppression in
      suppression.place.map { place in contents.resources.flatMap { place.ranges(in: $0.node) } }
    }
    var usedNames = Set<Int>()
    var usedComments = Set<Int>()
    var usedConfigured = Set<Int>()
    for finding in findings {
      var reason: (means: SuppressedFinding.Means, text: String?)?
      let lines = lines(of: finding)
      for (index, comment) in comments.enumerated() where comment.line.map(lines.contains) ?? true {
        for name in comment.names where name.selector?.means(finding.code) == true {
          usedNames.insert(name.range.lower)
          usedComments.insert(index)
          if !isOver(comment.until) { reason = reason ?? (.comment, comment.reason) }
        }
      }
      for (index, suppression) in configured.enumerated() {
        guard suppression.rules.contains(where: { $0.means(finding.code) }),
          places[index]?.contains(where: { $0.contains(finding.range) }) ?? true
        else { continue }
        usedConfigured.insert(index)
        if !isOver(suppression.until) { reason = reason ?? (.configuration, suppression.reason) }
      }
      if let reason {
        suppressed.append(SuppressedFinding(finding: finding, means: reason.means, reason: reason.text))
      } else {
        kept.append(finding)
      }
    }
    for (index, comment) in comments.enumerated() {
      check(comment, isUsed: usedComments.contains(index), usedNames)
    }
    uses = configured.enumerated().map { index, suppression in
      ConfiguredUse(
        suppression: suppression, isUsed: usedConfigured.contains(index),
        couldBeUsed: isWholeFile && suppression.rules.contains(where: profile.rules.runs),
        isExpired: isOver(suppression.until), rules: rules)
    }
  }

  private func isOver(_ day: CivilDate?) -> Bool {
    guard let day, let today else { return false }
    return day < today
  }

  private func lines(of finding: Diagnostic) -> ClosedRange<Int> {
    let first = file.line(at: finding.range.lower)
    return first...max(first, file.line(at: max(finding.range.lower, finding.range.upper - 1)))
  }

  private mutating func check(_ comment: SuppressionComment, isUsed: Bool, _ usedNames: Set<Int>) {
    if let flaw = comment.flaw, let rule = rules.unused {
      report(
        rule, flaw.range, flaw.message, help: "write # seatrial: ignore=IMG001 reason=\"…\" on the line or above it")
    }
    for name in comment.names where !usedNames.contains(name.range.lower) {
      reportUnused(name, of: comment)
    }
    let codes = comment.names.map(\.text).joined(separator: ", ")
    if isUsed, let until = comment.until, isOver(until), let rule = rules.expired {
      report(
        rule, comment.untilRange ?? comment.range, Self.expiry(codes, until), help: Self.expiryHelp)
    }
    if !comment.names.isEmpty, comment.reason == nil, let rule = rules.withoutReason {
      report(rule, comment.range, "the suppression of \(codes) gives no reason", help: "add reason=\"…\"")
    }
  }

  private mutating func reportUnused(_ name: SuppressionComment.Name, of comment: SuppressionComment) {
    guard let rule = rules.unused else { return }
    guard let selector = name.selector else {
      let hint = name.suggestions.first.map { "; did you mean '\($0)'?" } ?? ""
      return report(
        rule, name.range, "'\(name.text)' is no rule, so nothing is suppressed\(hint)",
        help: "'seatrial rules' lists them")
    }
    // What did not run could not find anything.
    guard isWholeFile, profile.rules.runs(selector) else { return }
    let place = comment.line == nil ? "in this file" : "on this line"
    report(
      rule, name.range, "\(name.text) finds nothing \(place), so this suppression does nothing",
      help: comment.names.count > 1 ? "remove \(name.text) from the comment" : "remove the comment",
      fixes: comment.names.count > 1 ? removal(of: name, from: comment) : removal(of: comment))
  }

  /// Takes one of several names out of the comment, with the comma behind it, or before it where it is the last one.
  private func removal(of name: SuppressionComment.Name, from comment: SuppressionComment) -> [Fix] {
    guard let index = comment.names.firstIndex(where: { $0.range == name.range }) else { return [] }
    let range =
      index + 1 < comment.names.count
      ? SourceRange(name.range.lower, comment.names[index + 1].range.lower)
      : SourceRange(comment.names[index - 1].range.upper, name.range.upper)
    return [Fix("Remove \(name.text)", .safe, [Fix.Edit(range, "")])]
  }

  /// Takes out the comment, with its line when it has one of its own.
  private func removal(of comment: SuppressionComment) -> [Fix] {
    let start = file.rangeOfLine(file.line(at: comment.range.lower)).lower
    var lower = comment.range.lower
    while lower > start, file.bytes[lower - 1] == 0x20 || file.bytes[lower - 1] == 0x09 { lower -= 1 }
    var upper = comment.range.upper
    if lower == start {
      while upper < file.bytes.count, file.bytes[upper] == 0x0D { upper += 1 }
      if upper < file.bytes.count, file.bytes[upper] == 0x0A { upper += 1 }
    }
    return [Fix("Remove the comment", .safe, [Fix.Edit(SourceRange(lower, upper), "")])]
  }

  private mutating func report(
    _ rule: Rule, _ range: SourceRange, _ message: String, help: String, fixes: [Fix] = []
  ) {
    kept.append(
      Diagnostic(
        code: rule.code, severity: rule.severity, file: file, range: range, message: message, help: help, fixes: fixes))
  }

  static func expiry(_ codes: String, _ until: CivilDate) -> String {
    "the suppression of \(codes) ended on \(until), so what it kept back is reported again"
  }

  static let expiryHelp = "mend what is reported, or write a later date"
}

extension [ConfiguredUse] {
  /// What there is to say about the configured suppressions of a run.
  ///
  /// One that no file of the run has to do with is left alone: the run may be about a few files of many.
  var findings: [Diagnostic] {
    guard !isEmpty else { return [] }
    var findings: [Diagnostic] = []
    for uses in Dictionary(grouping: self, by: \.suppression.identity).values {
      guard let first = uses.first else { continue }
      let suppression = first.suppression
      func report(_ rule: Rule?, _ range: SourceRange, _ message: String, help: String) {
        guard let rule else { return }
        findings.append(
          Diagnostic(
            code: rule.code, severity: rule.severity, file: suppression.file, range: range, message: message, help: help
          ))
      }
      let isUsed = uses.contains(where: \.isUsed)
      if !isUsed, uses.allSatisfy(\.couldBeUsed) {
        report(
          first.rules.unused, suppression.range,
          "\(suppression.ruleNames) finds nothing there, so this suppression does nothing", help: "remove the entry")
      }
      if isUsed, first.isExpired, let until = suppression.until {
        report(
          first.rules.expired, suppression.untilRange ?? suppression.range,
          Suppression.expiry(suppression.ruleNames, until), help: Suppression.expiryHelp)
      }
      if suppression.reason == nil {
        report(
          first.rules.withoutReason, suppression.range, "the suppression of \(suppression.ruleNames) gives no reason",
          help: "add reason: …")
      }
    }
    return findings
  }
}

extension ConfiguredSuppression {
  func findingWithoutFile(_ rule: Rule) -> Diagnostic {
    Diagnostic(
      code: rule.code, severity: rule.severity, file: file, range: range,
      message: "\(paths.texts.map { "'\($0)'" }.joined(separator: ", ")) means no file that is looked at, so the "
        + "suppression of \(ruleNames) does nothing",
      help: "remove the entry, or write where the file is now")
  }

  fileprivate struct Identity: Hashable {
    let file: ObjectIdentifier
    let offset: Int
  }

  fileprivate var identity: Identity { Identity(file: ObjectIdentifier(file), offset: range.lower) }
}
