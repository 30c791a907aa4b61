import Syntax

/// A place where a configuration does not have the shape that its API wants.
package struct StructuralIssue: Sendable {
  /// Where, as people write it: `containerDefinitions[2].portMappings[0].hostPort`.
  package let path: String
  /// The key for what is about a field's name, the value for what is about its value.
  ///
  /// For what is missing: the `name` of the mapping that lacks it, else the key under which that mapping stands.
  package let range: SourceRange
  /// The mapping that has or lacks the field.
  package let shape: Shape
  /// The field, as it is written; for an element of a list or a map the field that holds it.
  package let field: String
  package let part: Part
  package let problem: Problem

  /// What of a field it is about.
  package enum Part: Sendable {
    case whole
    /// An element of the list that the field holds, from 0.
    case element(Int)
    /// An entry of the mapping that the field holds, by its key.
    case entry(String)
  }

  package enum Problem: Sendable {
    /// The API has no such field. `near` are those it has and that may have been meant, the closest first.
    case unknownField(near: [Suggestion])
    /// Kubernetes has the field, Cloud Run does not.
    case kubernetesField(KubernetesField)
    /// The platform sets it; it is no input.
    case outputField
    case deprecatedField
    case wrongType(WrongType)
    case missingField
    /// None of the values that are allowed; `nearest` may have been meant.
    case notAllowed(String, allowed: [String], nearest: String?)
    case outOfRange(String, allowed: ClosedRange<Int>)
    /// A string of so many characters.
    case wrongLength(Int, allowed: ClosedRange<Int>)
    /// A list of so many elements.
    case wrongCount(Int, allowed: ClosedRange<Int>)
    /// The first character that is not allowed.
    case strangeCharacter(Character, allowed: Alphabet)
  }

  /// A field that may have been meant.
  package struct Suggestion: Sendable {
    package let name: String
    /// Whether the mapping does not have it yet.
    package let isAbsent: Bool
    /// Whether the value that is written is one for that field, as far as can be told.
    package let takesValue: Bool
  }

  /// A value of another type than the field takes.
  package struct WrongType: Sendable {
    package let wanted: ValueType
    package let found: Found
    /// What makes it right, nil when that is not plain.
    package let repair: Repair?
    /// Why the value passes all the same where some clients are used, in words; nil when it is refused everywhere.
    package let tolerance: String?
  }

  package enum Found: Sendable {
    case bool, integer, number, string, list, mapping
    /// What the YAML of gcloud makes of an unquoted `2024-01-31`.
    case date
  }

  package enum Repair: Sendable {
    /// The value, as it is written, between quotes.
    case quote
    /// Another text in place of the value.
    case replace(String)
    /// The value, as it is written, between brackets.
    case wrapInList
  }
}
