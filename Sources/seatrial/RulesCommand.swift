import ArgumentParser
import Linting
import Reporting
import Rules

struct RulesCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
  }

  static let configuration = CommandConfiguration(commandName: "rules", abstract: "List every rule.")

  @Option(help: "A table for people, or JSON for programs.")
  var format: Format = .text

  @Option(help: "When to use colours.")
  var color: ColorChoice = .auto

  func run() throws {
    let text =
      switch format {
      case .text: ruleTable(Rule.all, in: .forTerminal(color))
      case .json: ruleJSON(Rule.all)
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

  func run() throws {
    var pages: [String] = []
    for name in names {
      guard let rule = Rule.named(name) else {
        let near = suggestedSelectors(for: name).filter { Rule.named($0) != nil }
        throw UsageError(text: "unknown rule '\(name)'" + suggestion(near, otherwise: "seatrial rules"))
      }
      pages.append(rule.explanation(in: .forTerminal(color)))
    }
    finish(writeAnswer(pages.joined(separator: "\n")) ? .clean : .incomplete)
  }
}

extension ReportContext {
  fileprivate static func forTerminal(_ color: ColorChoice) -> ReportContext {
    ReportContext(version: toolVersion, usesColor: color.usesColor(1), width: isTerminal(1) ? terminalWidth(1) : nil)
  }
}
