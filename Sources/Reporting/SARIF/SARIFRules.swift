import Forms
import Rules
import Syntax

/// Every rule once, as SARIF describes rules.
struct SARIFRules {
  let descriptors: [SARIFLog.ReportingDescriptor]
  private let indices: [String: Int]

  /// Describes the rules, and every code of a finding that no rule has, so that each result has its rule.
  init(rules: [Rule], findings: [Diagnostic]) {
    var descriptors: [SARIFLog.ReportingDescriptor] = []
    var indices: [String: Int] = [:]
    for rule in rules where indices[rule.code] == nil {
      indices[rule.code] = descriptors.count
      descriptors.append(Self.descriptor(of: rule))
    }
    for finding in findings where indices[finding.code] == nil {
      indices[finding.code] = descriptors.count
      descriptors.append(Self.descriptor(ofUnknown: finding))
    }
    self.descriptors = descriptors
    self.indices = indices
  }

  /// Where the rule with a code stands; the code is that of a rule or of a finding that this was made from.
  func index(of code: String) -> Int { indices[code] ?? -1 }

  private static func descriptor(of rule: Rule) -> SARIFLog.ReportingDescriptor {
    let page = rule.page()
    let security = securitySeverity(of: rule)
    let category = Rule.categories.first { $0.prefix == rule.category }.map { tag($0.title) }
    let tags =
      (security == nil ? [] : ["security"]) + [category].compactMap(\.self) + rule.platforms.map(\.rawValue)
      + rule.controls.map { "security-hub/\($0)" }
    return SARIFLog.ReportingDescriptor(
      id: rule.code, name: rule.name, shortDescription: .init(text: sentence(rule.title)),
      fullDescription: .init(text: shortened(page.why, to: 1024)),
      help: .init(text: plainHelp(page), markdown: rule.markdown()), helpUri: rule.address,
      defaultConfiguration: .init(level: rule.severity.sarifLevel, enabled: !rule.isStrict),
      properties: .init(
        tags: tags, precision: precision(of: rule), problemSeverity: problemSeverity(rule.severity),
        securitySeverity: security))
  }

  private static func descriptor(ofUnknown finding: Diagnostic) -> SARIFLog.ReportingDescriptor {
    SARIFLog.ReportingDescriptor(
      id: finding.code, name: nil, shortDescription: .init(text: finding.code),
      fullDescription: .init(text: finding.code),
      help: .init(text: finding.code), helpUri: nil,
      defaultConfiguration: .init(level: finding.severity.sarifLevel, enabled: true),
      properties: .init(
        tags: [], precision: "high", problemSeverity: problemSeverity(finding.severity), securitySeverity: nil))
  }

  /// The rules outside `SEC` whose findings an attacker would like too.
  private static let securityRules: Set<String> = [
    "static-cloud-credentials", "default-service-account", "public-invoker", "overprivileged-execution-role",
    "wildcard-task-role", "public-ip", "public-ingress",
  ]

  /// A CVSS-like number that makes security alerts of a rule's findings (high from 7.0, medium from 4.0, low below), or
  /// nil for the rules that are about something else.
  private static func securitySeverity(of rule: Rule) -> String? {
    guard rule.category == "SEC" || securityRules.contains(rule.name) else { return nil }
    return switch rule.severity {
    case .error: "8.0"
    case .warning: "6.0"
    case .note: "3.0"
    }
  }

  private static func precision(of rule: Rule) -> String {
    if rule.isStrict { return "medium" }
    return rule.severity == .error ? "very-high" : "high"
  }

  private static func problemSeverity(_ severity: Severity) -> String {
    severity == .note ? "recommendation" : severity.rawValue
  }

  /// `Health, start and stop` becomes `health-start-and-stop`.
  private static func tag(_ title: String) -> String {
    title.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
  }
}

private func plainHelp(_ page: RulePage) -> String {
  let references = page.references.isEmpty ? "" : "\n\nReferences:\n" + page.references.joined(separator: "\n")
  return "\(trimmed(page.why))\n\nHow to fix: \(trimmed(page.fix))\(references)"
}
