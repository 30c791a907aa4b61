extension Pattern {
  /// Whether a part of the text matches.
  func matches(_ text: String, _ budget: inout Budget) throws(Failure) -> Bool {
    var matcher = Matcher(self)
    return try matcher.run(text, before: .edge, after: .edge, &budget) == .matched
  }

  /// Whether a part of a text matches that is known in part; nil if that is unknown.
  func matches(_ text: PartialString, _ budget: inout Budget) throws(Failure) -> Bool? {
    for (index, piece) in text.pieces.enumerated() {
      var matcher = Matcher(self)
      let outcome = try matcher.run(
        piece, before: index == 0 ? .edge : .anything, after: index == text.pieces.count - 1 ? .edge : .anything,
        &budget)
      if outcome == .matched { return true }
    }
    // What is anchored at the start may have failed before the unknown text begins.
    guard !text.prefix.isEmpty else { return nil }
    var matcher = Matcher(self, isHopeful: true)
    return try matcher.run(text.prefix, before: .edge, after: .anything, &budget) == .failed ? false : nil
  }

  /// Follows all ways through the program at once, so that no text takes more than one pass.
  private struct Matcher {
    enum Outcome { case matched, undecided, failed }

    /// What stands beside a position.
    enum Neighbor {
      /// The start or end of the text.
      case edge
      case scalar(UnicodeScalar)
      /// A scalar that is not known.
      case something
      /// A scalar or the edge.
      case anything
    }

    private let program: [Instruction]
    /// Whether an assertion holds that may hold.
    private let isHopeful: Bool
    private var states: [Int] = []
    private var next: [Int] = []
    private var stack: [Int] = []
    /// The last round in which a state was reached.
    private var marks: [Int]
    private var round = 0

    init(_ pattern: Pattern, isHopeful: Bool = false) {
      program = pattern.program
      self.isHopeful = isHopeful
      marks = Array(repeating: -1, count: program.count)
    }

    mutating func run(
      _ text: String, before: Neighbor, after: Neighbor, _ budget: inout Budget
    ) throws(Failure) -> Outcome {
      let scalars = Array(text.unicodeScalars)
      try budget.spend(bytes: text.utf8.count + program.count)
      var work = 0
      var previous = before
      for position in 0...scalars.count {
        let following = position < scalars.count ? Neighbor.scalar(scalars[position]) : after
        if begin(0, previous, following) { return .matched }
        guard position < scalars.count else { break }
        let scalar = scalars[position]
        round += 1
        next.removeAll(keepingCapacity: true)
        let afterwards = position + 1 < scalars.count ? Neighbor.scalar(scalars[position + 1]) : after
        for state in states {
          guard case .take(let set) = program[state], set.contains(scalar) else { continue }
          if reach(state + 1, .scalar(scalar), afterwards) { return .matched }
        }
        work += states.count + next.count
        if work >= 64 {
          try budget.spend(work / 8)
          work = 0
        }
        swap(&states, &next)
        previous = .scalar(scalar)
      }
      guard states.isEmpty else { return .undecided }
      // A match may still begin later, wherever that is.
      round += 1
      next.removeAll()
      if reach(0, .something, .anything) || !next.isEmpty { return .undecided }
      return .failed
    }

    /// Begins a match here, beside those that are under way.
    private mutating func begin(_ state: Int, _ before: Neighbor, _ after: Neighbor) -> Bool {
      swap(&states, &next)
      defer { swap(&states, &next) }
      return reach(state, before, after)
    }

    /// Adds a state, and those that are reached from it without taking anything; returns whether one is a match.
    private mutating func reach(_ state: Int, _ before: Neighbor, _ after: Neighbor) -> Bool {
      stack.append(state)
      while let state = stack.popLast() {
        guard marks[state] != round else { continue }
        marks[state] = round
        switch program[state] {
        case .take: next.append(state)
        case .jump(let target): stack.append(target)
        case .split(let first, let second):
          stack.append(second)
          stack.append(first)
        case .assert(let assertion):
          if holds(assertion, before, after) ?? isHopeful { stack.append(state + 1) }
        case .match:
          stack.removeAll()
          return true
        }
      }
      return false
    }

    /// Nil if that is unknown.
    private func holds(_ assertion: Assertion, _ before: Neighbor, _ after: Neighbor) -> Bool? {
      switch assertion {
      case .textStart: isEdge(before)
      case .textEnd: isEdge(after)
      case .lineStart: isLineEdge(before)
      case .lineEnd: isLineEdge(after)
      case .wordBoundary: isWordBoundary(before, after)
      case .noWordBoundary: isWordBoundary(before, after).map { !$0 }
      }
    }

    private func isEdge(_ neighbor: Neighbor) -> Bool? {
      switch neighbor {
      case .edge: true
      case .scalar, .something: false
      case .anything: nil
      }
    }

    private func isLineEdge(_ neighbor: Neighbor) -> Bool? {
      switch neighbor {
      case .edge: true
      case .scalar(let scalar): scalar == "\n"
      case .something, .anything: nil
      }
    }

    private func isWordBoundary(_ before: Neighbor, _ after: Neighbor) -> Bool? {
      guard let first = isWord(before), let second = isWord(after) else { return nil }
      return first != second
    }

    private func isWord(_ neighbor: Neighbor) -> Bool? {
      switch neighbor {
      case .edge: false
      case .scalar(let scalar): ScalarSet.word.contains(scalar)
      case .something, .anything: nil
      }
    }
  }
}
