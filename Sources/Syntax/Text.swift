/// A string of which some parts may be decided only when it is deployed: `registry/app:${TAG}`.
package struct Text: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    case literal(String)
    /// A part that is filled in later, as it was written: `${TAG}`, `{{ must_env "TAG" }}`, `PROJECT_ID`.
    case hole(String)
  }

  /// In order; two literals never stand side by side, and a literal is never empty.
  package let pieces: [Piece]

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
    self.pieces = merged
  }

  package init(_ literal: String) { pieces = literal.isEmpty ? [] : [.literal(literal)] }

  /// The whole string, or nil when a part of it is unknown.
  package var literal: String? {
    switch pieces.count {
    case 0: ""
    case 1: if case .literal(let text) = pieces[0] { text } else { nil }
    default: nil
    }
  }

  /// What was written for each unknown part, in order.
  package var holes: [String] {
    pieces.compactMap { if case .hole(let source) = $0 { source } else { nil } }
  }

  /// Whether nothing at all of it is known.
  package var isWhollyUnknown: Bool {
    !pieces.isEmpty && pieces.allSatisfy { if case .hole = $0 { true } else { false } }
  }

  /// The known text before the first unknown part.
  package var knownPrefix: String {
    if case .literal(let text)? = pieces.first { text } else { "" }
  }

  /// The known text after the last unknown part.
  package var knownSuffix: String {
    if case .literal(let text)? = pieces.last { text } else { "" }
  }
}
