import Models
import Syntax

extension Check {
  static let vpcAccess = Check.cloudRun { resource, findings in
    let connector = resource.vpcConnector
    let interfaces = resource.networkInterfaces
    if connector.isKnown, interfaces.isKnown {
      findings.report(
        connector.range, "a connector and network-interfaces exclude each other: Cloud Run takes one of them",
        caption: "one way too many", labels: [findings.label(interfaces.range, "the other one")],
        help: "keep run.googleapis.com/network-interfaces, and remove the connector")
    }
    if case .known(let egress, let range) = resource.vpcEgress, connector.isAbsent, interfaces.isAbsent,
      Text(standInsIn: egress) == nil
    {
      findings.report(
        range, "vpc-access-egress '\(egress)' says what goes into a VPC network, and nothing leads to one",
        caption: "without a network",
        help: "add run.googleapis.com/network-interfaces, or remove run.googleapis.com/vpc-access-egress",
        fixes: findings.removing(
          keyAt: resource.templateAnnotations.value?.mapping?.entry("run.googleapis.com/vpc-access-egress")?.keyRange))
    }
    findings.checkConnector(connector)
    findings.checkInterfaces(interfaces)
  }
}

extension Findings {
  fileprivate mutating func checkConnector(_ connector: Field<Text>) {
    guard case .known(let text, let range) = connector, let name = text.literal, Text(standInsIn: name) == nil,
      name.contains("/")
    else { return }
    let parts = name.split(on: "/", keepingEmpty: true).map(String.init)
    let isWhole =
      parts.count == 6 && parts.allSatisfy { !$0.isEmpty }
      && [parts[0], parts[2], parts[4]] == ["projects", "locations", "connectors"]
    guard !isWhole else { return }
    report(
      range, "'\(name)' is no connector: its full name is projects/PROJECT/locations/REGION/connectors/NAME",
      caption: "not its name", help: "write the full name, or the last part of it alone")
  }

  /// A list with one object in JSON: `[{"network": "main", "subnetwork": "run", "tags": ["web"]}]`.
  fileprivate mutating func checkInterfaces(_ interfaces: Field<Text>) {
    guard case .known(let text, let range) = interfaces, let json = text.literal else { return }
    let sample = "write '[{\"network\": \"NETWORK\", \"subnetwork\": \"SUBNETWORK\"}]'"
    let parsed = ParsedFile(reading: SourceFile(path: "", text: json), as: .json)
    guard parsed.diagnostics.isEmpty, let root = parsed.documents.first else {
      report(range, "network-interfaces is not JSON", caption: "cannot be read", help: sample)
      return
    }
    guard let list = root.sequence, list.allSatisfy({ $0.mapping != nil }) else {
      if !root.isUnresolved {
        report(range, "network-interfaces is not a list of objects in JSON", caption: "not a list", help: sample)
      }
      return
    }
    guard let first = list.first, list.count == 1 else {
      report(
        range, "network-interfaces has \(list.count) interfaces: Cloud Run takes one", caption: "exactly one",
        help: sample)
      return
    }
    for entry in first.mapping?.entries ?? [] where !["network", "subnetwork", "tags"].contains(entry.key) {
      let near = nearest(to: entry.key, among: ["network", "subnetwork", "tags"]).first
      report(
        range, "an interface has no '\(entry.key)': it has network, subnetwork and tags", caption: "has '\(entry.key)'",
        help: near.map { "write \($0)" })
      return
    }
    if case .known(let tags, _) = first.field("tags"), tags.sequence == nil, !tags.isUnresolved {
      report(range, "the tags of an interface are a list: [\"web\"]", caption: "tags is no list")
    }
    if first.field("network").nonEmptyString.isAbsent, first.field("subnetwork").nonEmptyString.isAbsent {
      report(
        range, "the interface names neither a network nor a subnetwork", caption: "in which network?", help: sample)
    }
  }
}
