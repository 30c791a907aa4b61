import Forms
import Models
import Syntax

extension Check {
  static let invalidValue = Check.structure(judgeValue) + .valuesOfCloudRun + .relatedValues

  private static var valuesOfCloudRun: Check {
    .annotationValue + .cloudRunName + .cloudRunStorage + .cloudRunVariable
  }
}

private func judgeValue(_ issue: StructuralIssue, _ findings: inout Findings) {
  guard !issue.isJudgedElsewhere else { return }
  switch issue.problem {
  case .notAllowed(let value, let allowed, let nearest):
    findings.report(
      issue.range, "'\(value)' is no value of '\(issue.field)': it takes \(allowed.map { "'\($0)'" }.inWords("or"))",
      caption: "not allowed",
      help: nearest.map { "write '\($0)'" }, fixes: nearest.map { [findings.replacing(issue, value, $0)] } ?? [])
  case .outOfRange(let number, let allowed):
    let octal = octal(issue, number)
    findings.report(
      issue.range, "\(number) is out of range: '\(issue.field)' takes \(allowed.inWords)", caption: "out of range",
      help: octal.map {
        "write \($0), or 0\(number) in YAML: \(number) is not octal without the zero, and JSON has no octal numbers"
      },
      fixes: octal.map { findings.writing(String($0), at: issue.range) } ?? [])
  case .wrongLength(let count, let allowed):
    findings.report(
      issue.range, "'\(issue.field)' has \(count) characters, and takes \(allowed.inWords)",
      caption: "\(count) characters")
  case .wrongCount(let count, let allowed):
    findings.report(
      issue.range, "'\(issue.field)' has \(count) elements, and takes \(allowed.inWords)",
      caption: count > allowed.upperBound ? "more than \(allowed.upperBound)" : "fewer than \(allowed.lowerBound)")
  case .strangeCharacter(let stranger, let allowed):
    findings.report(
      issue.range,
      "the character \(stranger.debugDescription) is not allowed in '\(issue.field)', which takes \(allowed.description)",
      caption: "has \(stranger.debugDescription)")
  default:
    return
  }
}

/// Mode bits in decimal digits that were meant as octal ones: `644`.
private func octal(_ issue: StructuralIssue, _ number: String) -> Int? {
  guard ["mode", "defaultMode"].contains(issue.field), let bits = Int(number, radix: 8), (1...511).contains(bits) else {
    return nil
  }
  return bits
}

extension StructuralIssue {
  /// Whether another rule says more about the values of this field.
  fileprivate var isJudgedElsewhere: Bool {
    let codes = [
      "ContainerDependency.condition": "HLT012",
      "PortMapping.protocol": "NET005",
      "PortMapping.appProtocol": "NET005",
      "ContainerPort.name": "NET005",
      "ContainerPort.protocol": "NET005",
    ]
    var code = codes[member]
    // A capacity provider in the place of a launch type.
    if case .notAllowed("FARGATE_SPOT", _, _) = problem { code = "SPT005" }
    guard let code else { return false }
    let platform = shape.api == .ecs ? Platform.ecs : .cloudRun
    return Rule.all.contains { $0.code == code && $0.platforms.contains(platform) }
  }
}

extension Findings {
  fileprivate func replacing(_ issue: StructuralIssue, _ value: String, _ nearest: String) -> Fix {
    Fix(
      "Write '\(nearest)'", value.lowercased() == nearest.lowercased() ? .safe : .unsafe,
      [replacing(issue.range, with: nearest)])
  }
}

extension ClosedRange<Int> {
  /// `1 to 10`, or the one end that there is.
  fileprivate var inWords: String {
    if upperBound == Int.max { return "\(lowerBound) or more" }
    if lowerBound == 0, upperBound == 1 { return "at most 1" }
    return "\(lowerBound) to \(upperBound)"
  }
}
