import Forms
import Rules
import Syntax

extension Rule {
  /// Where the page of the rule is for people who have no terminal at hand; nil where a rule of the user's own has none.
  package var address: String? {
    path == nil ? "https://github.com/seatrial/seatrial/blob/main/docs/rules/\(code).md" : page().references.first
  }

  /// The page of the rule in Markdown, for code scanning and for `docs/rules/`.
  package func markdown() -> String {
    let page = page()
    var parts = ["# \(title)", "`\(code)` `\(name)`, \(facts)", trimmed(page.why), "## How to fix", trimmed(page.fix)]
    if let example = page.bad.first { parts += ["## Refused"] + example.markdown }
    if let example = page.good.first { parts += ["## Accepted"] + example.markdown }
    if !options.isEmpty {
      parts += ["## Options", options.map { "- `\($0.name)`: \($0.title)" }.joined(separator: "\n")]
    }
    if !page.references.isEmpty {
      parts += ["## References", page.references.map { "- <\($0)>" }.joined(separator: "\n")]
    }
    parts.append("`seatrial explain \(code)` shows this page in a terminal.")
    return parts.joined(separator: "\n\n") + "\n"
  }

  /// What there is to know about it in a few words: `warning, Amazon ECS and Cloud Run`.
  var facts: String {
    var facts = "\(severity)"
    if !platforms.isEmpty { facts += ", " + platforms.map(\.title).joined(separator: " and ") }
    if isStrict { facts += ", off unless selected" }
    switch page().fixes {
    case []: break
    case [.safe]: facts += ", sometimes fixed by --fix"
    case [.unsafe]: facts += ", sometimes fixed by --fix --unsafe-fixes"
    default: facts += ", sometimes fixed by --fix, or with --unsafe-fixes"
    }
    if !controls.isEmpty { facts += ", Security Hub \(controls.joined(separator: ", "))" }
    return facts
  }
}

extension RulePage.Example {
  fileprivate var markdown: [String] {
    (title.isEmpty ? [] : [sentence(title)])
      + files.flatMap { file in
        // The marks around what is found are not part of the file.
        let text = trimmed(file.text.filter { $0 != "«" && $0 != "»" })
        let language = file.path.split(separator: ".").last.map(String.init) ?? ""
        var fence = "```"
        while text.contains(fence) { fence += "`" }
        return ["`\(file.path)`", "\(fence)\(language)\n\(text)\n\(fence)"]
      }
  }
}

/// A text with a full stop at its end.
func sentence(_ text: String) -> String { text.hasSuffix(".") ? text : text + "." }
