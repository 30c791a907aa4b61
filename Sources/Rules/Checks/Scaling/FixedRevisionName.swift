import Models
import Syntax

extension Check {
  static let fixedRevisionName = Check.cloudRun([.service, .workerPool]) { resource, findings in
    guard case .known(let name, let range) = resource.revisionName else { return }
    if let flaw = flaw(of: name, in: resource) {
      findings.report(
        range, "the revision name '\(name.source)' \(flaw)", caption: "refused", severity: .error,
        labels: resource.name.isKnown ? [findings.label(resource.name.range, "the \(resource.kind.title)")] : [],
        help: "leave it out: Cloud Run finds a name for each revision",
        fixes: findings.removing(keyAt: resource.template.value?["metadata"]?.mapping?.entry("name")?.keyRange))
    } else if let literal = name.literal, Text(standInsIn: literal) == nil {
      findings.report(
        range,
        "the revision is always called '\(literal)', so the next deploy with any change is refused: it exists already",
        caption: "the same in every deploy",
        help: "leave it out: Cloud Run finds a name for each revision; or let each deploy fill in one",
        fixes: findings.removing(keyAt: resource.template.value?["metadata"]?.mapping?.entry("name")?.keyRange))
    }
  }
}

/// What makes a name unfit for a revision of the resource, nil when nothing is known to.
private func flaw(of name: Text, in resource: CloudRunResource) -> String? {
  guard let owner = resource.name.value, Text(placeholdersIn: owner) == nil, Text(standInsIn: owner) == nil else {
    return nil
  }
  let start = name.knownPrefix
  let wanted = owner + "-"
  let isPrefixed =
    name.hasHoles && start.utf8.count < wanted.utf8.count ? wanted.hasPrefix(start) : start.hasPrefix(wanted)
  if !isPrefixed, Text(standInsIn: start) == nil {
    return "does not begin with '\(wanted)', as every revision of '\(owner)' must"
  }
  guard let literal = name.literal, Text(standInsIn: literal) == nil else { return nil }
  if literal.utf8.count > 63 { return "has \(literal.utf8.count) characters; 63 are allowed" }
  let isPlain = literal.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  if !isPlain { return "has characters other than lower-case letters, digits and hyphens" }
  return literal.utf8.last == 0x2D ? "ends with a hyphen" : nil
}
