import Models
import Syntax

extension Check {
  static let healthCheckDisabled = Check.cloudRun { resource, findings in
    let key = "run.googleapis.com/health-check-disabled"
    let annotation = resource.templateAnnotation(key)
    guard case .known("true", let range) = annotation else { return }
    let probe = resource.containers.flatMap(\.probes).first { $0.kind == .startup }
    findings.report(
      range,
      "health-check-disabled 'true' lets a revision take over that has not shown that it starts"
        + (probe == nil ? "" : ", and makes the startup probe count for nothing at deployment"),
      caption: "not checked at deployment", labels: probe.map { [findings.label($0.keyRange, "not waited for")] } ?? [],
      help: "leave the annotation out",
      fixes: findings.removing(keyAt: resource.templateAnnotations.value?.mapping?.entry(key)?.keyRange))
  }
}
