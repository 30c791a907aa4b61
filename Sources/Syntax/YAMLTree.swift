/// Builds the values of a YAML file from libyaml's events, in one loop without recursion.
struct YAMLTree {
  let file: SourceFile
  let text: YAMLText
  let limits: Limits

  private(set) var documents: [Node] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// Template actions that stand in unquoted scalars.
  private(set) var templateActions: [SourceRange] = []
  /// Where `#` starts no comment.
  private(set) var scalarRanges: [SourceRange] = []
  /// Whether scalar ranges are worth keeping.
  let keepsScalarRanges: Bool

  private var open: [YAMLCollection] = []
  private var anchors: [String: Anchored] = [:]
  private var anchorCount = 0
  /// Values so far, with those below aliases.
  private var valueCount = 0
  /// The end of the last thing that was written, where libyaml marks ends at what follows.
  private var lastEnd = 0
  private var lastWasScalar = false
  /// Whether the last document has its value, and no mark of its end.
  private var mayGoOn = false

  /// More than anybody reads; the rest would only take memory.
  private static let mostDiagnostics = 1000

  /// What an anchor names.
  private struct Anchored {
    /// Tells apart anchors of the same name.
    let number: Int
    /// nil while it is being read.
    let node: Node?
    /// The text, when it is a scalar that can be a key.
    let key: String?
    let valueCount: Int
    /// Collections inside each other; 0 for a scalar.
    let height: Int
  }

  init(file: SourceFile, text: YAMLText, limits: Limits, keepsScalarRanges: Bool) {
    self.file = file
    self.text = text
    self.limits = limits
    self.keepsScalarRanges = keepsScalarRanges
  }

  mutating func take(_ event: YAMLEvent) throws(YAMLLimit) {
    let wasScalar = lastWasScalar
    lastWasScalar = false
    switch event.kind {
    case .documentStart:
      anchors.removeAll(keepingCapacity: true)
      lastEnd = event.range.upper
      mayGoOn = false
    case .documentEnd:
      lastWasScalar = wasScalar
      mayGoOn = event.range.isEmpty
    case .alias: try takeAlias(event)
    case .scalar:
      lastWasScalar = true
      try takeScalar(event)
    case .sequenceStart, .mappingStart: try start(event)
    case .collectionEnd:
      // A flow collection that ends without a bracket is the single pair of `[a: b]`.
      if !event.range.isEmpty, open.last?.isFlow == true { lastEnd = event.range.upper }
      try finishCollection()
    }
  }

  /// Ends the document that is being read, of which the rest cannot be known.
  mutating func abandon(_ reason: Diagnostic) {
    diagnostics.append(reason)
    defer {
      lastWasScalar = false
      mayGoOn = false
    }
    guard !open.isEmpty else {
      if mayGoOn, let last = documents.popLast(), let partial = partial(last) { documents.append(partial) }
      return
    }
    // An open quote or a wrong indentation may have made the last scalar of anything.
    if lastWasScalar { open[open.count - 1].distrustLast(of: file) }
    while var collection = open.popLast() {
      collection.isOpen = true
      if !collection.isMapping { collection.elements.append(unseen(lastEnd)) }
      let node = node(for: &collection)
      guard !open.isEmpty else {
        documents.append(node)
        break
      }
      _ = open[open.count - 1].add(node, key: nil, at: node.range)
    }
  }

  /// A document as far as it was read; nil for a scalar, which is not what was meant.
  private func partial(_ document: Node) -> Node? {
    switch document.value {
    case .mapping(let mapping): Node(.mapping(Mapping(mapping.entries, isOpen: true)), document.range)
    case .sequence(let elements): Node(.sequence(elements + [unseen(document.range.upper)]), document.range)
    default: nil
    }
  }

  /// Stands for the elements that could not be read.
  private func unseen(_ offset: Int) -> Node { Node(.unresolved(Text([.hole("")])), place(offset)) }

  private func place(_ offset: Int) -> SourceRange { SourceRange(offset, offset) }

  private mutating func complain(
    _ code: String, _ range: SourceRange, _ message: String, labels: [Diagnostic.Label] = [], help: String? = nil
  ) {
    guard diagnostics.count < Self.mostDiagnostics else { return }
    diagnostics.append(
      Diagnostic(
        code: code, severity: .error, file: file, range: range, message: message, labels: labels, help: help))
  }
}

/// A limit of ours that the file exceeds.
struct YAMLLimit: Error {
  let message: String
  let range: SourceRange
}

// Aliases and scalars.
extension YAMLTree {
  private mutating func takeAlias(_ event: YAMLEvent) throws(YAMLLimit) {
    let name = event.anchor ?? ""
    let range = event.range
    lastEnd = range.upper
    if let anchored = anchors[name], let node = anchored.node {
      try count(anchored.valueCount, at: range)
      return try add(node, key: anchored.key, values: anchored.valueCount, height: anchored.height, range)
    }
    if anchors[name] != nil {
      complain("SYN001", range, "the alias `*\(name)` stands inside the value that `&\(name)` names")
    } else {
      complain(
        "SYN001", range, "the alias `*\(name)` has no anchor `&\(name)` before it in this document",
        help: "If it is text, put it in quotes")
    }
    try count(1, at: range)
    try add(Node(.unresolved(Text([.hole(file.text(in: range))])), range), key: nil, values: 1, height: 0, range)
  }

  private mutating func takeScalar(_ scalar: YAMLEvent) throws(YAMLLimit) {
    let tag = YAMLTag(scalar.tag)
    let range = text.range(of: scalar, after: lastEnd, withTag: tag == .unknown)
    lastEnd = max(lastEnd, range.upper)
    if keepsScalarRanges { scalarRanges.append(text.rangeWithoutComments(scalar, range)) }
    try count(1, at: range)
    let isKey = open.last?.awaitsKey == true
    if isKey, scalar.style == .plain, tag == .none, scalar.text == "<<" {
      open[open.count - 1].startMerge()
      return
    }
    let node = Node(value(of: scalar, tag, range, isKey: isKey), range)
    // A key is the text that was written, also where the same text as a value is a number.
    let key = (isKey || scalar.anchor != nil) && !node.isUnresolved ? scalar.text : nil
    if let anchor = scalar.anchor {
      anchorCount += 1
      anchors[anchor] = Anchored(number: anchorCount, node: node, key: key, valueCount: 1, height: 0)
    }
    try add(node, key: key, values: 1, height: 0, range)
  }

  private mutating func value(of scalar: YAMLEvent, _ tag: YAMLTag, _ range: SourceRange, isKey: Bool) -> Value {
    if text.hasGaps {
      let gaps = text.gaps(in: range)
      if !gaps.isEmpty {
        if scalar.style == .plain { templateActions += gaps.filter { $0.reason == .value }.map(\.range) }
        return .unresolved(text.partialText(scalar.text, in: range, gaps, of: file))
      }
    }
    switch tag {
    case .unknown: return .unresolved(Text([.hole(file.text(in: range))]))
    case .none where scalar.style == .plain && !(isKey && scalar.anchor == nil):
      if let value = Value(plainYAML: text.bytes, in: range) { return value }
    case .null: return .null
    case .bool, .integer, .float:
      let bytes = Array(scalar.text.utf8)
      if let value = Value(plainYAML: bytes, in: SourceRange(0, bytes.count)) {
        if tag == .float, case .integer = value { return .number(scalar.text) }
        return value
      }
    default: break
    }
    if let partial = Text(placeholdersIn: scalar.text) { return .unresolved(partial) }
    return .string(scalar.text)
  }
}

// Collections.
extension YAMLTree {
  private mutating func start(_ event: YAMLEvent) throws(YAMLLimit) {
    let tag = YAMLTag(event.tag)
    let isFlow = event.style == .flow
    let isMapping = event.kind == .mappingStart
    let lower = text.startOfCollection(event, withTag: tag.hides(mapping: isMapping))
    try checkDepth(open.count + 1, at: place(lower))
    try count(1, at: place(lower))
    var collection = YAMLCollection(isMapping: isMapping, isFlow: isFlow, lower: lower)
    collection.tag = tag
    if let anchor = event.anchor {
      anchorCount += 1
      collection.anchor = anchor
      collection.anchorNumber = anchorCount
      anchors[anchor] = Anchored(number: anchorCount, node: nil, key: nil, valueCount: 0, height: 0)
    }
    lastEnd = max(lastEnd, lower)
    open.append(collection)
  }

  private mutating func finishCollection() throws(YAMLLimit) {
    guard var collection = open.popLast() else { return }
    let node = node(for: &collection)
    let height = collection.height + 1
    if let anchor = collection.anchor, anchors[anchor]?.number == collection.anchorNumber {
      anchors[anchor] = Anchored(
        number: collection.anchorNumber, node: node, key: nil, valueCount: collection.valueCount + 1, height: height)
    }
    try add(node, key: nil, values: collection.valueCount + 1, height: height, place(collection.lower))
  }

  private mutating func node(for collection: inout YAMLCollection) -> Node {
    let range = SourceRange(collection.lower, max(collection.lower, lastEnd))
    if collection.tag.hides(mapping: collection.isMapping) {
      return Node(.unresolved(Text([.hole(file.text(in: range))])), range)
    }
    guard collection.isMapping else { return Node(.sequence(collection.elements), range) }
    if !collection.merges.isEmpty {
      for misplaced in collection.merge() {
        complain("SYN001", misplaced, "the merge key `<<` takes a mapping or a list of mappings")
      }
    }
    let isOpen = collection.isOpen || text.hasControlActions || text.damage != nil
    return Node(.mapping(Mapping(collection.entries, isOpen: isOpen)), range)
  }

  private mutating func add(
    _ node: Node, key: String?, values: Int, height: Int, _ range: SourceRange
  ) throws(YAMLLimit) {
    guard !open.isEmpty else {
      documents.append(node)
      mayGoOn = true
      return
    }
    if height > 0 { try checkDepth(open.count + height, at: range) }
    let top = open.count - 1
    open[top].valueCount += values
    open[top].height = max(open[top].height, height)
    if let duplicate = open[top].add(node, key: key, at: range), !text.hasControlActions {
      complain(
        "SYN002", duplicate.range, "the key `\(duplicate.key)` is written twice in one mapping",
        labels: [Diagnostic.Label(file: file, range: duplicate.first, message: "first written here")])
    }
  }

  private mutating func count(_ values: Int, at range: SourceRange) throws(YAMLLimit) {
    valueCount += values
    guard valueCount > limits.values else { return }
    throw YAMLLimit(message: "more than \(limits.values) values, those below aliases included", range: range)
  }

  private func checkDepth(_ depth: Int, at range: SourceRange) throws(YAMLLimit) {
    guard depth > limits.depth else { return }
    throw YAMLLimit(message: "mappings and sequences are nested more than \(limits.depth) deep", range: range)
  }
}
