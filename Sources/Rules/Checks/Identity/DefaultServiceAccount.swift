import Models
import Syntax

extension Check {
  static let defaultServiceAccount = Check.cloudRun { resource, findings in
    let help = "name an account of its own: serviceAccountName: NAME@PROJECT.iam.gserviceaccount.com"
    switch resource.serviceAccount {
    case .known(let account, let range):
      guard let owner = defaultAccountOwner(account) else { return }
      findings.report(
        range,
        "'\(account.source)' is the default account of \(owner), often an editor of the whole project",
        caption: "shared by everything that names no account", help: help)
    case .absent:
      // Without containers it is a part of something, put together elsewhere.
      guard resource.instanceSpec.isKnown, !resource.containers.isEmpty else { return }
      guard resource.instanceSpec.field("serviceAccount").isAbsent else { return }
      let empty = resource.instanceSpec.value?.mapping?.entry("serviceAccountName")
      findings.report(
        empty?.value.range ?? resource.anchor,
        "no service account: the \(resource.kind.title) runs as the Compute Engine default account, "
          + "often an editor of the whole project",
        caption: empty == nil ? "serviceAccountName is missing" : "empty", help: help)
    case .unknown: return
    }
  }
}

/// Whose default account it is, nil when it is none.
private func defaultAccountOwner(_ account: Text) -> String? {
  let suffix = account.knownSuffix.lowercased()
  if suffix.hasSuffix("-compute@developer.gserviceaccount.com") { return "Compute Engine" }
  if suffix.hasSuffix("@appspot.gserviceaccount.com") { return "App Engine" }
  return nil
}
