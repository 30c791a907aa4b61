import Syntax

/// How long a program is told to take for its shutdown.
package struct ShutdownGrace: Sendable, Equatable {
  /// The flag or the variable that says so.
  package let name: String
  package let milliseconds: Int

  /// `30 seconds`, `1500 milliseconds`.
  package var title: String {
    milliseconds % 1000 == 0 ? "\(milliseconds / 1000) seconds" : "\(milliseconds) milliseconds"
  }

  /// What a variable says; nil when it says nothing of the kind.
  package init?(variable name: String, _ value: String) {
    if name == "GUNICORN_CMD_ARGS" {
      guard let grace = ShutdownGrace.all(in: shellWords(value)).first?.grace else { return nil }
      self = grace
      return
    }
    guard shutdownVariables.contains(name.uppercased()), let time = Self.milliseconds(value, named: name) else {
      return nil
    }
    (self.name, milliseconds) = (name, time)
  }

  /// What the words of a command say, with the index of the word that holds the number.
  package static func all(in words: [String]) -> [(grace: ShutdownGrace, index: Int)] {
    var found: [(grace: ShutdownGrace, index: Int)] = []
    for (index, word) in words.enumerated() {
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard let flag = parts.first, shutdownFlags.contains(flag) else { continue }
      if parts.count == 2, let time = milliseconds(parts[1], named: flag) {
        found.append((ShutdownGrace(name: flag, milliseconds: time), index))
      } else if parts.count == 1, index + 1 < words.count, let time = milliseconds(words[index + 1], named: flag) {
        found.append((ShutdownGrace(name: flag, milliseconds: time), index + 1))
      }
    }
    return found
  }

  /// What the words inside of a shell command say.
  package static func all(inScript script: String) -> [ShutdownGrace] { all(in: shellWords(script)).map(\.grace) }

  private init(name: String, milliseconds: Int) {
    self.name = name
    self.milliseconds = milliseconds
  }

  /// Reads `30`, `30s`, `1m`, `1500ms`, `PT30S`; nil for anything else.
  private static func milliseconds(_ text: String, named name: String) -> Int? {
    var rest = text.uppercased()[...]
    if rest.hasPrefix("PT") { rest = rest.dropFirst(2) }
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number <= 86_400_000 else { return nil }
    switch rest.dropFirst(digits.count) {
    case "":
      if ["MS", "MILLIS"].contains(wordsOfName(name).last?.uppercased()) { return number }
      // Nobody shuts down for an hour: it counts in something smaller than seconds.
      return number < 3600 ? number * 1000 : nil
    case "S", "SEC": return number < 3600 ? number * 1000 : nil
    case "M", "MIN": return number < 60 ? number * 60_000 : nil
    case "MS": return number
    default: return nil
    }
  }
}

/// Flags that set how long requests may go on after SIGTERM, from the manuals of gunicorn, hypercorn, uvicorn, Envoy,
/// Spring Boot and Quarkus, as of 2026-11.
private let shutdownFlags: [String] = [
  "--graceful-timeout", "--timeout-graceful-shutdown", "--graceful-shutdown-timeout", "--shutdown-timeout",
  "--shutdown-grace-period", "--drain-time-s", "--spring.lifecycle.timeout-per-shutdown-phase",
  "-Dspring.lifecycle.timeout-per-shutdown-phase", "-Dquarkus.shutdown.timeout",
]

/// The same as variables: those of Spring Boot, Quarkus, .NET and uvicorn, and what people call their own.
private let shutdownVariables: [String] = [
  "SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE", "QUARKUS_SHUTDOWN_TIMEOUT",
  "DOTNET_SHUTDOWNTIMEOUTSECONDS", "ASPNETCORE_SHUTDOWNTIMEOUTSECONDS", "UVICORN_TIMEOUT_GRACEFUL_SHUTDOWN",
  "GRACEFUL_TIMEOUT", "GRACEFUL_TIMEOUT_SECONDS", "GRACEFUL_SHUTDOWN_TIMEOUT", "GRACEFUL_SHUTDOWN_TIMEOUT_SECONDS",
  "GRACEFUL_SHUTDOWN_TIMEOUT_MS", "GRACEFUL_SHUTDOWN_SECONDS", "GRACEFUL_SHUTDOWN_PERIOD", "SHUTDOWN_TIMEOUT",
  "SHUTDOWN_TIMEOUT_SECONDS", "SHUTDOWN_TIMEOUT_MS", "SHUTDOWN_GRACE_PERIOD", "SHUTDOWN_GRACE_PERIOD_SECONDS",
  "SHUTDOWN_GRACE_PERIOD_MS", "DRAIN_TIMEOUT", "DRAIN_TIMEOUT_SECONDS", "DRAIN_TIMEOUT_MS",
  "TERMINATION_GRACE_PERIOD", "TERMINATION_GRACE_PERIOD_SECONDS",
]
