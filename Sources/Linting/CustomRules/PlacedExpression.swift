import CEL
import RuleFiles
import Syntax

/// An expression of a rule file, and where it is written.
struct PlacedExpression: Sendable {
  let expression: Expression
  private let written: WrittenText
  /// Where in the text the expression begins, in UTF-8.
  private let start: Int

  /// Parses an expression; nil when there is a mistake in it.
  ///
  /// - Parameters:
  ///   - source: the expression.
  ///   - start: where in `written` it begins.
  ///   - written: the text that it is, or is part of.
  ///   - names: the variables that there are.
  ///   - problems: gets every mistake, with its place.
  init?(
    _ source: String, from start: Int = 0, of written: WrittenText, knowing names: [String],
    problems: inout [ConfigurationProblem]
  ) {
    self.written = written
    self.start = start
    do throws(ExpressionProblem) {
      expression = try Expression(parsing: source)
    } catch {
      let range = Self.range(at: error.offset, from: start, of: written)
      problems.append(ConfigurationProblem(file: written.file, range: range, message: error.message))
      return nil
    }
    let count = problems.count
    for function in expression.unknownFunctions {
      let near = nearest(to: function.name, among: Self.macros).first { $0 != function.name }
      let isKnown = Self.macros.contains(function.name)
      let hint = near.flatMap { isKnown ? nil : "; did you mean '\($0)'?" }
      problems.append(
        problem(
          at: function.offset,
          "there is no function '\(function.name)'" + (hint ?? " that takes this number of arguments")))
    }
    for variable in expression.variables where !names.contains(variable.name) {
      let near = nearest(to: variable.name, among: names).first
      // What a misspelt macro names is none of its variables.
      if near == nil, !expression.unknownFunctions.isEmpty { continue }
      let hint = near.map { "did you mean '\($0)'?" } ?? "there are \(names.joined(separator: ", "))"
      problems.append(problem(at: variable.offset, "there is no variable '\(variable.name)' here; \(hint)"))
    }
    if problems.count > count { return nil }
  }

  /// What is misspelt most.
  private static let macros = [
    "all", "exists", "exists_one", "filter", "map", "has", "size", "startsWith", "endsWith", "contains", "matches",
    "split", "lowerAscii", "upperAscii", "orValue", "int", "double", "string",
  ]

  /// Where in the rule file the word at an offset of the expression is.
  func range(at offset: Int) -> SourceRange { Self.range(at: offset, from: start, of: written) }

  var file: SourceFile { written.file }

  private func problem(at offset: Int, _ message: String) -> ConfigurationProblem {
    ConfigurationProblem(file: written.file, range: range(at: offset), message: message)
  }

  private static func range(at offset: Int, from start: Int, of written: WrittenText) -> SourceRange {
    let bytes = Array(written.text.utf8)
    let lower = min(start + offset, bytes.count)
    let upper = bytes[lower...].firstIndex { !isWordByte($0) } ?? bytes.count
    return written.place(of: SourceRange(lower, max(upper, min(lower + 1, bytes.count))))
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "_") || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
