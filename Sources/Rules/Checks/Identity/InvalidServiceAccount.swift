import Models
import Syntax

extension Check {
  static let invalidServiceAccount = Check.cloudRun { resource, findings in
    guard case .known(let text, let range) = resource.serviceAccount, let flaw = ServiceAccountFlaw(text) else {
      return
    }
    findings.report(
      range, "'\(text.source)' \(flaw.message)", caption: flaw.caption,
      severity: flaw.isLeftover ? .warning : nil, help: "write NAME@PROJECT.iam.gserviceaccount.com",
      fixes: flaw.meant.map { [Fix("Write \($0)", .safe, [findings.replacing(range, with: $0)])] } ?? [])
  }
}

/// What keeps a text from naming a service account.
private struct ServiceAccountFlaw {
  let message: String
  var caption = "no service account"
  /// What can only have been meant.
  var meant: String?
  /// A name that every cluster of Kubernetes has.
  var isLeftover = false

  init?(_ text: Text) {
    let text = text.markingStandIns
    guard let literal = text.literal else {
      guard let flaw = ServiceAccountFlaw(ending: text.knownSuffix) else { return nil }
      self = flaw
      return
    }
    if let flaw = ServiceAccountFlaw(prefixed: literal) ?? ServiceAccountFlaw(ending: literal) {
      self = flaw
    } else if !literal.contains("@"), let flaw = ServiceAccountFlaw(identifier: literal) {
      self = flaw
    } else {
      return nil
    }
  }

  private init(_ message: String, caption: String = "no service account", meant: String? = nil) {
    self.message = message
    self.caption = caption
    self.meant = meant
  }

  /// `serviceAccount:api@…`, `projects/-/serviceAccounts/api@…`.
  private init?(prefixed text: String) {
    if text.hasPrefix("serviceAccount:") {
      let rest = String(text.dropFirst("serviceAccount:".count))
      self.init("is a member of a policy; the account itself is '\(rest)'", caption: "a member", meant: rest)
    } else if text.hasPrefix("projects/"), let rest = text.split(on: "/").last, rest.contains("@") {
      self.init("is the full name of an account; here its email is wanted: '\(rest)'", meant: String(rest))
    } else {
      return nil
    }
  }

  /// What stands behind the `@`.
  private init?(ending text: String) {
    guard let at = text.lastIndex(of: "@") else { return nil }
    let domain = text[text.index(after: at)...].lowercased()
    let name = text[..<at]
    if domain.hasSuffix(".gserviceaccount.com") || domain == "gserviceaccount.com" {
      guard text.first == "@" || name.contains(where: { $0 == " " || $0 == "@" || $0 == "/" }) else { return nil }
      // An unknown part may stand before the `@`.
      if text.first == "@" { return nil }
      self.init("is no email of a service account")
    } else {
      self.init("is no service account: their emails end in .gserviceaccount.com", caption: "another kind of account")
    }
  }

  /// The part before the `@` alone.
  private init?(identifier text: String) {
    let bytes = Array(text.utf8)
    let isPlain = bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
    if text == "default" {
      self.init("is the account that every namespace of Kubernetes has, and Cloud Run has none of that name")
      isLeftover = true
    } else if !isPlain || !(6...30).contains(bytes.count) || !(0x61...0x7A).contains(bytes[0]) || bytes.last == 0x2D {
      self.init(
        "is neither the email of a service account nor the part before its '@', which has 6 to 30 lower-case letters, "
          + "digits and hyphens")
    } else {
      return nil
    }
  }
}
