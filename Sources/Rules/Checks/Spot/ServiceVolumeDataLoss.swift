import Forms
import Models
import Syntax

extension Check {
  static let serviceVolumeDataLoss = Check.longRunning { service, findings in
    guard let other = findings.run.taskDefinition(of: findings.resource),
      StateSign.all(of: findings.resource, running: other, marks: StateMarks(findings)) != nil
    else { return }
    let task = other.taskDefinition
    for configuration in service.volumeConfigurations {
      guard configuration.field("managedEBSVolume").isKnown,
        case .known(let name, let range) = configuration.field("name").nonEmptyString
      else { continue }
      for container in task.containers {
        guard let sign = container.dataIn(volume: name) else { continue }
        findings.report(
          range,
          "volume '\(name)' is deleted with each task that ends, as at every deployment; "
            + "\(container.title) keeps its data there: \(sign.message)",
          caption: "made anew for each task", labels: [findings.label(sign.range, sign.message, in: other)],
          help: "keep the data in a managed service or on EFS; the tag seatrial:stateful=false says that it may be lost"
        )
        break
      }
    }
  }
}

extension ContainerDefinition {
  /// What says that it keeps data that matters in a volume; nil when nothing does.
  fileprivate func dataIn(volume name: String) -> (message: String, range: SourceRange)? {
    let mounts = mountPoints.filter {
      $0.field("sourceVolume").string.value == name && $0.field("readOnly").bool.value(orDefault: false) == false
    }
    guard !mounts.isEmpty, runsServer else { return nil }
    if case .known(let image, let range) = imageReference, let software = image.statefulSoftware, !software.isCache,
      let name = image.name
    {
      return ("\(name) is \(software.kind)", range)
    }
    for mount in mounts {
      if case .known(let path, let range) = mount.field("containerPath").string, StateTraces.isDataDirectory(path) {
        return ("\(path) is the directory of a database's data", range)
      }
    }
    return nil
  }
}
