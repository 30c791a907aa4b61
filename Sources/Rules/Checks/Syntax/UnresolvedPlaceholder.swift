import Forms
import Models
import Syntax

extension Check {
  static let unresolvedPlaceholder = Check(Resource.Kind.allCases) { resource, findings in
    // In other forms an expression is no placeholder: it is how they are written.
    guard formsWithPlaceholders.contains(resource.form) else { return }
    var search = PlaceholderSearch(file: resource.file)
    search.visit(resource.written, key: "")
    guard let first = search.places.first else { return }
    var names: [String] = []
    for place in search.places where !names.contains(place.source) { names.append(place.source) }
    let shown = names.prefix(3).map { "'\($0)'" } + (names.count > 3 ? ["\(names.count - 3) more"] : [])
    findings.report(
      first.range,
      search.places.count == 1
        ? "\(shown[0]) is a placeholder, so what depends on it is not checked"
        : "\(search.places.count) values have placeholders, so what depends on them is not checked: \(shown.inWords("and"))",
      caption: "not known yet",
      labels: search.places.dropFirst().prefix(5).map { findings.label($0.range, "another one") },
      help:
        "if a pipeline fills it in, all is well; to have it checked, give it a value under 'variables' in .seatrial.yaml"
    )
  }
}

private let formsWithPlaceholders: [Form] = [
  .registerTaskDefinition, .describeTaskDefinition, .containerDefinitions, .createService, .updateService,
  .ecspressoService, .createTaskSet, .runTask, .createCluster, .putClusterCapacityProviders, .createCapacityProvider,
  .cloudRunV1, .cloudRunV2, .configConnector,
]

/// Collects what is to be filled in, except where a shell or the container's own software reads `$VAR` or `{{ … }}`.
private struct PlaceholderSearch {
  struct Place {
    let source: String
    let range: SourceRange
  }

  let file: SourceFile
  private(set) var places: [Place] = []

  init(file: SourceFile) { self.file = file }

  mutating func visit(_ node: Node, key: String) {
    switch node.value {
    case .mapping(let mapping):
      for entry in mapping.entries where entry.value.mayHoldText && !readAtRunTime.contains(entry.key) {
        if key == "logConfiguration", entry.key == "options" {
          for option in entry.value.mapping?.entries ?? [] where plainLogOptions.contains(option.key) {
            visit(option.value, key: option.key)
          }
        } else {
          visit(entry.value, key: entry.key)
        }
      }
    case .sequence(let elements):
      for element in elements { visit(element, key: key) }
    case .unresolved(let text):
      add(namesResources(key) ? text.markingStandIns : text, at: node.range)
    case .string(let text):
      if namesResources(key), let marked = Text(standInsIn: text) { add(marked, at: node.range) }
    case .null, .bool, .integer, .number: return
    }
  }

  private mutating func add(_ text: Text, at range: SourceRange) {
    // What the reader could not make sense of has no text.
    guard let hole = text.holes.first(where: { !$0.isEmpty }) else { return }
    places.append(Place(source: abridged(hole), range: file.range(of: hole, in: range) ?? range))
  }
}

/// On one line, and not longer than a message can bear.
private func abridged(_ source: String) -> String {
  let line = source.split(on: "\n", keepingEmpty: true).first.map(String.init) ?? source
  return line == source && line.count <= 48 ? line : line.prefix(44) + "…"
}

/// Fields whose text is for the container.
private let readAtRunTime = [
  "environment", "env", "command", "entryPoint", "args", "healthCheck", "dockerLabels", "dockerSecurityOptions",
  "extraHosts", "description",
]

/// Options of a log driver that name something; the others have a syntax of their own.
private let plainLogOptions: [String] = ["awslogs-group", "awslogs-region", "awslogs-stream-prefix"]

/// Whether the field names something in a cloud, where a word in capitals stands for a value.
///
/// Names of parameters and secrets are often in capitals themselves.
private func namesResources(_ key: String) -> Bool {
  key.hasSuffix("Arn")
    || ["image", "serviceAccountName", "serviceAccount", "namespace", "subnets", "securityGroups"].contains(key)
}

extension Node {
  /// Whether there may be text in it, or below it.
  fileprivate var mayHoldText: Bool {
    switch value {
    case .string, .sequence, .mapping, .unresolved: true
    case .null, .bool, .integer, .number: false
    }
  }
}
