import Models
import Syntax

extension Check {
  /// The values of Cloud Run's annotations, as far as it is known what they may be.
  static var annotationValue: Check {
    .cloudRun { resource, findings in
      for (_, node) in resource.placedAnnotations {
        for entry in node.mapping?.entries ?? [] {
          guard let annotation = RunAnnotation.named(entry.key), let value = entry.value.scalarText, !value.isEmpty,
            Text(standInsIn: value) == nil || annotation.grammar.allows(value)
          else { continue }
          let isAlwaysSecond = resource.kind != .service
          findings.check(value, of: annotation, of: isAlwaysSecond ? resource.kind.title : nil, at: entry.value.range)
        }
      }
    }
  }
}

extension RunAnnotation.Grammar {
  /// Whether a value is one of those that are known to be right.
  fileprivate func allows(_ value: String) -> Bool {
    switch self {
    case .anything: true
    case .flag: ["true", "false"].contains(value.lowercased())
    // How small or large it may be is another rule's.
    case .number: Int(value) != nil
    case .oneOf(let values): values.contains(value)
    case .text(let longest): value.unicodeScalars.count <= longest
    case .fraction(let span): Double(value).map { $0 == 0 || span.contains($0) } ?? false
    case .connections: value.split(on: ",").allSatisfy(isConnection)
    case .key: isPath(value, along: ["projects", nil, "locations", nil, "keyRings", nil, "cryptoKeys", nil])
    case .policy: value == "default" || isPath(value, along: ["projects", nil, "platforms", "cloudRun", nil])
    case .jsonStrings: json(value)?.sequence?.allSatisfy { $0.string != nil } ?? false
    case .jsonObject: json(value)?.mapping != nil
    }
  }
}

extension RunAnnotation.Grammar {
  /// What it takes, where that is no list of words.
  fileprivate var inWords: String {
    switch self {
    case .fraction(let span): "0, or \(span.lowerBound) to \(span.upperBound)"
    case .connections: "PROJECT:REGION:INSTANCE, with commas between several"
    case .key: "projects/PROJECT/locations/REGION/keyRings/RING/cryptoKeys/KEY"
    case .policy: "'default', or projects/PROJECT/platforms/cloudRun/POLICY"
    case .jsonStrings: "a list of strings in JSON, such as [\"https://api.example.com\"]"
    case .jsonObject: "an object in JSON, such as {\"web\": \"…\"}"
    case .anything, .flag, .number, .oneOf, .text: ""
    }
  }
}

/// `project:region:instance`, of which a project in a domain has a colon itself.
private func isConnection(_ text: Substring) -> Bool {
  let parts = text.drop { $0 == " " }.split(on: ":", keepingEmpty: true)
  return (3...4).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && !$0.contains("/") && !$0.contains(" ") }
}

/// Whether a path has these parts, where nil stands for any one.
private func isPath(_ text: String, along pattern: [String?]) -> Bool {
  let parts = text.split(on: "/", keepingEmpty: true)
  return parts.count == pattern.count
    && zip(parts, pattern).allSatisfy { part, wanted in wanted.map { $0 == part } ?? !part.isEmpty }
}

private func json(_ text: String) -> Node? {
  let parsed = ParsedFile(reading: SourceFile(path: "", text: text), as: .json)
  return parsed.diagnostics.isEmpty ? parsed.documents.first : nil
}

extension Findings {
  fileprivate mutating func check(
    _ value: String, of annotation: RunAnnotation, of owner: String?, at range: SourceRange
  ) {
    if let owner, annotation.key == "run.googleapis.com/execution-environment", value == "gen1" {
      report(
        range, "a \(owner) runs in the second generation execution environment only, so '\(value)' is refused",
        caption: "not for a \(owner)", help: "write gen2, or leave it out",
        fixes: [Fix("Write gen2", .safe, [replacing(range, with: "gen2")])])
      return
    }
    guard !annotation.grammar.allows(value) else { return }
    switch annotation.grammar {
    case .anything: return
    case .flag: report(value, of: annotation, ["true", "false"], at: range)
    case .number:
      report(range, "'\(value)' is no value of \(annotation.key): it takes a whole number", caption: "no whole number")
    case .oneOf(let values): report(value, of: annotation, values, at: range)
    case .text(let longest):
      report(
        range, "\(annotation.key) has \(value.unicodeScalars.count) characters, and \(longest) are the most",
        caption: "too long")
    default:
      report(
        range, "'\(value)' is no value of \(annotation.key): it takes \(annotation.grammar.inWords)",
        caption: "not allowed")
    }
  }

  private mutating func report(
    _ value: String, of annotation: RunAnnotation, _ values: [String], at range: SourceRange
  ) {
    let allowed = values.map { "'\($0)'" }.inWords("or")
    let near = nearest(to: value, among: values).first
    report(
      range, "'\(value)' is no value of \(annotation.key): it takes \(allowed)",
      caption: "not allowed",
      help: near.map { "write '\($0)'" },
      fixes: near.map { near in
        let isSame = near.lowercased() == value.lowercased()
        return [Fix("Write '\(near)'", isSame ? .safe : .unsafe, [replacing(range, with: near)])]
      } ?? [])
  }
}
