import Forms
import Syntax

/// A finding that somebody decided to live with, as an entry of `suppressions:`.
package struct SuppressionEntry: Sendable, Equatable {
  package let rule: String
  /// From the directory of the configuration.
  package let path: String
  /// Nil for anywhere in the file.
  package let place: String?
  /// Nil for none.
  package let reason: String?

  package init(rule: String, path: String, place: String?, reason: String?) {
    self.rule = rule
    self.path = path
    self.place = place
    self.reason = reason
  }

  /// What suppresses a finding, in a file that can have no comments.
  package init(for finding: Diagnostic, path: String, reason: String?) {
    let language = Language(path: finding.file.path, bytes: finding.file.bytes)
    let resources = Recognition(ParsedFile(reading: finding.file, as: language), isNamed: true).resources
    let place = resources.lazy.compactMap { FieldPath(to: finding.range, in: $0.node) }.first
    self.init(rule: finding.code, path: path, place: place?.description, reason: reason)
  }
}

extension Diagnostic {
  /// Whether a suppression could keep it back: not where the file cannot be read, nor where one is reported itself.
  package var canBeSuppressed: Bool { !["SYN001", "SYN002", "SYN003"].contains(code) && !code.hasPrefix("CFG") }
}

extension SourceFile {
  /// Whether it is in a language that has comments.
  package var takesComments: Bool { Language(path: path, bytes: bytes) == .yaml }

  /// The text with a comment above each line that has one of the findings.
  package func addingSuppressions(of findings: [Diagnostic], reason: String?) -> EditedText {
    var codes: [Int: [String]] = [:]
    for finding in findings {
      let line = line(at: finding.range.lower)
      if !codes[line, default: []].contains(finding.code) { codes[line, default: []].append(finding.code) }
    }
    let quote = reason?.contains("\"") == true ? "'" : "\""
    let suffix = reason.map { " reason=\(quote)\($0)\(quote)" } ?? ""
    let newline = bytes.contains(0x0D) ? "\r\n" : "\n"
    var text = EditedText(self)
    text.apply(
      codes.map { line, codes in
        let start = rangeOfLine(line).lower
        let indent = String(repeating: " ", count: bytes[start...].prefix { $0 == 0x20 }.count)
        let comment = "# seatrial: ignore=\(codes.sorted().joined(separator: ","))\(suffix)"
        return Fix.Edit(SourceRange(start, start), indent + comment + newline)
      })
    return text
  }
}

/// The text of a configuration with further entries under `suppressions:`.
///
/// - Parameters:
///   - entries: what to add, in order.
///   - text: of the configuration; empty for a new one.
/// - Returns: nil where the list is written in a way that cannot be added to, such as between brackets.
package func adding(_ entries: [SuppressionEntry], toConfiguration text: String) -> String? {
  let file = SourceFile(path: "", text: text)
  let root = ParsedFile(reading: file, as: .yaml).documents.first
  let written = root?.mapping?.entry("suppressions")
  var (offset, indent, head) = (file.bytes.count, "  ", "suppressions:\n")
  if let list = written?.value, !list.isNull {
    guard let last = list.sequence?.last, let first = list.sequence?.first,
      file.bytes[list.range.lower] == UInt8(ascii: "-")
    else { return nil }
    let start = file.rangeOfLine(file.line(at: first.range.lower)).lower
    let end = file.line(at: max(last.range.lower, last.range.upper - 1))
    offset = end < file.lineCount ? file.rangeOfLine(end + 1).lower : file.bytes.count
    indent = String(repeating: " ", count: file.bytes[start...].prefix { $0 == 0x20 }.count)
    head = ""
  } else if written != nil {
    return nil
  }
  let before = file.text(in: SourceRange(0, offset))
  let gap = before.isEmpty || before.hasSuffix("\n") ? "" : "\n"
  let lines = entries.map { entry in
    "\(indent)- rule: \(entry.rule)\n\(indent)  path: \(quoted(entry.path))\n"
      + (entry.place.map { "\(indent)  at: \(quoted($0))\n" } ?? "")
      + (entry.reason.map { "\(indent)  reason: \(quoted($0))\n" } ?? "")
  }
  return before + gap + head + lines.joined() + file.text(in: SourceRange(offset, file.bytes.count))
}

/// A text as a YAML scalar, with quotes where it needs them.
private func quoted(_ text: String) -> String {
  let isPlain =
    text.first?.isLetter == true && text.last != " "
    && text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || "0123456789 _./-[]()".unicodeScalars.contains($0)
    }
  let file = SourceFile(path: "", text: text)
  if isPlain, case .string? = ParsedFile(reading: file, as: .yaml).documents.first?.value { return text }
  var escaped = ""
  for scalar in text.unicodeScalars {
    if scalar == "\"" || scalar == "\\" { escaped += "\\" }
    escaped.unicodeScalars.append(scalar.value < 0x20 ? " " : scalar)
  }
  return "\"\(escaped)\""
}
