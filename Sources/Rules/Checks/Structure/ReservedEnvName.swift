import Models
import Syntax

extension Check {
  static let reservedEnvName = Check.cloudRun { resource, findings in
    for container in resource.containers {
      guard let list = container.node.field("env").value, let elements = list.sequence else { continue }
      for (index, element) in elements.enumerated() {
        guard case .known(let name, let range) = EnvironmentVariable(element).name else { continue }
        let variable = Variable(name: name, range: range, node: element)
        // An empty list would stay behind as a key without a value.
        let removal =
          elements.count == 1
          ? findings.layout.removing("env", from: container.node)
          : findings.layout.removing(elementAt: index, of: list)
        check(variable, of: container, in: resource, removal, &findings)
      }
    }
  }
}

private struct Variable {
  let name: String
  let range: SourceRange
  let node: Node
}

private func check(
  _ variable: Variable, of container: RunContainer, in resource: CloudRunResource, _ removal: Fix.Edit?,
  _ findings: inout Findings
) {
  if resource.kind.overwrittenVariables.contains(variable.name) {
    findings.report(
      variable.range, "\(variable.name) is set by Cloud Run in every container of a \(resource.kind.title)",
      caption: "set by Cloud Run", severity: .warning, help: "leave it out, or choose another name")
    return
  }
  guard resource.kind.reservedVariables.contains(variable.name) else { return }
  guard variable.name == "PORT", resource.kind == .service else {
    findings.report(
      variable.range, "\(variable.name) is reserved: Cloud Run refuses a \(resource.kind.title) that sets it",
      caption: "reserved", help: "leave it out, or choose another name")
    return
  }
  // Only the container that takes the requests is given PORT; sidecars may use the name.
  guard let ingress = resource.ingressContainer, ingress.node.range == container.node.range else { return }
  let port = container.ports.value?.first?.field("containerPort")
  let listening = port?.value(orDefault: Node(.integer(8080), variable.range)).flatMap(\.scalarText)
  let wanted = container.ports.isUnknown ? nil : container.ports.isAbsent ? "8080" : listening
  let given = EnvironmentVariable(variable.node).value
  let isSame = given.value?.literal != nil && given.value?.literal == wanted
  let labels = port.flatMap { $0.isKnown ? [findings.label($0.range, "the value that Cloud Run gives it")] : nil }
  findings.report(
    variable.range, "PORT is reserved: Cloud Run sets it to the containerPort, and refuses a service that sets it",
    caption: "reserved", labels: labels ?? [],
    help: isSame ? "leave it out: it has this value anyway" : "leave it out, and set ports[0].containerPort instead",
    fixes: isSame ? removal.map { [Fix("Remove PORT", .safe, [$0])] } ?? [] : [])
}
