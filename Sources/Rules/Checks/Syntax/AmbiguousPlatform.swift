import Forms
import Syntax

extension Check {
  static let ambiguousPlatform = Check([.knativeService]) { resource, findings in
    guard let version = resource.node["apiVersion"] else { return }
    findings.report(
      version.range,
      "this may be a service of Cloud Run or of Knative on Kubernetes, so only what holds for both is checked",
      caption: "both are written like this",
      help: "for Cloud Run, add an annotation such as run.googleapis.com/ingress, or name the file when linting; "
        + "for a cluster, leave the file out")
  }
}
