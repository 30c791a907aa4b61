import Forms
import Models
import RuleFiles
import Rules
import Syntax

/// What a rule of a user looks at: the word after `for`.
enum CustomSubject: Hashable, Sendable {
  case resource(Resource.Kind)
  /// Every container, of whichever cloud.
  case container

  /// Nil when there is no such word.
  init?(_ word: String) {
    guard let subject = Self.all.first(where: { $0.word == word }) else { return nil }
    self = subject
  }

  static let all = Resource.Kind.allCases.map { CustomSubject.resource($0) } + [.container]

  /// `cloud-run-job`.
  var word: String {
    switch self {
    case .container: "container"
    case .resource(let kind):
      kind.rawValue.reduce(into: "") { word, character in
        word += character.isUppercase ? "-" + character.lowercased() : String(character)
      }
    }
  }

  /// The kinds of resource that it is, or that it is part of.
  var kinds: [Resource.Kind] {
    switch self {
    case .resource(let kind): [kind]
    case .container: Resource.Kind.withContainers
    }
  }
}

/// The words that `for` takes.
package let customRuleSubjects = CustomSubject.all.map(\.word)

/// One thing that a rule looks at in a resource.
struct CustomCase {
  let resource: Resource
  let container: Container?
  /// The entry of the list that `each` names.
  let item: Node?
  /// Where a field is looked for.
  let node: Node
  /// Where to point when there is no field to point at.
  let anchor: SourceRange

  init(_ resource: Resource, _ container: Container? = nil, item: Node? = nil) {
    self.resource = resource
    self.container = container
    self.item = item
    node = item ?? container?.node ?? resource.node
    let around = container?.anchor ?? resource.anchor
    anchor = item.map { $0.entryAnchor ?? around } ?? around
  }
}

extension Resource {
  /// Where to point when something is missing in it.
  var anchor: SourceRange {
    switch kind {
    case .taskDefinition: taskDefinition.anchor
    case .cluster: Cluster(node).anchor
    case .service, .taskSet, .runTask: Service(node).anchor
    case .cloudRunService, .cloudRunInstance, .knativeService: CloudRunResource(.service, node).anchor
    case .cloudRunJob: CloudRunResource(.job, node).anchor
    case .cloudRunWorkerPool: CloudRunResource(.workerPool, node).anchor
    case .deploymentFile, .capacityProvider: node.mapping?.entries.first?.keyRange ?? node.range
    }
  }
}
