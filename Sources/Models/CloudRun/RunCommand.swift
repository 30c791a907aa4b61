import Syntax

/// A word of what a container runs.
package struct CommandWord: Sendable {
  package let text: String
  /// The element of the list that has it.
  package let range: SourceRange

  /// The program, without the folder it is in.
  package var program: String { programName(text) }
}

extension RunContainer {
  /// The words of the command and of its arguments, a script for a shell taken apart.
  ///
  /// What is not known is left out.
  package var commandWords: [CommandWord] {
    let elements = ["command", "args"].flatMap { node.field($0).elements }
    return elements.flatMap { element -> [CommandWord] in
      guard let text = element.scalarText else { return [] }
      guard text.contains(where: \.isWhitespace) else { return [CommandWord(text: text, range: element.range)] }
      return shellWords(text).map { CommandWord(text: $0, range: element.range) }
    }
  }

  /// The value of an option of the command, whether it is written `--name value` or `--name=value`.
  package func option(_ names: Set<String>) -> CommandWord? {
    let words = commandWords
    for (index, word) in words.enumerated() {
      if names.contains(word.text), index + 1 < words.count { return words[index + 1] }
      guard word.text.hasPrefix("-"), let equals = word.text.firstIndex(of: "="),
        names.contains(String(word.text[..<equals]))
      else { continue }
      return CommandWord(text: String(word.text[word.text.index(after: equals)...]), range: word.range)
    }
    return nil
  }
}
