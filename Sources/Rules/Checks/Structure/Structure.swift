import Forms
import Models
import Syntax

extension Check {
  /// Looks at the places where a resource does not have the shape that its API wants.
  static func structure(_ body: @escaping @Sendable (StructuralIssue, inout Findings) -> Void) -> Check {
    Check(Resource.Kind.allCases) { resource, findings in
      for issue in resource.structuralIssues { body(issue, &findings) }
    }
  }
}

extension StructuralIssue {
  /// The field with its shape: `ContainerDefinition.image`.
  var member: String { "\(shape.name).\(field)" }
}

extension Findings {
  /// Another text in the place of a key or a string, in the quotes that stand there.
  func replacing(_ range: SourceRange, with text: String) -> Fix.Edit {
    switch resource.file.bytes[range.lower..<range.upper].first {
    case 0x22: Fix.Edit(range, "\"\(text)\"")
    case 0x27: Fix.Edit(range, "'\(text)'")
    // Without quotes it would be a number where a text stood.
    default: Fix.Edit(range, Int(text) != nil && Int(resource.file.text(in: range)) == nil ? "\"\(text)\"" : text)
    }
  }

  /// Whether the bytes are the plain text of a scalar, on one line and without quotes.
  func isPlain(_ range: SourceRange) -> Bool {
    let bytes = resource.file.bytes[range.lower..<range.upper]
    guard let first = bytes.first else { return false }
    return first != 0x22 && first != 0x27 && !bytes.contains(0x0A)
  }
}
