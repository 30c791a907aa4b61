import Models
import Syntax

extension Check {
  static let floatingSecretVersion = Check.cloudRun { resource, findings in
    let floating = resource.secrets.compactMap { secret -> (name: String, range: SourceRange)? in
      guard case .variable(let name) = secret.place, case .known(let text, let range) = secret.version,
        text.literal == "latest"
      else { return nil }
      return (name, range)
    }
    guard let first = floating.first else { return }
    let others = floating.count == 1 ? "" : " and \(floating.count - 1) more"
    findings.report(
      first.range,
      "'\(first.name)'\(others) \(floating.count == 1 ? "is" : "are") the latest version at the start of each instance, so "
        + "instances may differ",
      caption: "whatever is the latest",
      labels: floating.dropFirst().prefix(8).map { findings.label($0.range, "and '\($0.name)'") },
      help: "write the number of a version, such as '1'", hidesSource: false)
  }
}
