import Models
import Syntax

extension Check {
  static let missingStartupProbe = Check.cloudRun { resource, findings in
    let disabled = resource.templateAnnotation("run.googleapis.com/health-check-disabled").value(orDefault: "false")
    guard disabled == "false" else { return }
    let ingress = resource.ingressContainer
    if let ingress, ingress.startupProbe.isAbsent {
      findings.report(
        ingress.anchor,
        "\(ingress.title) has no startup probe, so requests arrive as soon as its port is open, ready or not",
        caption: "no startupProbe",
        help: "add a startupProbe with httpGet or grpc that succeeds once the container can do its work")
    }
    let edges = RunDependencies(resource)?.edges ?? []
    for container in resource.containers where container.startupProbe.isAbsent {
      guard let edge = edges.first(where: { $0.awaited.text == container.name.value }),
        container.node.range != ingress?.node.range
      else { continue }
      findings.report(
        container.anchor,
        "'\(edge.waiting.text)' waits for \(container.title), which has no startup probe and so counts as started at once",
        caption: "no startupProbe", labels: [findings.label(edge.awaited.range, "waited for here")],
        help: "add a startupProbe that succeeds once the container can do its work")
    }
  }
}
