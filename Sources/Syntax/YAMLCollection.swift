/// A mapping or sequence that is being read.
struct YAMLCollection {
  let isMapping: Bool
  /// Written with brackets, or the single pair of `[a: b]`.
  let isFlow: Bool
  let lower: Int
  var tag = YAMLTag.none
  var anchor: String?
  var anchorNumber = 0
  /// Values below it.
  var valueCount = 0
  /// Collections inside each other below it.
  var height = 0
  /// Whether there may be keys that are not seen.
  var isOpen = false

  var elements: [Node] = []
  private(set) var entries: [Mapping.Entry] = []
  private(set) var merges: [Node] = []
  private var pending = Pending.none
  /// From key to entry, once there are too many to look at each.
  private var indices: [String: Int] = [:]

  private enum Pending {
    case none
    case key(String, SourceRange)
    case merge
    /// A key that cannot be kept: a collection, a template, a repetition.
    case skipped
  }

  struct Duplicate {
    let key: String
    let range: SourceRange
    let first: SourceRange
  }

  init(isMapping: Bool, isFlow: Bool, lower: Int) {
    self.isMapping = isMapping
    self.isFlow = isFlow
    self.lower = lower
  }

  /// Whether what comes next is a key.
  var awaitsKey: Bool {
    guard isMapping, case .none = pending else { return false }
    return true
  }

  mutating func startMerge() { pending = .merge }

  /// Adds an element, a key or the value of the last key; gives the key that is there already.
  mutating func add(_ node: Node, key: String?, at range: SourceRange) -> Duplicate? {
    guard isMapping else {
      elements.append(node)
      return nil
    }
    switch pending {
    case .none: return addKey(key, at: range)
    case .key(let key, let range):
      if entries.count >= Self.fewEntries { index(key) }
      if entries.isEmpty { entries.reserveCapacity(4) }
      entries.append(Mapping.Entry(key: key, keyRange: range, value: node))
    case .merge: merges.append(node)
    case .skipped: break
    }
    pending = .none
    return nil
  }

  private static let fewEntries = 16

  private mutating func addKey(_ key: String?, at range: SourceRange) -> Duplicate? {
    guard let key else {
      pending = .skipped
      isOpen = true
      return nil
    }
    guard let first = firstEntry(key) else {
      pending = .key(key, range)
      return nil
    }
    pending = .skipped
    return Duplicate(key: key, range: range, first: entries[first].keyRange)
  }

  private func firstEntry(_ key: String) -> Int? {
    indices.isEmpty ? entries.firstIndex { $0.key == key } : indices[key]
  }

  private mutating func index(_ key: String) {
    if indices.isEmpty {
      for (place, entry) in entries.enumerated() { indices[entry.key] = place }
    }
    indices[key] = entries.count
  }

  /// Adds the entries of the merged mappings whose keys are not there; gives the values that cannot be merged.
  mutating func merge() -> [SourceRange] {
    var misplaced: [SourceRange] = []
    for node in merges {
      switch node.value {
      case .mapping(let mapping): merge(mapping)
      case .sequence(let elements):
        for element in elements {
          switch element.value {
          case .mapping(let mapping): merge(mapping)
          case .unresolved: isOpen = true
          default: misplaced.append(element.range)
          }
        }
      case .unresolved: isOpen = true
      default: misplaced.append(node.range)
      }
    }
    if !misplaced.isEmpty { isOpen = true }
    return misplaced
  }

  private mutating func merge(_ mapping: Mapping) {
    isOpen = isOpen || mapping.isOpen
    for entry in mapping.entries where firstEntry(entry.key) == nil {
      if entries.count >= Self.fewEntries { index(entry.key) }
      entries.append(entry)
    }
  }

  /// Makes the last value unknown; for a key there is nothing to do, since it has no value yet.
  mutating func distrustLast(of file: SourceFile) {
    if !isMapping, let last = elements.popLast() {
      elements.append(Node(.unresolved(Text([.hole(file.text(in: last.range))])), last.range))
    } else if awaitsKey, let last = entries.popLast() {
      let value = Node(.unresolved(Text([.hole(file.text(in: last.value.range))])), last.value.range)
      entries.append(Mapping.Entry(key: last.key, keyRange: last.keyRange, value: value))
    }
  }
}

/// What a tag says about the value behind it.
enum YAMLTag {
  case none
  /// `!`, which only says that a scalar is a string.
  case plain
  case string
  case null
  case bool
  case integer
  case float
  case mapping
  case sequence
  /// A tag of somebody's own, such as `!Ref`.
  case unknown

  init(_ tag: String?) {
    guard let tag else {
      self = .none
      return
    }
    self =
      switch tag {
      case "!": .plain
      case "tag:yaml.org,2002:str", "tag:yaml.org,2002:timestamp": .string
      case "tag:yaml.org,2002:null": .null
      case "tag:yaml.org,2002:bool": .bool
      case "tag:yaml.org,2002:int": .integer
      case "tag:yaml.org,2002:float": .float
      case "tag:yaml.org,2002:map", "tag:yaml.org,2002:set": .mapping
      case "tag:yaml.org,2002:seq", "tag:yaml.org,2002:omap", "tag:yaml.org,2002:pairs": .sequence
      default: .unknown
      }
  }

  /// Whether a mapping or sequence with this tag is something else.
  func hides(mapping isMapping: Bool) -> Bool {
    switch self {
    case .none, .plain: false
    case .mapping: !isMapping
    case .sequence: isMapping
    default: true
    }
  }
}
