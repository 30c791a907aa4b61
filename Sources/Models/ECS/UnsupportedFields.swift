import Syntax

/// A field that some places do not take, though the API has it.
package struct UnsupportedField: Sendable {
  /// What of it is not taken; anything else is harmless.
  package enum Use: Sendable {
    /// Anything but null and what is empty.
    case notEmpty
    /// `true` alone.
    case yes
    /// A number above 0.
    case positive
    /// Any number.
    case number
    /// This string alone.
    case value(String)
  }

  /// Keys from the resource, container or volume down to it.
  package let path: [String]
  package let use: Use
  /// What to do without it; a clause.
  package let instead: String

  package init(_ path: [String], _ use: Use, _ instead: String) {
    self.path = path
    self.use = use
    self.instead = instead
  }

  package var name: String { path.joined(separator: ".") }
}

/// What AWS Fargate and the network mode `awsvpc` do not take, as of 2026-11-20.
///
/// Sources: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html>, the members'
/// documentation in the API reference, and the service's own error messages.
extension UnsupportedField {
  package static let ofFargateTasks = [
    UnsupportedField(
      ["ipcMode"], .notEmpty, "leave it out: containers of a task can share files in a volume, and localhost"),
    UnsupportedField(["pidMode"], .value("host"), "write \"task\" to let the containers of the task see each other"),
    UnsupportedField(
      ["placementConstraints"], .notEmpty, "leave it out, and choose subnets in the service to choose the zones"),
  ]

  package static let ofFargateVolumes = [
    UnsupportedField(
      ["dockerVolumeConfiguration"], .notEmpty,
      "use efsVolumeConfiguration, or an empty volume that lasts as the task does"),
    UnsupportedField(
      ["host", "sourcePath"], .notEmpty, "there is no host to read from: use efsVolumeConfiguration, or leave it out"),
  ]

  package static let ofFargateContainers = [
    UnsupportedField(["privileged"], .yes, "leave it out; the one capability that can be added is SYS_PTRACE"),
    UnsupportedField(["dnsSearchDomains"], .notEmpty, "write full host names"),
    UnsupportedField(
      ["dockerSecurityOptions"], .notEmpty, "leave it out: every task is isolated in a machine of its own"),
    UnsupportedField(["linuxParameters", "devices"], .notEmpty, "run the task on EC2 to use devices"),
    UnsupportedField(
      ["linuxParameters", "sharedMemorySize"], .positive,
      "/dev/shm stays small: tell the program to use a volume or /tmp (Chrome: --disable-dev-shm-usage)"),
    UnsupportedField(["linuxParameters", "tmpfs"], .notEmpty, "mount an empty volume of the task there"),
    UnsupportedField(["linuxParameters", "maxSwap"], .number, "there is no swap: give the task more memory"),
    UnsupportedField(["linuxParameters", "swappiness"], .number, "there is no swap: leave it out"),
    UnsupportedField(
      ["firelensConfiguration", "options", "config-file-type"], .value("s3"),
      "put the file into the image and write \"file\""),
  ]

  /// Also those of Fargate, which has no other network mode.
  package static let ofAwsvpcContainers = [
    UnsupportedField(["links"], .notEmpty, "leave it out: the containers of the task reach each other on localhost"),
    UnsupportedField(["hostname"], .notEmpty, "leave it out: the name of the task's interface is given"),
    UnsupportedField(["extraHosts"], .notEmpty, "use a private hosted zone of Route 53, or write addresses"),
    UnsupportedField(["dnsServers"], .notEmpty, "set the servers in the DHCP options of the VPC"),
    UnsupportedField(["disableNetworking"], .yes, "leave it out, and close the security group instead"),
  ]

  package static let ofFargateServices = [
    UnsupportedField(["placementConstraints"], .notEmpty, "leave it out, and choose subnets to choose the zones"),
    UnsupportedField(["placementStrategy"], .notEmpty, "leave it out: Fargate spreads the tasks over the zones itself"),
  ]
}

extension UnsupportedField {
  /// Where the field is used in a way that is not taken; nil where it is not, or where that is not known.
  ///
  /// The key where using it at all is the trouble, else the value.
  package func place(in node: Node) -> SourceRange? {
    guard let key = path.last, let parent = parent(in: node), let entry = parent.mapping?.entry(key),
      case .known(let value, let range) = parent.field(key)
    else { return nil }
    switch use {
    case .notEmpty: return value.isEmptyHanded ? nil : entry.keyRange
    case .yes: return parent.field(key).bool.value == true ? range : nil
    case .positive: return parent.field(key).integer.value.map { $0 > 0 } == true ? entry.keyRange : nil
    case .number: return parent.field(key).integer.isKnown ? entry.keyRange : nil
    case .value(let unsupported): return value.string == unsupported ? range : nil
    }
  }
}

extension UnsupportedField {
  /// The mapping that has the field.
  package func parent(in node: Node) -> Node? { path.dropLast().reduce(Optional(node)) { $0?[$1] } }
}

extension Node {
  /// Whether it is null, an empty string, list or mapping, or a list of such: what skeletons and `describe` are full of.
  fileprivate var isEmptyHanded: Bool {
    switch value {
    case .null, .string(""): true
    case .sequence(let elements): elements.allSatisfy(\.isEmptyHanded)
    case .mapping(let mapping): mapping.entries.allSatisfy { $0.value.isEmptyHanded } && !mapping.isOpen
    case .bool, .integer, .number, .string, .unresolved: false
    }
  }
}
