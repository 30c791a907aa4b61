import Forms
import Models
import Syntax

extension Check {
  static let signalsNotForwarded = Check.signalsOfTasks + .signalsOfInstances

  private static var signalsOfTasks: Check {
    .taskDefinitions { task, findings in
      let starters = findings.run.services(of: findings.resource)
      guard task.isLongRunning(startedBy: starters), task.isWindows != .yes else { return }
      for container in task.containers where container.isEssential == true && !task.endsFirst(container) {
        let hasInit = container.node.field("linuxParameters").field("initProcessEnabled").bool
        guard hasInit.value(orDefault: false) == false, container.node.field("entryPoint").list.isNotUnknown else {
          continue
        }
        let words = container.node.field("entryPoint").elements + container.node.field("command").elements
        findings.reportSignals(
          words, container.imageReference, container.title,
          after: "\(container.stopTimeout.value ?? ContainerDefinition.defaultStopTimeout) seconds")
      }
    }
  }

  private static var signalsOfInstances: Check {
    .cloudRun([.service, .workerPool]) { resource, findings in
      for container in resource.containers where container.node.field("command").list.isNotUnknown {
        let words = container.node.field("command").elements + container.node.field("args").elements
        findings.reportSignals(words, container.imageReference, container.title, after: "10 seconds")
      }
    }
  }
}

extension Field {
  fileprivate var isNotUnknown: Bool { !isUnknown }
}

extension Findings {
  fileprivate mutating func reportSignals(
    _ words: [Node], _ image: Field<ImageReference>, _ title: String, after grace: String
  ) {
    let texts = words.compactMap { Field.known($0, at: $0.range).text.value?.withHolesMarked }
    guard texts.count == words.count, !texts.isEmpty,
      let signal = StopSignal(texts, isAlpine: image.value?.isAlpine ?? false)
    else { return }
    let place = words[signal.index].range
    switch signal.obstacle {
    case .runner(let runner):
      report(
        place,
        "'\(runner)' gets the SIGTERM that stops \(title) and does not reliably pass it on, so the program may be killed "
          + "in the middle of its work",
        caption: "in front of the program", help: "run the program itself, such as node server.js")
    case .shell(let shell):
      report(
        place,
        "\(shell) gets the SIGTERM that stops \(title) and does not pass it on, so the program is killed after \(grace) "
          + "in the middle of its work",
        caption: "\(shell) waits in front of it",
        help: "let the last command be 'exec' and the program, without a pipe and nothing behind it")
    case .perhapsShell(let shell, let program):
      report(
        place,
        "without exec, the \(shell) of Debian and Ubuntu stays in front of '\(program)' in \(title) and passes no SIGTERM on",
        caption: "no exec", severity: .note, help: "write exec before \(program)",
        fixes: execFix(before: program, in: place))
    }
  }

  private func execFix(before program: String, in place: SourceRange) -> [Fix] {
    guard let range = resource.file.range(of: program, in: place),
      let before = resource.file.bytes[..<range.lower].last, before == 0x20 || range.lower <= place.lower + 1
    else { return [] }
    return [Fix("Write exec", .unsafe, [Fix.Edit(SourceRange(range.lower, range.lower), "exec ")])]
  }
}
