import Syntax

/// A shell command, as far as its structure can be told without running it.
///
/// Pipelines joined by `&&`, `||`, `;`, `&` and line ends are read; loops, conditions, groups, functions and here-documents
/// are not.
package struct ShellScript: Sendable, Equatable {
  /// A program with its arguments; without quotes, assignments in front of it, and redirections.
  package struct Command: Sendable, Equatable {
    package let words: [String]
    /// Whether its output or input is redirected, so that it may read or write anything.
    package let isRedirected: Bool

    init(words: [String], isRedirected: Bool) {
      self.words = Array(words.behindTimeout)
      self.isRedirected = isRedirected
    }

    /// Its name without folders; nil when only variables are set.
    package var program: String? { words.first.map(programName) }
    package var arguments: ArraySlice<String> { words.dropFirst() }
  }

  /// Commands of which each reads what the one before writes; the last one's status is that of all.
  package struct Pipeline: Sendable, Equatable {
    package let commands: [Command]
    /// Whether `!` stands before it.
    package let isNegated: Bool
  }

  /// What stands between a pipeline and the next one.
  package enum Joint: Sendable, Equatable {
    /// `&&`
    case and
    /// `||`
    case or
    /// `;` or a line end
    case then
    /// `&`
    case background
  }

  /// A pipeline, and what stands behind it.
  package struct Step: Sendable, Equatable {
    package let pipeline: Pipeline
    /// What stands behind it; nil at the end.
    package let joint: Joint?
  }

  package let steps: [Step]

  /// Nil when there is more to it than can be told.
  package init?(_ text: Text) { self.init(text.withHolesMarked) }

  /// - Parameter text: `unknownPart` stands for what is not known.
  package init?(_ text: String) {
    guard text.utf8.count <= 1 << 14, let tokens = shellTokens(text) else { return nil }
    var steps: [Step] = []
    var pipeline = PipelineReader()
    for token in tokens {
      switch token {
      case .word(let word, let isQuoted): guard pipeline.read(word, isQuoted: isQuoted) else { return nil }
      case .redirection: pipeline.isRedirected = true
      case .pipe: guard pipeline.finishCommand() else { return nil }
      case .joint(let joint):
        if pipeline.isEmpty {
          // Empty lines, and a line end behind an operator.
          guard joint == .then, steps.last?.joint != nil || steps.isEmpty else { return nil }
          continue
        }
        guard let finished = pipeline.finish() else { return nil }
        steps.append(Step(pipeline: finished, joint: joint))
        pipeline = PipelineReader()
      }
    }
    if !pipeline.isEmpty {
      guard let finished = pipeline.finish() else { return nil }
      steps.append(Step(pipeline: finished, joint: nil))
    }
    guard let last = steps.last, last.joint != .and, last.joint != .or else { return nil }
    if last.joint == .then { steps[steps.count - 1] = Step(pipeline: last.pipeline, joint: nil) }
    guard let nested = steps.nestedScript else {
      self.steps = steps
      return
    }
    // A text within another is shorter, so this ends.
    guard let script = ShellScript(nested) else { return nil }
    self.steps = script.steps
  }
}

extension [ShellScript.Step] {
  /// What `sh -c '…'` runs when the script is nothing else; nil for all other scripts.
  fileprivate var nestedScript: String? {
    guard count == 1, let pipeline = first?.pipeline, pipeline.commands.count == 1, !pipeline.isNegated,
      first?.joint == nil, let command = pipeline.commands.first, !command.isRedirected
    else { return nil }
    return command.words.indexOfShellScript(\.self).map { command.words[$0] }
  }
}

/// Words that begin what is more than a list of commands.
private let compounds = [
  "if", "then", "elif", "else", "fi", "while", "until", "for", "select", "do", "done", "case", "esac", "{", "}", "[[",
  "function", "time", "coproc",
]

private struct PipelineReader {
  private var commands: [ShellScript.Command] = []
  private var words: [String] = []
  private var isNegated = false
  private var hasAssignments = false
  var isRedirected = false

  var isEmpty: Bool { commands.isEmpty && words.isEmpty && !isNegated && !hasAssignments && !isRedirected }

  /// False when the word begins something that is not read.
  mutating func read(_ word: String, isQuoted: Bool) -> Bool {
    guard words.isEmpty, !isQuoted else {
      words.append(word)
      return true
    }
    if compounds.contains(word) { return false }
    if word == "!", commands.isEmpty, !hasAssignments {
      isNegated.toggle()
    } else if word.isAssignment {
      hasAssignments = true
    } else {
      words.append(word)
    }
    return true
  }

  /// False when there is no command.
  mutating func finishCommand() -> Bool {
    guard !words.isEmpty || hasAssignments || isRedirected else { return false }
    commands.append(ShellScript.Command(words: words, isRedirected: isRedirected))
    (words, hasAssignments, isRedirected) = ([], false, false)
    return true
  }

  mutating func finish() -> ShellScript.Pipeline? {
    guard finishCommand() else { return nil }
    return ShellScript.Pipeline(commands: commands, isNegated: isNegated)
  }
}

extension [String] {
  /// The command that `timeout 5 …` runs, whose status it passes on; the words themselves without it.
  ///
  /// Reference: <https://www.gnu.org/software/coreutils/manual/html_node/timeout-invocation.html>; BusyBox once took the
  /// duration behind `-t`.
  fileprivate var behindTimeout: ArraySlice<String> {
    guard let first, programName(first) == "timeout" else { return self[...] }
    var rest = self[...].dropFirst()
    while let word = rest.first, word.hasPrefix("-") {
      rest = rest.dropFirst(["-s", "-k", "--signal", "--kill-after"].contains(word) ? 2 : 1)
    }
    guard let duration = rest.first, duration.first?.isNumber == true, rest.count > 1 else { return self[...] }
    return rest.dropFirst()
  }
}

extension String {
  /// Whether it is `NAME=value`.
  fileprivate var isAssignment: Bool {
    guard let equals = utf8.firstIndex(of: UInt8(ascii: "=")), let first = utf8.first, !first.isDecimalDigit else {
      return false
    }
    return equals != utf8.startIndex && utf8[..<equals].allSatisfy(\.isWord)
  }
}

/// The name of a program without folders.
package func programName(_ word: String) -> String {
  word.split(on: "/").last.map(String.init) ?? word
}
