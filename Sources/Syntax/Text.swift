/// A string of which some parts may be decided only when it is deployed: `registry/app:${TAG}`.
package struct Text: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case literal(String)
    /// A part that is filled in later, as it was written: `${TAG}`, `{{ must_env "TAG" }}`, `PROJECT_ID`.
    case hole(String)
  }

  /// The whole string where all of it is known, which it nearly always is; then nothing has to be allocated.
  private let whole: String
  /// Empty where the whole string is known.
  private let parts: [Piece]

  package init(_ pieces: [Piece]) {
    var merged: [Piece] = []
    for piece in pieces {
      guard case .literal(let text) = piece else {
        merged.append(piece)
        continue
      }
      if text.isEmpty { continue }
      if case .literal(let before)? = merged.last {
        merged[merged.count - 1] = .literal(before + text)
      } else {
        merged.append(piece)
      }
    }
    if merged.count == 1, case .literal(let text) = merged[0] {
      whole = text
      parts = []
    } else {
      whole = ""
      parts = merged
    }
  }

  package init(_ literal: String) {
    whole = literal
    parts = []
  }

  /// In order; two literals never stand side by side, and a literal is never empty.
  package var pieces: [Piece] { parts.isEmpty && !whole.isEmpty ? [.literal(whole)] : parts }

  /// The whole string, or nil when a part of it is unknown.
  package var literal: String? { parts.isEmpty ? whole : nil }

  /// What was written for each unknown part, in order.
  package var holes: [String] { parts.compactMap { if case .hole(let source) = $0 { source } else { nil } } }

  /// Whether nothing at all of it is known.
  package var isWhollyUnknown: Bool {
    !parts.isEmpty && parts.allSatisfy { if case .hole = $0 { true } else { false } }
  }

  /// The known text before the first unknown part.
  package var knownPrefix: String { if case .literal(let text)? = parts.first { text } else { whole } }

  /// The known text after the last unknown part.
  package var knownSuffix: String { if case .literal(let text)? = parts.last { text } else { whole } }
}
