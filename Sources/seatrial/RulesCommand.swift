import ArgumentParser
import Linting
import Reporting
import Rules

struct RulesCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List every rule, with those of your own that the configuration here names.")

  @Option(help: "A table for people, or JSON for programs.")
  var format: Format = .text

  @Option(help: "When to use colours.")
  var color: ColorChoice = .auto

  @Option(help: .init("The configuration that names the rules of your own.", valueName: "file"), completion: .file())
  var config: String?

  @Flag(help: "Use no configuration file.")
  var noConfig = false

  func run() throws {
    if config != nil, noConfig { throw UsageError(text: "--config and --no-config exclude each other") }
    let rules = Rule.all(with: noConfig ? [] : try CustomRulesHere(configuration: config).rules)
    let text =
      switch format {
      case .text: ruleTable(rules, in: .forTerminal(color))
      case .json: ruleJSON(rules)
      }
    finish(writeAnswer(text) ? .clean : .incomplete)
  }
}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Show the page of a rule: why it matters, how to fix it, examples.")

  @Argument(help: .init("The rule's code or name: IMG001, image-latest-tag.", valueName: "rule"))
  var names: [String]

  @Option(help: "When to use colours.")
  var color: ColorChoice = .auto

  @Option(help: .init("The configuration that names the rules of your own.", valueName: "file"), completion: .file())
  var config: String?

  func run() throws {
    var pages: [String] = []
    var rules = Rule.all
    // Our own pages do not depend on anybody's configuration.
    if !names.allSatisfy({ Rule.named($0) != nil }) {
      rules = Rule.all(with: try CustomRulesHere(configuration: config).rules)
    }
    for name in names {
      guard let rule = rules.named(name) else {
        let near = suggestedSelectors(for: name, among: rules).filter { rules.named($0) != nil }
        throw UsageError(text: "unknown rule '\(name)'" + suggestion(near, otherwise: "seatrial rules"))
      }
      pages.append(rule.explanation(in: .forTerminal(color)))
    }
    finish(writeAnswer(pages.joined(separator: "\n")) ? .clean : .incomplete)
  }
}

extension ReportContext {
  static func forTerminal(_ color: ColorChoice) -> ReportContext {
    ReportContext(version: toolVersion, usesColor: color.usesColor(1), width: isTerminal(1) ? terminalWidth(1) : nil)
  }
}
