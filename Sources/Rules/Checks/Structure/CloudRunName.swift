import Models
import Syntax

extension Check {
  /// The names of a Cloud Run resource, its containers and its volumes, and the project it is in.
  static var cloudRunName: Check {
    .cloudRun { resource, findings in
      let rule: RunName = resource.kind == .service ? .service : .job
      findings.check(resource.name, rule, "the \(resource.kind.title)")
      for container in resource.containers { findings.check(container.name, .container, "a container") }
      for volume in resource.runVolumes where volume.name.value == "cloudsql" && !volume.sources.isEmpty {
        findings.report(
          volume.name.range, "a volume cannot be called 'cloudsql': Cloud Run keeps the name to itself",
          caption: "reserved", help: "write another name, at the mounts, too")
      }
      findings.checkNamespace(of: resource)
    }
  }
}

extension Findings {
  fileprivate mutating func check(_ name: Field<String>, _ rule: RunName, _ owner: String) {
    guard case .known(let text, let range) = name, Text(placeholdersIn: text) == nil, Text(standInsIn: text) == nil,
      let flaw = rule.flaw(of: text)
    else { return }
    report(
      range, "'\(text)', the name of \(owner), \(flaw)", caption: "no name for it",
      help: "write lower-case letters, digits and hyphens, \(rule.longest) at most")
  }

  fileprivate mutating func checkNamespace(of resource: CloudRunResource) {
    guard case .known(let namespace, let range) = resource.namespace, !isProject(namespace) || namespace == "default",
      Text(placeholdersIn: namespace) == nil, Text(standInsIn: namespace) == nil
    else { return }
    report(
      range, "the namespace '\(namespace)' is no project: on Cloud Run it is the name or the number of one",
      caption: "not a project", help: "write the project, or leave it out: gcloud puts its own project there")
  }
}
