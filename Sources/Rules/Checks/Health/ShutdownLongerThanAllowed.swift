import Models
import Syntax

extension Check {
  static let shutdownLongerThanAllowed = Check.shutdownOfTasks + .shutdownOfInstances

  private static var shutdownOfTasks: Check {
    .containerDefinitions { container, task, findings in
      var allowed = container.stopTimeout
      if allowed.isAbsent, findings.runsOnFargate == .yes {
        allowed = .known(ContainerDefinition.defaultStopTimeout, at: container.anchor)
      }
      guard case .known(let seconds, let range) = allowed else { return }
      let isDefault = container.stopTimeout.isAbsent
      findings.reportShutdown(
        of: Container(container), words: ["entryPoint", "command"],
        allowed: (seconds, isDefault ? "the default stopTimeout" : "stopTimeout"),
        label: isDefault ? nil : findings.label(range, "killed after this many seconds"),
        help: { wanted in
          wanted <= ContainerDefinition.fargateTimeouts.upperBound
            ? "set stopTimeout to more than \(wanted)"
            : "write less than \(seconds), or raise stopTimeout, to 120 at most"
        })
    }
  }

  private static var shutdownOfInstances: Check {
    .cloudRun { resource, findings in
      for container in resource.containers {
        findings.reportShutdown(
          of: Container(container), words: ["command", "args"], allowed: (10, "Cloud Run's fixed time"), label: nil,
          help: { _ in "write less than 10 seconds, and keep work that takes longer out of the shutdown" })
      }
    }
  }
}

extension Findings {
  fileprivate mutating func reportShutdown(
    of container: Container, words fields: [String], allowed: (seconds: Int, title: String), label: Label?,
    help: (Int) -> String
  ) {
    var graces: [(grace: ShutdownGrace, range: SourceRange)] = []
    for variable in container.environment {
      guard let name = variable.name.value, case .known(let value, let range) = variable.value,
        let text = value.literal,
        let grace = ShutdownGrace(variable: name, text)
      else { continue }
      graces.append((grace, range))
    }
    for field in fields {
      let elements = container.node.field(field).elements
      let texts = elements.map { $0.scalarText ?? "" }
      graces += ShutdownGrace.all(in: texts).map { ($0.grace, elements[$0.index].range) }
      for (element, text) in zip(elements, texts) where text.contains(" ") {
        graces += ShutdownGrace.all(inScript: text).map { ($0, element.range) }
      }
    }
    for (grace, range) in graces where grace.milliseconds > allowed.seconds * 1000 {
      report(
        range,
        "\(grace.name) gives \(container.title) \(grace.title) to shut down, and it is killed \(allowed.seconds) seconds "
          + "after SIGTERM, \(allowed.title)",
        caption: "more than \(allowed.seconds) seconds", labels: label.map { [$0] } ?? [],
        help: help(grace.milliseconds / 1000))
    }
  }
}
