import CLibYAML

/// One step of libyaml's walk over a stream of documents, and the bytes of the file it stands for.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case documentEnd
    case alias
    case scalar
    case sequenceStart
    case mappingStart
    case collectionEnd
  }

  enum Style { case plain, quoted, block, flow }

  let kind: Kind
  /// As libyaml marks it: with the anchor and the tag, and for the end of a block up to what follows it.
  let range: SourceRange
  /// Of a scalar `plain`, `quoted` or `block`, of the start of a collection `block` or `flow`; else `block`.
  var style = Style.block
  /// The name that an anchor gives or an alias follows.
  var anchor: String?
  var tag: String?
  /// What a scalar says, without quotes and escapes.
  var text = ""
}

/// What libyaml could not read, in its own words.
struct YAMLProblem: Error {
  let problem: String
  /// What it was reading when that happened; empty when it does not say.
  let context: String
  /// Bytes from the start of the file.
  let offset: Int
  /// Where that which was being read starts; nil when libyaml does not say.
  let contextOffset: Int?
}

/// The only road to libyaml: it owns the C parser and the text it reads, and hands out Swift values.
///
/// Safe because both pieces of memory are made in `init`, freed in `deinit`, never handed out, and the text does not
/// change in between.
@safe struct EventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let text: UnsafeMutablePointer<UInt8>
  private let isReady: Bool
  private let offsets: ScalarOffsets

  /// Reads the bytes from `start` on, which must be valid UTF-8 without a byte order mark at `start`.
  init(_ bytes: [UInt8], from start: Int, isASCII: Bool) {
    offsets = ScalarOffsets(bytes, from: start, isASCII: isASCII)
    let count = bytes.count - start
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(count, 1))
    unsafe bytes.withUnsafeBufferPointer { source in
      if count > 0, let base = source.baseAddress { unsafe copy.initialize(from: base + start, count: count) }
    }
    unsafe text = copy
    unsafe parser = .allocate(capacity: 1)
    isReady = unsafe yaml_parser_initialize(parser) == 1
    if isReady {
      // Else libyaml would look for a byte order mark, which has been skipped.
      unsafe yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      unsafe yaml_parser_set_input_string(parser, text, count)
    }
  }

  deinit {
    if isReady { unsafe yaml_parser_delete(parser) }
    unsafe parser.deallocate()
    unsafe text.deallocate()
  }

  /// The next event; nil at the end of the stream.
  ///
  /// Not to be called again after nil or an error.
  func next() throws(YAMLProblem) -> YAMLEvent? {
    guard isReady else {
      throw YAMLProblem(problem: "memory", context: "", offset: offsets.start, contextOffset: nil)
    }
    while true {
      var event = unsafe yaml_event_t()
      guard unsafe yaml_parser_parse(parser, &event) == 1 else { throw problem() }
      defer { unsafe yaml_event_delete(&event) }
      let lower = unsafe offsets[event.start_mark.index]
      let upper = unsafe offsets[event.end_mark.index]
      let range = SourceRange(lower, max(lower, upper))
      switch unsafe event.type {
      case YAML_STREAM_START_EVENT: continue
      case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, range: range)
      case YAML_DOCUMENT_END_EVENT: return YAMLEvent(kind: .documentEnd, range: range)
      case YAML_ALIAS_EVENT:
        return unsafe YAMLEvent(kind: .alias, range: range, anchor: string(event.data.alias.anchor))
      case YAML_SCALAR_EVENT: return unsafe scalar(event.data.scalar, range)
      case YAML_SEQUENCE_START_EVENT:
        let start = unsafe event.data.sequence_start
        return unsafe YAMLEvent(
          kind: .sequenceStart, range: range, style: start.style == YAML_FLOW_SEQUENCE_STYLE ? .flow : .block,
          anchor: string(start.anchor), tag: string(start.tag))
      case YAML_MAPPING_START_EVENT:
        let start = unsafe event.data.mapping_start
        return unsafe YAMLEvent(
          kind: .mappingStart, range: range, style: start.style == YAML_FLOW_MAPPING_STYLE ? .flow : .block,
          anchor: string(start.anchor), tag: string(start.tag))
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .collectionEnd, range: range)
      default: return nil
      }
    }
  }

  private func scalar(_ scalar: yaml_event_t.__Unnamed_union_data.__Unnamed_struct_scalar, _ range: SourceRange)
    -> YAMLEvent
  {
    let style: YAMLEvent.Style =
      switch unsafe scalar.style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: .quoted
      case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: .block
      default: .plain
      }
    let text = unsafe String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
    return unsafe YAMLEvent(
      kind: .scalar, range: range, style: style, anchor: string(scalar.anchor), tag: string(scalar.tag), text: text)
  }

  private func problem() -> YAMLProblem {
    let parser = unsafe parser.pointee
    let isReaderError = unsafe parser.error == YAML_READER_ERROR
    let context = unsafe parser.context.map { unsafe String(cString: $0) } ?? ""
    return unsafe YAMLProblem(
      problem: parser.problem.map { unsafe String(cString: $0) } ?? "memory",
      context: context,
      offset: isReaderError ? offsets.start + parser.problem_offset : offsets[parser.problem_mark.index],
      contextOffset: context.isEmpty ? nil : offsets[parser.context_mark.index])
  }

  private func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    guard let bytes = unsafe bytes else { return nil }
    return unsafe String(cString: bytes)
  }
}

/// From libyaml's count of Unicode scalars to byte offsets.
struct ScalarOffsets {
  /// Where counting starts, in bytes from the start of the file.
  let start: Int
  private let bytes: [UInt8]
  /// Byte offsets of every `stride`-th scalar; empty when all are ASCII.
  private let checkpoints: [Int]
  private static let stride = 64

  init(_ bytes: [UInt8], from start: Int, isASCII: Bool) {
    self.start = start
    self.bytes = bytes
    guard !isASCII else {
      checkpoints = []
      return
    }
    var offsets: [Int] = []
    var scalars = 0
    for offset in start..<bytes.count where bytes[offset] & 0xC0 != 0x80 {
      if scalars.isMultiple(of: Self.stride) { offsets.append(offset) }
      scalars += 1
    }
    checkpoints = offsets
  }

  /// The offset of the first byte of a scalar; the end of the file for those behind the last.
  subscript(scalar: Int) -> Int {
    guard !checkpoints.isEmpty else { return min(start + scalar, bytes.count) }
    let checkpoint = scalar / Self.stride
    guard checkpoint < checkpoints.count else { return bytes.count }
    var offset = checkpoints[checkpoint]
    var missing = scalar % Self.stride
    while missing > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      missing -= 1
    }
    return offset
  }
}
