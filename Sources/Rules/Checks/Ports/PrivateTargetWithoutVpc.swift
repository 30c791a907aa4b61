import Models
import Syntax

extension Check {
  static let privateTargetWithoutVpc = Check.cloudRun { resource, findings in
    findings.checkAddresses(of: resource)
    findings.checkSockets(of: resource)
  }
}

extension Findings {
  fileprivate mutating func checkAddresses(of resource: CloudRunResource) {
    guard resource.hasVPCAccess == .no, resource.template.isKnown else { return }
    let help = "add run.googleapis.com/network-interfaces to the annotations of the template"
    for container in resource.containers {
      for variable in container.environment {
        guard let name = variable.name.value, case .known(let text, let range) = variable.value,
          let host = NetworkTarget.privateHost(in: text, named: name)
        else { continue }
        report(
          range, "'\(name)' leads to \(host), an address in a private network, and no way leads there",
          caption: "without access to a VPC network", help: help)
      }
    }
    for volume in resource.runVolumes {
      guard case .known(let server, let range) = volume.nfs.field("server").string,
        let host = NetworkTarget.privateHost(in: Text(server), named: "server")
      else { continue }
      report(
        range, "the volume \(volume.title) is on \(host), an address in a private network, and no way leads there",
        caption: "without access to a VPC network", help: help)
    }
  }

  /// Sockets of Cloud SQL stand under `/cloudsql` only for the instances that are attached.
  fileprivate mutating func checkSockets(of resource: CloudRunResource) {
    let instances = resource.cloudSQLInstances
    if instances.isPresent, resource.kind == .job, resource.containers.count > 1 {
      report(
        instances.range,
        "a job with \(resource.containers.count) containers gets no sockets of Cloud SQL under /cloudsql",
        caption: "not in jobs with several containers",
        help: "connect with a Cloud SQL connector library, or put the work into one container")
    }
    guard !instances.isUnknown, resource.template.isKnown, !resource.hasProxyForCloudSQL else { return }
    for container in resource.containers where !container.mountsVolume(at: "/cloudsql") {
      for variable in container.environment {
        guard let name = variable.name.value, case .known(let text, let range) = variable.value,
          let socket = CloudSQLSocket(in: text)
        else { continue }
        if instances.isAbsent {
          report(
            range, "'\(name)' leads to a socket under /cloudsql, and no instance of Cloud SQL is attached",
            caption: "nothing is there",
            help:
              "add run.googleapis.com/cloudsql-instances: PROJECT:REGION:INSTANCE to the annotations of the template",
            hidesSource: true)
        } else if let instance = socket.instance, let list = instances.value?.literal,
          !list.split(on: ",").contains(where: { $0.trimmed == instance })
        {
          report(
            range, "'\(name)' leads to the instance \(instance), and another one is attached: \(list)",
            caption: "not attached", labels: [label(instances.range, "what is attached")],
            help: "write the same instance in both places", hidesSource: true)
        }
      }
    }
  }
}

/// A path into `/cloudsql` in the value of a variable.
private struct CloudSQLSocket {
  /// `project:region:instance`, nil when it is not known.
  let instance: String?

  init?(in text: Text) {
    let folder = "/cloudsql/"
    for piece in text.pieces {
      guard case .literal(let part) = piece, let start = part.position(of: folder) else { continue }
      let rest = part[start...]
      let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ":.-_".contains($0)) }
      let isWhole = name.split(on: ":", keepingEmpty: true).count >= 3
      instance = isWhole && text.literal != nil ? String(name) : nil
      return
    }
    return nil
  }
}

extension String {
  /// Where the first occurrence of a text ends, nil when there is none.
  fileprivate func position(of text: String) -> Index? {
    indices.first { self[$0...].hasPrefix(text) }.map { index($0, offsetBy: text.count) }
  }
}

extension Substring {
  fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

extension CloudRunResource {
  /// Whether a sidecar may put the sockets there.
  fileprivate var hasProxyForCloudSQL: Bool {
    containers.contains { container in
      guard let image = container.imageReference.value else { return true }
      let name = image.name?.lowercased() ?? ""
      return ["cloud-sql-proxy", "gce-proxy", "cloudsql-proxy"].contains { name.holds($0) }
    }
  }
}

extension RunContainer {
  fileprivate func mountsVolume(at path: String) -> Bool {
    volumeMounts.contains { mount in
      guard let place = mount.field("mountPath").string.value else { return true }
      return place == path || place.hasPrefix(path + "/")
    }
  }
}
