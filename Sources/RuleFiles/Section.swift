import Syntax

/// A mapping of a configuration or a rule file, and the mistakes that are found in it.
///
/// Reading goes on behind a mistake, so that one run shows all of them.
package struct Section {
  package let file: SourceFile
  package let node: Node
  /// How messages call it: `suppressions`.
  package let title: String

  package init(file: SourceFile, node: Node, title: String) {
    self.file = file
    self.node = node
    self.title = title
  }

  /// Where to say that something is missing: the first key.
  package var start: SourceRange { node.mapping?.entries.first?.keyRange ?? node.range }

  /// The values of the keys that it may have.
  ///
  /// - Parameters:
  ///   - known: all keys that are allowed here.
  ///   - problems: gets a mistake for each other key.
  package func allowOnly(_ known: [String], _ problems: inout [ConfigurationProblem]) {
    guard let mapping = node.mapping else {
      return problems.append(problem("\(title) takes a mapping, not \(node.kindInWords)", at: node.range))
    }
    for entry in mapping.entries where !known.contains(entry.key) {
      let hint = nearest(to: entry.key, among: known).first.map { "; did you mean '\($0)'?" }
      problems.append(
        problem(
          "unknown key '\(entry.key)'" + (hint ?? "; \(title) takes \(known.joined(separator: ", "))"),
          at: entry.keyRange))
    }
  }

  package func problem(_ message: String, at range: SourceRange) -> ConfigurationProblem {
    ConfigurationProblem(file: file, range: range, message: message)
  }

  /// The section of a key; nil when it is absent.
  package func section(_ key: String) -> Section? {
    node[key].map { Section(file: file, node: $0, title: "'\(key)'") }
  }

  /// The mappings in the list of a key.
  package func sections(_ key: String, _ problems: inout [ConfigurationProblem]) -> [Section] {
    guard let value = node[key] else { return [] }
    guard let elements = value.sequence else {
      problems.append(problem("'\(key)' takes a list, not \(value.kindInWords)", at: value.range))
      return []
    }
    return elements.map { Section(file: file, node: $0, title: "an entry of '\(key)'") }
  }

  /// A text, as it was written; nil when it is absent or no text.
  package func text(_ key: String, _ problems: inout [ConfigurationProblem]) -> (text: String, range: SourceRange)? {
    guard let value = node[key] else { return nil }
    guard let text = scalar(value) else {
      problems.append(problem("'\(key)' takes a text, not \(value.kindInWords)", at: value.range))
      return nil
    }
    return (text, value.range)
  }

  /// The texts of a list; a single text counts as a list of one.
  package func texts(_ key: String, _ problems: inout [ConfigurationProblem]) -> [(text: String, range: SourceRange)] {
    guard let value = node[key] else { return [] }
    if let text = scalar(value) { return [(text, value.range)] }
    guard let elements = value.sequence else {
      problems.append(problem("'\(key)' takes a list of texts, not \(value.kindInWords)", at: value.range))
      return []
    }
    var texts: [(text: String, range: SourceRange)] = []
    for element in elements {
      if let text = scalar(element) {
        texts.append((text, element.range))
      } else {
        problems.append(problem("'\(key)' takes texts, not \(element.kindInWords)", at: element.range))
      }
    }
    return texts
  }

  /// A text that must be there and must not be empty.
  package func needed(_ key: String, _ problems: inout [ConfigurationProblem]) -> (text: String, range: SourceRange)? {
    guard node.mapping != nil else { return nil }
    guard let value = node[key] else {
      problems.append(problem("\(title) needs '\(key)'", at: start))
      return nil
    }
    guard let text = text(key, &problems) else { return nil }
    if text.text.isEmpty {
      problems.append(problem("'\(key)' must not be empty", at: value.range))
      return nil
    }
    return text
  }

  /// A text with the places of its bytes.
  package func written(_ key: String, _ problems: inout [ConfigurationProblem]) -> WrittenText? {
    text(key, &problems).map { WrittenText($0.text, at: $0.range, in: file) }
  }

  package func bool(_ key: String, _ problems: inout [ConfigurationProblem]) -> Bool? {
    guard let value = node[key] else { return nil }
    if case .bool(let flag) = value.value { return flag }
    problems.append(problem("'\(key)' takes true or false, not \(value.kindInWords)", at: value.range))
    return nil
  }

  /// A word of a closed list.
  package func word<Word: RawRepresentable & CaseIterable>(
    _ key: String, _ problems: inout [ConfigurationProblem]
  ) -> Word? where Word.RawValue == String {
    guard let (text, range) = text(key, &problems) else { return nil }
    if let word = Word(rawValue: text) { return word }
    let words = Word.allCases.map(\.rawValue)
    let hint = nearest(to: text, among: words).first.map { "; did you mean '\($0)'?" } ?? ""
    problems.append(problem("'\(key)' takes \(words.joined(separator: ", ")), not '\(text)'\(hint)", at: range))
    return nil
  }

  /// The text of a scalar, as it was written where it is no string: `1.10` stays `1.10`.
  package func scalar(_ node: Node) -> String? {
    switch node.value {
    case .string(let text): text
    case .bool, .integer, .number: file.text(in: node.range)
    // A placeholder means nothing here.
    case .unresolved(let text):
      text.pieces.reduce(into: "") { result, piece in
        switch piece {
        case .literal(let part), .hole(let part): result += part
        }
      }
    case .null, .sequence, .mapping: nil
    }
  }
}

extension Node {
  /// What it is, for a message that says what it should have been.
  fileprivate var kindInWords: String {
    switch value {
    case .null: "nothing"
    case .bool(let flag): "\(flag)"
    case .integer, .number: "a number"
    case .string, .unresolved: "a text"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
