/// Whether `SIGTERM` reaches the program that a container runs.
package struct StopSignal: Sendable, Equatable {
  /// What is in its way.
  package enum Obstacle: Sendable, Equatable {
    /// A runner of packages or builds, which starts the program and does not reliably pass signals on: `npm`.
    case runner(String)
    /// A shell that waits for what it started.
    case shell(String)
    /// A shell that some systems put out of the way: `sh -c program` under dash stays, under bash and BusyBox it goes.
    case perhapsShell(String, program: String)
  }

  package let obstacle: Obstacle
  /// Which word of the command to point at, from 0: the runner, or the script.
  package let index: Int

  /// What is in the way in a command; nil when nothing is, or that cannot be told.
  ///
  /// - Parameters:
  ///   - command: the whole command; `unknownPart` stands for what is not known.
  ///   - isAlpine: whether `sh` is BusyBox's.
  package init?(_ command: [String], isAlpine: Bool) {
    if let script = command.indexOfShellScript({ $0 }) {
      guard let read = ShellScript(command[script]),
        let obstacle = Obstacle(read, shell: programName(command[0]), isAlpine: isAlpine)
      else { return nil }
      (self.obstacle, index) = (obstacle, script)
    } else {
      guard let runner = runnerTitle(command) else { return nil }
      (obstacle, index) = (.runner(runner), 0)
    }
  }
}

extension StopSignal.Obstacle {
  fileprivate init?(_ script: ShellScript, shell: String, isAlpine: Bool) {
    let commands = script.steps.flatMap(\.pipeline.commands)
    let programs = commands.map { $0.program ?? "" }
    guard !programs.contains("trap"), !programs.contains(where: { $0.contains(unknownPart) || inits.contains($0) }),
      let last = script.steps.last
    else { return nil }
    let end = last.pipeline.commands
    if end.first?.program == "exec", end.count == 1 {
      guard let runner = runnerTitle(end[0].words.dropFirst()) else { return nil }
      self = .runner(runner)
      return
    }
    guard let program = end.last?.program, !idlers.contains(program) else { return nil }
    // `server || exit 1`: the shell is there to run what comes behind.
    let isFollowed = ["exit", "echo", "kill", "false"].contains(program) && script.steps.dropLast().last?.joint == .or
    if isFollowed || end.count > 1 || program == "wait" {
      self = .shell(shell)
    } else if let runner = runnerTitle(end[0].words) {
      self = .runner(runner)
    } else if !briefPrograms.contains(program), shell == "sh" || shell == "dash", !isAlpine {
      self = .perhapsShell(shell, program: program)
    } else {
      return nil
    }
  }
}

/// How a message calls a runner with what it runs: `npm start`; nil when it is none.
private func runnerTitle(_ words: some Collection<String>) -> String? {
  guard let first = words.first, let second = words.dropFirst().first(where: { !$0.hasPrefix("-") }) else { return nil }
  let program = programName(first)
  let isRun: Bool
  switch program {
  case "npm": isRun = ["start", "run", "run-script"].contains(second)
  case "yarn", "pnpm": isRun = !["install", "add", "node", "dlx", "exec"].contains(second)
  case "gradle", "gradlew": isRun = words.contains("run") || words.contains("bootRun")
  case "mvn", "mvnw": isRun = words.contains { $0.hasPrefix("spring-boot:run") || $0 == "exec:java" }
  default: return nil
  }
  guard isRun, !second.contains(unknownPart) else { return nil }
  let goal = program.hasPrefix("g") || program.hasPrefix("m") ? words.first { ["run", "bootRun"].contains($0) } : nil
  return "\(program) \(goal ?? second)"
}

/// Programs that pass signals on to what they start.
private let inits: [String] = ["tini", "dumb-init", "catatonit", "docker-init", "s6-svscan", "supervisord"]

/// What holds a container open, with nothing to lose.
private let idlers: [String] = ["sleep", "tail", "true", "cat", "read", ":"]

/// What ends soon, so that a signal hardly matters.
private let briefPrograms: [String] = [
  "echo", "printf", "exit", "cp", "mv", "rm", "mkdir", "chown", "chmod", "ls", "date", "curl", "wget", "test", "[",
  "cd", "export", "touch", "envsubst", "sed", "aws", "gsutil", "gcloud",
]
