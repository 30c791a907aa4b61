import Forms
import Models
import Syntax

extension Check {
  static let secretInCommand = Check.commandsOfContainers + .commandsOfOverrides

  private static var commandsOfContainers: Check {
    .containers { container, findings in
      for name in ["command", "args", "entryPoint"] {
        findings.reportSecrets(in: container.node.field(name), title: name, of: container.title)
      }
      findings.reportSecrets(
        in: container.node.field("healthCheck").field("command"), title: "healthCheck.command", of: container.title)
    }
  }

  private static var commandsOfOverrides: Check {
    Check([.runTask]) { resource, findings in
      for container in resource.node.field("overrides").field("containerOverrides").elements {
        let name = container.field("name").string.value.map { "container '\($0)'" } ?? "a container"
        findings.reportSecrets(in: container.field("command"), title: "command", of: name)
      }
    }
  }
}

extension Findings {
  fileprivate mutating func reportSecrets(in command: Field<Node>, title: String, of container: String) {
    let elements = command.elements
    let texts = elements.map { Field.known($0, at: $0.range).text.value }
    for secret in CommandSecret.all(in: texts) {
      report(
        elements[secret.index].range,
        "\(title) of \(container) holds \(secret.title) in plain text, for everybody who can read this file or what is deployed",
        caption: "written out here",
        help: "give it as a secret in an environment variable, and let a shell put it in: sh -c 'exec program "
          + "--password \"$PASSWORD\"'; then change it, since it was in this file")
    }
  }
}
