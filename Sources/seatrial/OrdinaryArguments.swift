import ArgumentParser
import Forms
import Linting
import Syntax

extension LintRequest {
  /// Reads an ordinary command line of `lint`; nil for any other, which `LintCommand` then reads.
  ///
  /// ArgumentParser takes longer to describe the options to itself than a file takes to be linted (2.5 ms, where the
  /// rest of a run is 1). A test holds this reader to `LintCommand`: what both read, they read as the same.
  init?(ordinary arguments: [String]) {
    var rest = arguments[...]
    if let first = rest.first, commandNames.contains(first) {
      guard first == LintCommand.configuration.commandName else { return nil }
      rest.removeFirst()
    }
    while let argument = rest.popFirst() {
      guard argument.hasPrefix("-"), argument != "-" else {
        paths.append(argument)
        continue
      }
      if setFlag(argument) { continue }
      let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let value = parts.count == 2 ? String(parts[1]) : rest.popFirst(), !value.isEmpty,
        parts.count == 2 || value == "-" || !value.hasPrefix("-"), setOption(String(parts[0]), value)
      else { return nil }
    }
  }

  private mutating func setFlag(_ name: String) -> Bool {
    switch name {
    case "--no-config": usesConfiguration = false
    case "--no-annotations": annotates = false
    case "--force-exclude": excludesNamed = true
    case "--exit-zero": policy.exitsZero = true
    case "--statistics": showsStatistics = true
    case "--staged": isStaged = true
    case "--fix": appliesFixes = true
    case "--unsafe-fixes": includesUnsafeFixes = true
    case "--diff": showsDiff = true
    case "--show-suppressed": showsSuppressed = true
    case "--sarif-include-suppressed": includesSuppressedInSARIF = true
    case "--quiet", "-q": isQuiet = true
    case "--verbose", "-v": isVerbose = true
    default: return false
    }
    return true
  }

  /// Sets what the option says; false when there is no such option or the value is none of its.
  private mutating func setOption(_ name: String, _ value: String) -> Bool {
    switch name {
    case "--select": select.append(value)
    case "--ignore": ignore.append(value)
    case "--baseline": baselinePath = value
    case "--changed-since": changedSince = value
    case "--config": configurationPath = value
    case "--files-from": lists.append(value)
    case "--stdin-filename": stdinName = value
    case "--format":
      guard let destination = Destination(value) else { return false }
      destinations.append(destination)
    case "--fail-on":
      guard let level = FailureLevel(rawValue: value) else { return false }
      policy.failOn = level
    case "--min-severity":
      guard let severity = Severity(rawValue: value) else { return false }
      minimumSeverity = severity
    case "--platform":
      guard let platform = Platform(rawValue: value) else { return false }
      self.platform = platform
    case "--color":
      guard let color = ColorChoice(rawValue: value) else { return false }
      self.color = color
    case "--jobs", "-j":
      guard let count = Int(value) else { return false }
      jobs = count
    case "--max-warnings":
      guard let count = Int(value) else { return false }
      policy.maxWarnings = count
    default: return false
    }
    return true
  }
}
