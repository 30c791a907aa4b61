import Models
import Syntax

extension Check {
  /// What Windows containers do not take, where nothing else is against it already.
  static var windowsFields: Check {
    .taskDefinitions { task, findings in
      guard task.isWindows == .yes else { return }
      let isOnFargate = findings.runsOnFargate == .yes
      // What Fargate or awsvpc refuse on Linux, too, is SCH006's.
      var others: Set<String> = []
      if isOnFargate {
        others = Set((UnsupportedField.ofFargateContainers + UnsupportedField.ofAwsvpcContainers).map(\.name))
        others.insert("ipcMode")
      } else if task.networkMode.value == "awsvpc" {
        others = Set(UnsupportedField.ofAwsvpcContainers.map(\.name))
      }
      let labels = [findings.label(task.operatingSystemFamily.range, "Windows")]
      for field in UnsupportedField.ofWindowsTasks where !others.contains(field.name) {
        if isOnFargate, case .value("host") = field.use { continue }
        findings.report(field, in: task.node, of: "this task", unsupportedBy: "Windows", labels)
      }
      for container in task.containers {
        for field in UnsupportedField.ofWindowsContainers where !others.contains(field.name) {
          findings.report(field, in: container.node, of: container.title, unsupportedBy: "Windows", labels)
        }
      }
      guard isOnFargate else { return }
      for volume in task.volumes {
        let title = volume.name.value.map { "volume '\($0)'" } ?? "this volume"
        for field in UnsupportedField.ofWindowsVolumesOnFargate {
          findings.report(field, in: volume.node, of: title, unsupportedBy: "Windows on Fargate", labels)
        }
      }
      for container in task.containers {
        for field in UnsupportedField.ofWindowsContainersOnFargate {
          findings.report(field, in: container.node, of: container.title, unsupportedBy: "Windows on Fargate", labels)
        }
      }
    }
  }
}
