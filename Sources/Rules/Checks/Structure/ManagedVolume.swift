import Models
import Syntax

extension Check {
  /// What the volumes of a service or a run can have.
  static var volumeValues: Check {
    .services { service, findings in
      for volume in service.managedVolumes {
        guard case .known(let name, let range) = volume.field("volumeType").nonEmptyString else { continue }
        guard let type = VolumeType.all.first(where: { $0.name == name }) else {
          findings.report(
            range, "'\(name)' is no type of EBS volumes: it is \(VolumeType.all.map(\.name).inWords("or"))",
            caption: "no such type", help: "write gp3")
          continue
        }
        findings.checkNumber(of: volume, "sizeInGiB", in: type.sizes, for: type)
        if let iops = type.iops { findings.checkNumber(of: volume, "iops", in: iops, for: type) }
        if name == "gp3" {
          findings.checkNumber(of: volume, "throughput", in: 1...VolumeType.mostThroughput, for: type)
        }
      }
    }
  }

  /// What the volumes of a service or a run cannot do without.
  static var volumeNeeds: Check {
    .services { service, findings in
      for configuration in service.volumeConfigurations {
        guard let volume = configuration.field("managedEBSVolume").value, volume.mapping?.isOpen == false,
          let key = configuration.mapping?.entry("managedEBSVolume")?.keyRange
        else { continue }
        if volume.field("sizeInGiB").isAbsent, volume.field("snapshotId").nonEmptyString.isAbsent {
          findings.report(
            key, "a managed EBS volume needs a sizeInGiB, or the snapshotId of what it starts from",
            caption: "how large?",
            help: "add \"sizeInGiB\"")
        }
        if let type = VolumeType.all.first(where: { $0.name == volume["volumeType"]?.string }), type.requiresIOPS,
          let iops = type.iops, volume.field("iops").isAbsent
        {
          findings.report(
            volume.field("volumeType").range, "volumes of the type '\(type.name)' need iops beside their type",
            caption: "with how many iops?", help: "add \"iops\", \(iops.lowerBound) to \(iops.upperBound)")
        }
      }
    }
  }
}

extension Service {
  fileprivate var managedVolumes: [Node] { volumeConfigurations.compactMap { $0.field("managedEBSVolume").value } }
}

extension Findings {
  fileprivate mutating func checkNumber(
    of volume: Node, _ field: String, in allowed: ClosedRange<Int>, for type: VolumeType
  ) {
    guard case .known(let number, let range) = volume.field(field).integer, !allowed.contains(number) else { return }
    report(
      range,
      "\(field) \(number) is out of range: volumes of the type '\(type.name)' take \(allowed.lowerBound) to "
        + "\(allowed.upperBound)",
      caption: "out of range", labels: [label(volume.field("volumeType").range, "type")])
  }
}
