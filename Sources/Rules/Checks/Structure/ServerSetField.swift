import Forms
import Models
import Syntax

extension Check {
  static let serverSetField = Check(Resource.Kind.allCases) { resource, findings in
    // What `describe-services` prints is a record, and ecspresso keeps such fields in its own file.
    if resource.form == .describeServices || resource.form == .describeClusters || resource.form == .ecspressoService {
      return
    }
    var fields = resource.shape.map { outputFields(of: resource.written, as: $0) } ?? []
    if let cloudRun = resource.cloudRun, resource.form == .cloudRunV1 { fields += cloudRun.serverSetMetadata }
    fields.sort { $0.keyRange.lower < $1.keyRange.lower }
    guard let first = fields.first else { return }
    let isCloudRun = resource.kind.platform == .cloudRun
    let consequence =
      isCloudRun
      ? "written by Cloud Run or gcloud, not by who deploys"
      : "printed by describe, and refused as input by the AWS CLI"
    let subject =
      fields.count == 1
      ? "'\(first.name)' is" : "'\(first.name)' and \(fields.count - 1) more field\(fields.count == 2 ? "" : "s") are"
    findings.report(
      first.keyRange, "\(subject) \(consequence)", caption: "an output field",
      severity: fields.allSatisfy(\.isHarmless) ? .note : nil,
      labels: fields.dropFirst().prefix(8).map { findings.label($0.keyRange, "so is '\($0.name)'") },
      help: isWrapped(resource)
        ? "keep only what stands under 'taskDefinition', without these fields"
        : "remove \(fields.count == 1 ? "it" : "them")",
      fixes: isWrapped(resource) ? [] : findings.removal(of: fields))
  }
}

/// A field that the platform writes.
private struct OutputField {
  let mapping: Node
  let name: String
  let keyRange: SourceRange
  /// It is neither refused nor does it ever conflict with what the platform has.
  var isHarmless = false
}

/// The fields of a resource that its API only ever returns, at any depth.
private func outputFields(of node: Node, as shape: Shape) -> [OutputField] {
  guard let mapping = node.mapping else { return [] }
  var fields: [OutputField] = []
  for entry in mapping.entries where !entry.value.isNull {
    guard let member = shape.member(entry.key) else { continue }
    if member.traits.contains(.output) {
      fields.append(OutputField(mapping: node, name: entry.key, keyRange: entry.keyRange))
    } else if case .shape(let inner) = member.type {
      fields += outputFields(of: entry.value, as: inner())
    } else if case .list(.shape(let inner), _) = member.type {
      for element in entry.value.sequence ?? [] { fields += outputFields(of: element, as: inner()) }
    }
  }
  return fields
}

extension CloudRunResource {
  /// The annotations and labels that Cloud Run and its clients write.
  fileprivate var serverSetMetadata: [OutputField] {
    [annotations, labels, templateAnnotations, template.field("metadata").field("labels")].flatMap { field in
      field.entries.compactMap { entry in
        guard let mapping = field.value, let kind = serverSetKey(entry.key) else { return nil }
        return OutputField(mapping: mapping, name: entry.key, keyRange: entry.keyRange, isHarmless: kind == .noise)
      }
    }
  }
}

private enum ServerSetKey { case state, noise }

/// Written 2026-11 from what `gcloud run services describe --format export` strips and what gcloud writes itself.
private func serverSetKey(_ key: String) -> ServerSetKey? {
  switch key {
  case "serving.knative.dev/creator", "serving.knative.dev/lastModifier", "serving.knative.dev/service",
    "run.googleapis.com/creatorEmail", "run.googleapis.com/lastModifierEmail", "run.googleapis.com/operation-id",
    "run.googleapis.com/ingress-status", "run.googleapis.com/urls":
    .state
  case "run.googleapis.com/client-name", "run.googleapis.com/client-version", "run.googleapis.com/startupProbeType",
    "client.knative.dev/nonce":
    .noise
  default: nil
  }
}

/// Whether the resource stands inside the `taskDefinition` of what the AWS CLI printed.
private func isWrapped(_ resource: Resource) -> Bool {
  guard resource.form == .describeTaskDefinition else { return false }
  let before = SourceRange(0, resource.node.range.lower)
  return resource.file.range(of: "taskDefinition", in: before) != nil
}

extension Findings {
  /// Removes the fields, each from its mapping; nothing where the layout cannot be kept.
  fileprivate func removal(of fields: [OutputField]) -> [Fix] {
    var edits: [Fix.Edit] = []
    var mappings: [(node: Node, keys: [String])] = []
    for field in fields {
      if let index = mappings.firstIndex(where: { $0.node.range == field.mapping.range }) {
        mappings[index].keys.append(field.name)
      } else {
        mappings.append((field.mapping, [field.name]))
      }
    }
    for (node, keys) in mappings {
      // A block that loses all its lines would leave its key without a value.
      guard keys.count < node.mapping?.entries.count ?? 0, let removed = layout.removing(keys, from: node) else {
        return []
      }
      edits += removed
    }
    return [Fix(fields.count == 1 ? "Remove the field" : "Remove these fields", .safe, edits)]
  }
}
