import Forms
import Models
import Syntax

extension Check {
  static let staticCloudCredentials = Check.keysInEnvironment + .keysInOverrides + .keyFilesOnCloudRun

  private static var keysInEnvironment: Check {
    .containers { container, findings in
      let platform = findings.resource.kind.platform
      for variable in container.environment { findings.reportKey(in: variable, on: platform) }
    }
  }

  private static var keysInOverrides: Check {
    Check([.runTask]) { resource, findings in
      for container in resource.node.field("overrides").field("containerOverrides").elements {
        for node in container.field("environment").elements {
          findings.reportKey(in: EnvironmentVariable(node), on: .ecs)
        }
      }
    }
  }

  /// On ECS the file may as well say how to do without a key, by workload identity federation.
  private static var keyFilesOnCloudRun: Check {
    .cloudRun { resource, findings in
      for container in resource.containers {
        for variable in container.environment where variable.name.value == "GOOGLE_APPLICATION_CREDENTIALS" {
          guard case .known(let text, let range) = variable.value.orAbsentIfEmpty, let path = text.literal,
            path.hasPrefix("/"), !SecretValue(path).isPlaceholder
          else { continue }
          let isSecret = resource.isSecretMounted(above: path, in: container)
          guard isSecret != .unknown else { continue }
          findings.report(
            range,
            "GOOGLE_APPLICATION_CREDENTIALS makes \(container.title) use a key file instead of its service account"
              + (isSecret == .no ? ", and nothing but the image can hold the file" : ""),
            caption: isSecret == .no ? "a key in the image" : "a key that never expires",
            severity: isSecret == .no ? nil : .warning,
            help: "leave it out: libraries find the service account of the \(resource.kind.title) by themselves",
            hidesSource: false)
        }
      }
    }
  }
}

extension Findings {
  fileprivate mutating func reportKey(in variable: EnvironmentVariable, on platform: Platform) {
    guard let credential = variable.staticCredential else { return }
    let name = variable.name.value.map { "environment variable '\($0)'" } ?? "an environment variable"
    report(
      variable.value.range, "\(name) holds \(credential.title), which lasts until somebody withdraws it",
      caption: "written out here", help: credential.help(on: platform) + "; then delete this key", hidesSource: true)
  }
}

extension StaticCredential {
  fileprivate var title: String {
    switch self {
    case .accessKey: "the identifier of an AWS access key"
    case .secretAccessKey: "an AWS secret access key"
    case .sessionToken: "an AWS session token"
    case .serviceAccountKey: "the key of a Google service account"
    }
  }

  fileprivate func help(on platform: Platform) -> String {
    switch (self, platform) {
    case (.serviceAccountKey, .cloudRun): "name the service account in serviceAccountName"
    case (.serviceAccountKey, .ecs): "let workload identity federation take the task role"
    case (_, .ecs): "give the task role these rights: libraries find it by themselves"
    case (_, .cloudRun): "let the service account assume a role of AWS by its identity token"
    }
  }
}

extension CloudRunResource {
  /// Whether a file comes from a secret volume of the container.
  fileprivate func isSecretMounted(above path: String, in container: RunContainer) -> Truth {
    for mount in container.volumeMounts {
      guard let place = mount.field("mountPath").string.value, let name = mount.field("name").string.value else {
        return .unknown
      }
      guard path == place || path.hasPrefix(place.hasSuffix("/") ? place : place + "/") else { continue }
      guard let volume = volumes.first(where: { $0.field("name").string.value == name }) else { return .unknown }
      return volume.field("secret").isKnown ? .yes : .unknown
    }
    return container.node.field("volumeMounts").isUnknown ? .unknown : .no
  }
}
