import Syntax

/// The command of an ECS health check, taken apart.
///
/// Docker runs what stands behind `CMD` as a program with its arguments, and hands the one string behind `CMD-SHELL` to
/// `/bin/sh -c`; with any other first word it runs no check.
/// Reference: <https://github.com/moby/moby/blob/master/daemon/health.go>
package struct HealthCheckCommand: Sendable {
  package enum Form: Sendable, Equatable {
    /// `CMD`
    case exec
    /// `CMD-SHELL`
    case shell
    /// `NONE`
    case disabled
    /// Something else, which ECS does not document.
    case other
  }

  /// One element of the list.
  package struct Word: Sendable {
    package let text: Text
    package let node: Node

    /// The text with `unknownPart` for what is not known.
    package var marked: String { text.withHolesMarked }
  }

  package let form: Form
  package let first: Word
  /// What stands behind the first word.
  package let words: [Word]

  /// Nil when there is none, or not every element is text.
  package init?(_ check: HealthCheck) {
    let all = (check.command.value ?? []).compactMap { node in
      Field.known(node, at: node.range).text.value.map { Word(text: $0, node: node) }
    }
    guard let first = all.first, all.count == check.command.value?.count, !first.text.hasHoles else { return nil }
    self.first = first
    words = Array(all.dropFirst())
    switch first.text.literal {
    case "CMD": form = .exec
    case "CMD-SHELL": form = .shell
    case "NONE": form = .disabled
    default: form = .other
    }
  }

  /// The program and its arguments where no shell comes between.
  package var program: ShellScript.Command? {
    guard form == .exec, !words.isEmpty, script == nil else { return nil }
    return ShellScript.Command(words: words.map(\.marked), isRedirected: false)
  }

  /// What a shell is given to run.
  package var script: Word? {
    switch form {
    case .shell: words.first
    case .exec: words.indexOfShellScript(\.marked).map { words[$0] }
    case .disabled, .other: nil
    }
  }

  /// What a shell is given besides the script: not a part of it.
  package var wordsBehindScript: ArraySlice<Word> {
    switch form {
    case .shell: words.dropFirst()
    case .exec: words.indexOfShellScript(\.marked).map { words[($0 + 1)...] } ?? []
    case .disabled, .other: []
    }
  }

  /// Whether it is run, and can end with something else than 0, as far as is known.
  package var canFail: Bool {
    switch form {
    case .disabled, .other: false
    case .exec, .shell:
      script.map { ShellScript($0.text)?.status != .success } ?? (program?.statusOfProgram != .success)
    }
  }

  /// The commands of which the status is that of the check, or decides how it goes on; empty when they cannot be told.
  package var commands: [(command: ShellScript.Command, word: Word)] {
    if let program, let first = words.first { return [(program, first)] }
    guard let script, let read = ShellScript(script.text) else { return [] }
    return read.decidingCommands.map { ($0, script) }
  }
}

extension Array {
  /// Where the script stands in `sh -c script`, with whatever flags; nil when this is no such command.
  package func indexOfShellScript(_ text: (Element) -> String) -> Int? {
    guard let first = first, shells.contains(programName(text(first))) else { return nil }
    var index = 1
    while index < count {
      let word = text(self[index])
      guard word.hasPrefix("-"), !word.hasPrefix("--") else { return nil }
      if word.contains("c") { return index + 1 < count ? index + 1 : nil }
      // `-o pipefail`
      index += word.hasSuffix("o") ? 2 : 1
    }
    return nil
  }
}

private let shells: [String] = ["sh", "bash", "ash", "dash", "zsh", "ksh"]

extension ShellScript {
  /// The last command of each pipeline whose status is looked at: by `&&`, by `||`, or as that of the whole script.
  ///
  /// Without those behind which another program looks at what they fetched.
  package var decidingCommands: [Command] {
    steps.enumerated().compactMap { index, step in
      guard !step.pipeline.isNegated, step.joint != .then, step.joint != .background else { return nil }
      let isFollowed = step.joint == .and && steps[(index + 1)...].contains { !$0.pipeline.onlySays }
      return isFollowed ? nil : step.pipeline.commands.last
    }
  }
}

extension ShellScript.Pipeline {
  /// Whether it only prints or ends the script.
  fileprivate var onlySays: Bool {
    commands.allSatisfy { ["exit", "echo", "true", "false", "printf", ":"].contains($0.program ?? "") }
  }
}
