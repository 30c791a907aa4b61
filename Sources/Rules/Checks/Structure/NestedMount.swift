import Models
import Syntax

extension Check {
  /// A volume inside of another one.
  static var nestedMount: Check {
    .cloudRun { resource, findings in
      for container in resource.containers {
        let mounts = container.mounts.compactMap { mount -> (path: String, range: SourceRange)? in
          guard case .known(let text, let range) = mount.path, let path = text.literal, path.hasPrefix("/"), path != "/"
          else { return nil }
          return (path.last == "/" ? String(path.dropLast()) : path, range)
        }
        for inner in mounts {
          guard let outer = mounts.first(where: { inner.path.hasPrefix($0.path + "/") }) else { continue }
          findings.report(
            inner.range,
            "\(container.title) mounts a volume at '\(inner.path)', inside of the one at '\(outer.path)', which Cloud Run "
              + "does not support",
            caption: "inside of another volume", severity: .warning,
            labels: [findings.label(outer.range, "the outer one")], help: "mount them beside each other")
        }
      }
    }
  }
}
