import Forms
import Models
import Syntax

extension Check {
  static let invalidRole = Check.rolesOfTasks + .rolesOfOverrides

  private static var rolesOfTasks: Check {
    .taskDefinitions { task, findings in
      check(task.executionRole, named: "executionRoleArn", beside: task.containers, &findings)
      check(task.taskRole, named: "taskRoleArn", beside: task.containers, &findings)
    }
  }

  private static var rolesOfOverrides: Check {
    Check([.runTask]) { resource, findings in
      let overrides = resource.node.field("overrides")
      for field in ["executionRoleArn", "taskRoleArn"] {
        check(overrides.field(field).text.orAbsentIfEmpty, named: field, beside: [], &findings)
      }
    }
  }

  private static func check(
    _ field: Field<Text>, named name: String, beside containers: [ContainerDefinition], _ findings: inout Findings
  ) {
    guard case .known(let text, let range) = field else { return }
    let role = RoleReference(text)
    if let fault = role.fault {
      findings.report(
        range, "\(name) '\(text.source)' is no IAM role: \(fault)",
        help: "the ARN of a role is arn:aws:iam::123456789012:role/NAME",
        fixes: role.meant.map { findings.writing($0.text, at: range, $0.safety) } ?? [])
      return
    }
    guard let partition = role.arn?.partition.literal, let place = RegionStatement(in: containers),
      Models.partition(ofRegion: place.region) != partition
    else { return }
    let wanted = Models.partition(ofRegion: place.region)
    findings.report(
      range,
      "\(name) is in the partition '\(partition)', the task in '\(wanted)': no role of another partition can be used",
      caption: "should start with arn:\(wanted):iam",
      labels: [findings.label(place.range, "the region \(place.region) is in the partition \(wanted)")],
      help: "name a role of the partition \(wanted): arn:\(wanted):iam::123456789012:role/NAME",
      fixes: role.inPartition(wanted).map { findings.writing($0, at: range) } ?? [])
  }
}

extension RoleReference {
  /// What keeps it from being a role, in words that follow a colon; nil when nothing does, as far as is known.
  fileprivate var fault: String? {
    guard text.knownPrefix.hasPrefix("arn:") else { return faultOfName }
    guard let arn else {
      let count = text.split(on: ":").count
      return text.hasHoles ? nil : "an ARN has six parts between colons, this has \(count)"
    }
    return arn.faultOfRole
  }

  /// What was plainly or likely meant; nil when that is not clear.
  fileprivate var meant: (text: String, safety: Fix.Safety)? {
    guard var parts = text.literal?.split(separator: ":", omittingEmptySubsequences: false).map(String.init),
      parts.count >= 5, parts[0] == "arn"
    else { return nil }
    if parts.count == 5 { parts.insert("", at: 3) }
    guard parts.count == 6 else { return nil }
    var safety = Fix.Safety.safe
    if parts[2] == "sts", parts[5].hasPrefix("assumed-role/") {
      parts[2] = "iam"
      parts[5] = "role/" + (parts[5].split(separator: "/").dropFirst().first ?? "")
      safety = .unsafe
    } else if !parts[5].contains("/"), parts[5] != "root" {
      parts[5] = "role/" + parts[5]
      safety = .unsafe
    }
    parts[3] = ""
    let text = parts.joined(separator: ":")
    return text != self.text.literal && RoleReference(Text(text)).fault == nil ? (text, safety) : nil
  }

  fileprivate func inPartition(_ partition: String) -> String? {
    guard var parts = text.literal?.split(separator: ":", omittingEmptySubsequences: false), parts.count == 6 else {
      return nil
    }
    parts[1] = partition[...]
    return parts.joined(separator: ":")
  }

  private var faultOfName: String? {
    guard let literal = text.markingStandIns.literal else { return nil }
    if literal == "AWSServiceRoleForECS" { return serviceLinked }
    let isName = literal.utf8.allSatisfy { $0.isRoleNameByte || $0 == UInt8(ascii: "/") }
    return isName ? nil : "it is neither an ARN nor a name made of letters, digits and + = , . @ - _"
  }
}

private let serviceLinked = "it is a service-linked role, which only its own service can use"

extension ARN {
  fileprivate var faultOfRole: String? {
    if let service = service.literal, service != "iam" {
      if service == "sts" { return "it is a session of a role, not the role itself" }
      return "it names something of the service '\(service)'"
    }
    if let region = region.literal, !region.isEmpty { return "IAM has no regions, but it names '\(region)'" }
    return faultOfAccount ?? faultOfResource
  }

  private var faultOfAccount: String? {
    guard let account = account.literal else { return nil }
    if account.isEmpty { return "the account is missing" }
    guard account.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return account == "aws" ? "it names something that AWS owns" : nil
    }
    return account.utf8.count == 12 ? nil : "an account has 12 digits, '\(account)' has \(account.utf8.count)"
  }

  private var faultOfResource: String? {
    guard let type = resourceType else {
      guard let literal = resource.literal else { return nil }
      return literal == "root" ? "it is the account itself" : "'role/' is missing before '\(literal)'"
    }
    guard type == "role" else {
      let title = [
        "policy": "a policy", "user": "a user", "group": "a group", "instance-profile": "an instance profile",
        "assumed-role": "a session of a role", "server-certificate": "a certificate", "mfa": "an MFA device",
      ][type]
      return "it is \(title ?? "'\(type)'"), and only a role can be used by a task"
    }
    if resource.knownPrefix.hasPrefix("role/aws-service-role/") { return serviceLinked }
    guard let name = resourceName.literal else { return nil }
    if name.isEmpty { return "the name is missing behind 'role/'" }
    if name.utf8.count > 64 { return "the name of a role has at most 64 characters, this has \(name.utf8.count)" }
    return name.utf8.allSatisfy(\.isRoleNameByte)
      ? nil : "'\(name)' has a character that no role's name has: letters, digits and + = , . @ - _ only"
  }
}

extension UInt8 {
  fileprivate var isRoleNameByte: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "+=,.@-_".utf8.contains(self)
    }
  }
}

/// Where a task definition names the region it runs in.
private struct RegionStatement {
  let region: String
  let range: SourceRange

  /// Nil when no container says it, or they disagree about the partition.
  init?(in containers: [ContainerDefinition]) {
    var found: [RegionStatement] = []
    for container in containers {
      if case .known(let region, let range) = container.logOptions.field("awslogs-region").nonEmptyString {
        found.append(RegionStatement(region: region, range: range))
      }
    }
    found = found.filter { $0.region.split(on: "-").count >= 3 && ($0.region.last?.isNumber ?? false) }
    guard let first = found.first, case let partition = partition(ofRegion: first.region),
      found.allSatisfy({ Models.partition(ofRegion: $0.region) == partition })
    else { return nil }
    self = first
  }

  private init(region: String, range: SourceRange) {
    self.region = region
    self.range = range
  }
}
