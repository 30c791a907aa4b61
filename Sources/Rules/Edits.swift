import Forms
import Syntax

extension Findings {
  /// The edit that makes a scalar say something else, right in every language.
  ///
  /// It keeps the quotes that it finds. A bare string gets double quotes; a bare number or boolean gets none.
  package func rewrite(_ node: Node, as text: String) -> Fix.Edit {
    let bytes = resource.file.bytes
    let first = node.range.lower < bytes.count ? bytes[node.range.lower] : 0
    switch (first, node.value) {
    case (UInt8(ascii: "\""), _): return Fix.Edit(node.range, "\"\(text)\"")
    case (UInt8(ascii: "'"), _): return Fix.Edit(node.range, "'\(text)'")
    case (_, .integer), (_, .number), (_, .bool): return Fix.Edit(node.range, text)
    default: return Fix.Edit(node.range, "\"\(text)\"")
    }
  }
}
