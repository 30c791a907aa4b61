import Models
import Syntax

extension Check {
  static let publicInvoker = Check.cloudRun([.service]) { service, findings in
    guard case .known(true, let range) = service.isInvokerUnchecked else { return }
    let ingress = service.ingress
    let isInternal = ingress.value.map { $0 == "internal" } ?? false
    if case .known(true, let proxy) = service.isBehindIAP {
      findings.report(
        range, "who calls this service is not checked, although it stands behind Identity-Aware Proxy",
        caption: "nobody is checked", labels: [findings.label(proxy, "Identity-Aware Proxy")],
        help: "remove run.googleapis.com/invoker-iam-disabled")
      return
    }
    findings.report(
      range,
      isInternal
        ? "whoever reaches this service from inside may call it: nobody's identity is checked"
        : "everybody may call this service: nobody's identity is checked",
      caption: "nobody is checked", severity: isInternal || ingress.isUnknown ? .note : nil,
      labels: isInternal ? [findings.label(ingress.range, "from inside only")] : [],
      help: "remove it, and grant roles/run.invoker to those who may call")
  }
}
