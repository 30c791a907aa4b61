import Models
import Syntax

/// Tells a resource of the v2 API in the shape of the v1 API, which is the canonical one, in the user's own places.
///
/// What cannot be told is unknown there, never absent: an enumeration's word that does not exist, a value of the wrong
/// type. Fields that v1 does not have, and fields that do not exist, are left to the schema, which judges what is written.
struct V2Lowering {
  private let document: Node
  private(set) var retold: [Resource.Retold] = []

  private init(_ document: Node) { self.document = document }

  /// The resource in its canonical shape.
  static func part(
    _ kind: Resource.Kind, _ document: Node, writtenAs written: Node? = nil, _ form: Form = .cloudRunV2
  ) -> Part {
    var lowering = V2Lowering(document)
    let node = lowering.resource(kind)
    return Part(kind: kind, form: form, node: node, written: written ?? document, retold: lowering.retold)
  }

  private mutating func resource(_ kind: Resource.Kind) -> Node {
    var metadata = Draft(from: document)
    metadata.take("name", from: document, lastSegment)
    metadata.take("labels", from: document)
    metadata.add("annotations", annotations(of: document, V2Setting.ofResource).node, at: head)
    var spec = Draft(from: document)
    switch kind {
    case .cloudRunInstance: spec = instance(document, kind)
    case .cloudRunJob: takeTemplate(into: &spec) { $0.execution($1) }
    default: takeTemplate(into: &spec) { $0.revision($1, kind) }
    }
    spec.take("restartPolicy", from: document)
    spec.take(["startExecutionToken", "runExecutionToken"], from: document)
    spec.take("traffic", from: document) { $0.mapElements { share($0) } }
    spec.take("instanceSplits", from: document) { $0.mapElements { share($0) } }
    var root = Draft(from: document)
    root.add("metadata", metadata.node, at: head)
    root.add("spec", spec.node, at: head)
    return root.node
  }

  /// The key to point at for what the user did not write down as such.
  private var head: SourceRange {
    let mapping = document.mapping
    return (mapping?.entry("template") ?? mapping?.entry("containers") ?? mapping?.entries.first)?.keyRange
      ?? document.range
  }

  private mutating func takeTemplate(into spec: inout Draft, _ change: (inout V2Lowering, Node) -> Node) {
    guard let entry = document.mapping?.entry("template"), !entry.value.isNull else { return }
    let isKnown = entry.value.mapping != nil
    spec.add("template", isKnown ? change(&self, entry.value) : .unknown(at: entry.value.range), at: entry.keyRange)
  }

  /// The template of a service or worker pool.
  private mutating func revision(_ template: Node, _ kind: Resource.Kind) -> Node {
    let spec = instance(template, kind)
    var metadata = Draft(from: template)
    metadata.take("revision", as: "name", from: template)
    metadata.take("labels", from: template)
    metadata.add("annotations", annotations(of: template, V2Setting.ofRevision, kind).node, at: head)
    return pair(metadata, spec, template)
  }

  /// The template of a job.
  private mutating func execution(_ template: Node) -> Node {
    var metadata = Draft(from: template)
    metadata.take("labels", from: template)
    var spec = Draft(from: template)
    spec.take(["parallelism", "taskCount", "delayExecution"], from: template)
    if let entry = template.mapping?.entry("template"), !entry.value.isNull {
      let task = entry.value
      // What v1 says of the execution, v2 says of the task; the annotations that are the user's are the execution's.
      var all = annotations(of: template, [])
      for setting in annotations(of: task, V2Setting.ofInstance, .cloudRunJob).entries {
        all.add(setting.key, setting.value, at: setting.keyRange)
      }
      metadata.add("annotations", all.node, at: head)
      var outer = Draft(from: task)
      outer.add("spec", instance(task, .cloudRunJob).node, at: entry.keyRange)
      spec.add("template", task.mapping == nil ? .unknown(at: task.range) : outer.node, at: entry.keyRange)
    }
    return pair(metadata, spec, template)
  }

  private func pair(_ metadata: Draft, _ spec: Draft, _ source: Node) -> Node {
    var draft = Draft(from: source)
    draft.add("metadata", metadata.node, at: head)
    draft.add("spec", spec.node, at: head)
    return draft.node
  }

  /// What says how instances run.
  private mutating func instance(_ source: Node, _ kind: Resource.Kind) -> Draft {
    var spec = Draft(from: source)
    spec.take("containers", from: source) { $0.mapElements { container($0) } }
    spec.take("volumes", from: source) { $0.mapElements { volume($0) } }
    take("serviceAccount", as: "serviceAccountName", from: source, into: &spec)
    take("maxInstanceRequestConcurrency", as: "containerConcurrency", from: source, into: &spec)
    spec.take(["maxRetries", "sandboxes"], from: source)
    if let timeout = source.mapping?.entry("timeout"), !timeout.value.isNull {
      let seconds = timeout.value.string.flatMap { $0.hasSuffix("s") ? Int($0.dropLast()) : nil }
      if seconds != nil { retell(timeout.range, "timeoutSeconds", "timeout") }
      spec.add(
        "timeoutSeconds", seconds.map { Node(.integer($0), timeout.value.range) } ?? .unknown(at: timeout.value.range),
        at: timeout.keyRange)
    }
    // Under the name of the other API it has no effect, and is reported as that alone.
    for name in ["serviceAccountName", "containerConcurrency", "timeoutSeconds"] {
      spec.take(name, from: source) { .unknown(at: $0.range) }
    }
    spec.take("nodeSelector", from: source) { selector in
      guard selector.mapping != nil else { return .unknown(at: selector.range) }
      var draft = Draft(from: selector)
      draft.take("accelerator", as: "run.googleapis.com/accelerator", from: selector)
      return draft.node
    }
    return spec
  }
}

extension V2Lowering {
  /// Notes that the canonical tree has other words for what stands at a place.
  mutating func retell(_ range: SourceRange, _ canonical: String = "", _ written: String = "") {
    retold.append(Resource.Retold(range: range, canonical: canonical, written: written))
  }

  /// Takes over the name of a secret, which v2 may write with its project, where v1 needs an alias for that.
  mutating func takeSecret(as name: String, from source: Node, into draft: inout Draft) {
    guard let entry = source.mapping?.entry("secret"), !entry.value.isNull else { return }
    retell(entry.range)
    draft.add(name, lastSegment(entry.value), at: entry.keyRange)
  }

  /// Takes over a field with its value as it is, under another name.
  mutating func take(_ key: String, as name: String, from source: Node, into draft: inout Draft) {
    guard let entry = source.mapping?.entry(key), !entry.value.isNull else { return }
    retell(entry.keyRange, name, key)
    draft.add(name, entry.value, at: entry.keyRange)
  }

  /// The annotations that say what these settings of a mapping say, and those that the user wrote.
  ///
  /// What only the platform may write there (`run.googleapis.com/…`) is refused, so it has no effect.
  private mutating func annotations(
    of source: Node, _ settings: [V2Setting], _ kind: Resource.Kind? = nil
  ) -> Draft {
    var draft = Draft(from: source)
    for entry in source["annotations"]?.mapping?.entries ?? [] where !V2Names.isReserved(entry.key) {
      draft.add(entry.key, entry.value, at: entry.keyRange)
    }
    for setting in settings { tell(setting, of: source, into: &draft) }
    if kind == .cloudRunService { tellAllocation(of: source, into: &draft) }
    if kind != nil { tellVolumes(of: source, into: &draft) }
    return draft
  }

  private mutating func tell(_ setting: V2Setting, of source: Node, into draft: inout Draft) {
    var node = source
    var found: Mapping.Entry?
    for key in setting.path {
      guard let mapping = node.mapping else {
        draft.add(setting.annotation, .unknown(at: node.range), at: found?.keyRange ?? head)
        return
      }
      guard let entry = mapping.entry(key), !entry.value.isNull else {
        if mapping.isOpen, found != nil { draft.add(setting.annotation, .unknown(at: node.range), at: head) }
        return
      }
      found = entry
      node = entry.value
    }
    guard let entry = found else { return }
    if case .text = setting.grammar {
      retell(entry.keyRange)
      draft.add(setting.annotation, node, at: entry.keyRange)
      return
    }
    guard let text = setting.grammar.telling(node) else { return }
    if case .words = setting.grammar, let word = text.value, let written = node.string {
      retell(entry.range, "'\(word)'", "'\(written)'")
    } else if text.value != nil {
      retell(entry.range)
    }
    // A list is best pointed at by its key.
    let place = node.sequence == nil ? node.range : entry.keyRange
    draft.add(
      setting.annotation, text.value.map { Node(.string($0), place) } ?? .unknown(at: place), at: entry.keyRange)
  }

  /// `projects/acme/locations/europe-west1/services/api` is called `api`.
  func lastSegment(_ name: Node) -> Node {
    switch name.value {
    case .string(let text):
      guard let slash = text.lastIndex(of: "/") else { return name }
      return Node(.string(String(text[text.index(after: slash)...])), name.range)
    case .unresolved(let text):
      guard let slash = text.knownSuffix.lastIndex(of: "/") else { return name }
      return Node(.string(String(text.knownSuffix[text.knownSuffix.index(after: slash)...])), name.range)
    default: return .unknown(at: name.range)
    }
  }
}

/// What an annotation says, nil inside where that is not known.
struct Telling {
  let value: String?
}

extension V2Setting.Grammar {
  /// The text of the annotation; nil when the value is as good as none.
  func telling(_ node: Node) -> Telling? {
    switch (self, node.value) {
    case (.flag, .bool(let flag)): return Telling(value: flag ? "true" : "false")
    case (.mark(let word), .bool(let flag)): return flag ? Telling(value: word) : nil
    case (.number, .integer(let number)): return Telling(value: String(number))
    case (.number, .number(let text)): return Telling(value: text)
    case (.words(let words), .string(let word)):
      return V2Setting.isUnspecified(word) || word.isEmpty ? nil : Telling(value: words[word])
    case (.hours, .string(let text)):
      let seconds = text.hasSuffix("s") ? Int(text.dropLast()) : nil
      return Telling(value: seconds.flatMap { $0 % 3600 == 0 ? String($0 / 3600) : nil })
    case (.json, .sequence(let elements)): return elements.isEmpty ? nil : Telling(value: node.json)
    case (.commas, .sequence(let elements)):
      let parts = elements.compactMap(\.string)
      return elements.isEmpty
        ? nil : Telling(value: parts.count == elements.count ? parts.joined(separator: ",") : nil)
    default: return Telling(value: nil)
    }
  }
}
