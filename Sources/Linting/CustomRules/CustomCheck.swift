import CEL
import Forms
import Models
import RuleFiles
import Rules
import Syntax

/// The check of a user's rule, read from its expressions.
struct CustomCheck: Sendable {
  let subjects: [CustomSubject]
  /// The list of which every entry is looked at; nil for the subject itself.
  let each: FieldPath?
  let condition: PlacedExpression?
  let requirement: PlacedExpression
  let place: FieldPath?
  /// Nil for the title of the rule.
  let message: MessageTemplate?
  let help: MessageTemplate?
  let optionNames: [String]

  /// What came out of an expression that must be true.
  private enum Verdict {
    case met
    /// With what it asks for that is not there, in words; empty where all is there.
    case unmet(String)
    case unknown
    case failed(Failure)
  }

  /// Why an expression has no outcome, and where in it.
  private struct Failure {
    let offset: Int
    let message: String
  }

  /// The check, as every rule has one.
  func check(kinds: [Resource.Kind]) -> Check {
    Check(kinds) { resource, findings in self.look(at: resource, &findings) }
  }

  private func look(at resource: Resource, _ findings: inout Findings) {
    var secrets: SecretTexts?
    for subject in subjects where subject.kinds.contains(resource.kind) {
      let cases = subject == .container ? resource.containers.map { CustomCase(resource, $0) } : [CustomCase(resource)]
      for found in cases {
        guard let each else {
          judge(found, &findings, &secrets)
          continue
        }
        for item in each.node(in: found.node)?.sequence ?? [] {
          judge(CustomCase(resource, found.container, item: item), &findings, &secrets)
        }
      }
    }
  }

  private func judge(_ found: CustomCase, _ findings: inout Findings, _ secrets: inout SecretTexts?) {
    let values = values(for: found, findings)
    if let condition {
      switch verdict(of: condition, values) {
      case .met: break
      case .unmet, .unknown: return
      case .failed(let problem): return report(problem, in: condition, found, &findings, &secrets)
      }
    }
    switch verdict(of: requirement, values) {
    case .met, .unknown: break
    case .unmet(let absence): report(found, values, absence, &findings, &secrets)
    case .failed(let problem): report(problem, in: requirement, found, &findings, &secrets)
    }
  }

  /// What asks for something that is not there is not met.
  private func verdict(of expression: PlacedExpression, _ values: (String) -> CEL.Value?) -> Verdict {
    do throws(EvaluationProblem) {
      switch try expression.expression.evaluate(values) {
      case .bool(let isMet): return isMet ? .met : .unmet("")
      case .unknown: return .unknown
      case let other:
        return .failed(
          Failure(offset: 0, message: "this must be true or false, and is of type \(other.typeName)"))
      }
    } catch {
      return error.isAbsence ? .unmet(error.message) : .failed(Failure(offset: error.offset, message: error.message))
    }
  }

  private func values(for found: CustomCase, _ findings: Findings) -> (String) -> CEL.Value? {
    let options = optionNames.map { ($0, CEL.Value.list(findings.option($0).map { .string($0) })) }
    let run = findings.run
    return { name in
      switch name {
      case "resource": CEL.Value(found.resource.node)
      case "container": found.container.map { CEL.Value($0.node) }
      case "item": found.item.map { CEL.Value($0) }
      case "options": .map(options)
      case "task":
        // The task definition of a service may be in no file that is looked at.
        found.resource.kind == .taskDefinition
          ? CEL.Value(found.resource.node)
          : run.taskDefinition(of: found.resource).map { CEL.Value($0.node) } ?? .unknown
      default: nil
      }
    }
  }

  private func range(for found: CustomCase) -> SourceRange {
    place?.nearestPlace(in: found.node) ?? found.anchor
  }

  private func report(
    _ found: CustomCase, _ values: (String) -> CEL.Value?, _ absence: String, _ findings: inout Findings,
    _ secrets: inout SecretTexts?
  ) {
    let known = secrets ?? SecretTexts(of: found.resource, findings.run)
    secrets = known
    let range = range(for: found)
    findings.report(
      range, message?.text(values, hiding: known) ?? standardMessage(found, findings.rule),
      caption: known.shown(absence),
      help: help?.text(values, hiding: known), hidesSource: known.hides(range))
  }

  private func standardMessage(_ found: CustomCase, _ rule: Rule) -> String {
    let title = rule.title.startingInLowerCase
    return found.container.map { "\($0.title): \(title)" } ?? title
  }

  /// A rule that cannot tell says so: what nobody could judge must not look as if it were good.
  private func report(
    _ problem: Failure, in expression: PlacedExpression, _ found: CustomCase, _ findings: inout Findings,
    _ secrets: inout SecretTexts?
  ) {
    let known = secrets ?? SecretTexts(of: found.resource, findings.run)
    secrets = known
    let range = range(for: found)
    // What is wrong with a value is said with the value.
    let message = known.shown(problem.message)
    findings.report(
      range, "\(findings.rule.name) cannot be judged here: \(message)",
      labels: [.init(file: expression.file, range: expression.range(at: problem.offset), message: message)],
      help: "write the expression so that it holds for every file that may come, or narrow the rule with 'where'",
      hidesSource: known.hides(range))
  }
}

extension String {
  /// As a message starts, unless the first word is an abbreviation.
  fileprivate var startingInLowerCase: String {
    let isAbbreviation = dropFirst().prefix { $0 != " " }.contains(where: \.isUppercase)
    guard let first, !isAbbreviation else { return self }
    return first.lowercased() + dropFirst()
  }
}
