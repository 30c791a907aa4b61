/// A regular expression with the syntax and the meaning of RE2, compiled for a search whose time is linear in the text.
struct Pattern: Sendable {
  let program: [Instruction]

  /// How many states it has.
  var size: Int { program.count }

  /// - Throws: What is wrong with the source.
  init(_ source: String) throws(Failure) {
    var parser = PatternParser(source)
    var compiler = Compiler()
    try compiler.compile(try parser.parse())
    program = compiler.program + [.match]
  }

  enum Instruction: Sendable {
    /// One code point of a set.
    case take(ScalarSet)
    case split(Int, Int)
    case jump(Int)
    case assert(Assertion)
    case match
  }

  enum Assertion: Sendable {
    case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary
  }

  /// What a source says.
  indirect enum Syntax: Sendable {
    case empty
    case take(ScalarSet)
    case assert(Assertion)
    case sequence([Syntax])
    case choice([Syntax])
    case repetition(Syntax, least: Int, most: Int?)
  }

  private struct Compiler {
    var program: [Instruction] = []
    private var work = 0

    mutating func compile(_ syntax: Syntax) throws(Failure) {
      // Counted as well where nothing is emitted: an empty group can be repeated a thousand times a thousand times.
      work += 1
      guard work <= Limit.patternStates else { throw Failure("the pattern is too large") }
      switch syntax {
      case .empty: break
      case .take(let set): program.append(.take(set))
      case .assert(let assertion): program.append(.assert(assertion))
      case .sequence(let parts): for part in parts { try compile(part) }
      case .choice(let branches): try compile(choice: branches)
      case .repetition(let part, let least, let most): try compile(part, least: least, most: most)
      }
    }

    /// Appends a split whose second way is set later, and whose first is the next instruction.
    private mutating func appendSplit() -> Int {
      program.append(.split(program.count + 1, program.count + 1))
      return program.count - 1
    }

    private mutating func compile(choice branches: [Syntax]) throws(Failure) {
      var ends: [Int] = []
      for (index, branch) in branches.enumerated() {
        guard index < branches.count - 1 else {
          try compile(branch)
          break
        }
        let split = appendSplit()
        try compile(branch)
        ends.append(program.count)
        program.append(.jump(0))
        program[split] = .split(split + 1, program.count)
      }
      for end in ends { program[end] = .jump(program.count) }
    }

    private mutating func compile(_ part: Syntax, least: Int, most: Int?) throws(Failure) {
      for _ in 0..<least { try compile(part) }
      guard let most else {
        let split = appendSplit()
        try compile(part)
        program.append(.jump(split))
        program[split] = .split(split + 1, program.count)
        return
      }
      guard most > least else { return }
      var splits: [Int] = []
      for _ in least..<most {
        splits.append(appendSplit())
        try compile(part)
      }
      for split in splits { program[split] = .split(split + 1, program.count) }
    }
  }
}
