import Syntax

extension TaskDefinition {
  /// `host` or `task`; absent means a namespace for each container.
  package var pidMode: Field<String> { node.field("pidMode").nonEmptyString }
  /// `host`, `task` or `none`.
  package var ipcMode: Field<String> { node.field("ipcMode").nonEmptyString }
}

extension ContainerDefinition {
  package var privileged: Field<Bool> { node.field("privileged").bool }
  package var readonlyRootFilesystem: Field<Bool> { node.field("readonlyRootFilesystem").bool }
  /// `user`, `user:group`, or numbers in their place; absent means what the image says.
  package var user: Field<Text> { node.field("user").text.orAbsentIfEmpty }
  /// What `linuxParameters` adds to Docker's own capabilities.
  package var addedCapabilities: [Node] {
    node.field("linuxParameters").field("capabilities").field("add").elements
  }

  /// Whether the container certainly runs as root: `root`, `0`, `0:0`, `root:staff`.
  package var isRoot: Bool {
    guard let user = user.value?.split(on: ":").first?.literal else { return false }
    return user == "root" || (!user.isEmpty && user.utf8.allSatisfy { $0 == UInt8(ascii: "0") })
  }
}

/// A Linux capability that a container is given beyond those that Docker gives to every container.
///
/// Written 2026-11 from <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_KernelCapabilities.html> and
/// capabilities(7).
package struct Capability: Sendable {
  package let name: String
  /// What a process may do with it, as a clause; nil where that hardly reaches beyond the container.
  package let reach: String?

  /// Nil for one that Docker gives to every container anyway.
  package init?(_ text: String) {
    let upper = text.uppercased()
    let name = upper.hasPrefix("CAP_") ? String(upper.dropFirst(4)) : upper
    guard !name.isEmpty, !capabilitiesOfDocker.contains(name) else { return nil }
    self.name = name
    reach = reachOfCapability[name]
  }

  /// Whether it acts on the network alone: under `awsvpc` that is the task's own.
  package var isOfNetwork: Bool { ["NET_ADMIN", "NET_BROADCAST"].contains(name) }
}

private let capabilitiesOfDocker: [String] = [
  "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "NET_RAW",
  "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
]

private let reachOfCapability = [
  "ALL": "do nearly everything that root of the instance may",
  "AUDIT_CONTROL": "switch the audit log of the instance off",
  "DAC_READ_SEARCH": "read files of the instance by their handles, past every permission",
  "LINUX_IMMUTABLE": "make files unchangeable, for root as well",
  "MAC_ADMIN": "change the mandatory access control of the instance",
  "MAC_OVERRIDE": "pass by the mandatory access control of the instance",
  "NET_ADMIN": "change interfaces, routes and firewalls",
  "SYS_ADMIN": "mount file systems and much else, which is nearly root of the instance",
  "SYS_BOOT": "restart the instance, or load another kernel",
  "SYS_MODULE": "load code into the kernel of the instance",
  "SYS_PTRACE": "read and change the memory of other processes",
  "SYS_RAWIO": "reach the memory and the disks of the instance directly",
  "SYS_TIME": "set the clock of the instance",
  "SYSLOG": "read the kernel's log and addresses",
]
