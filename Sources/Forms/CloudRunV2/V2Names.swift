import Syntax

/// What the words of the canonical shape, v1, are in v2.
enum V2Names {
  /// Whether labels and annotations with such a key are refused by the v2 API.
  static func isReserved(_ key: String) -> Bool {
    ["run.googleapis.com/", "cloud.googleapis.com/", "serving.knative.dev/", "autoscaling.knative.dev/"].contains {
      key.hasPrefix($0)
    }
  }

  /// The field of v2 that does what an annotation of v1 does, from the resource down.
  static func field(insteadOf annotation: String) -> String? { fields[annotation] }

  private static let fields: [String: String] = {
    var fields = [
      "run.googleapis.com/cpu-throttling": "resources.cpuIdle of the container",
      "run.googleapis.com/startup-cpu-boost": "resources.startupCpuBoost of the container",
      "run.googleapis.com/container-dependencies": "dependsOn of the container",
      "run.googleapis.com/cloudsql-instances": "a volume with cloudSqlInstance",
      "run.googleapis.com/secrets": "projects/NUMBER/secrets/NAME as the secret",
      "run.googleapis.com/client-name": "client", "run.googleapis.com/client-version": "clientVersion",
    ]
    for (settings, owner) in [(V2Setting.ofResource, ""), (V2Setting.ofRevision, "template.")] {
      for setting in settings where fields[setting.annotation] == nil {
        fields[setting.annotation] = owner + setting.path.joined(separator: ".")
      }
    }
    return fields
  }()

  /// Phrases of rules, the longest first.
  static let phrases: [Phrase] = {
    var phrases = [
      ("leave run.googleapis.com/cpu-throttling out", "set cpuIdle to true"),
      ("cpu-throttling 'false'", "cpuIdle is not true"),
      ("run.googleapis.com/cpu-throttling 'false'", "cpuIdle: false"),
      ("cpu-throttling is 'true'", "cpuIdle is true"),
      ("leave the annotation out", "leave it out"), ("remove the annotation", "remove it"),
      ("the annotations of the template", "the template"), ("under metadata.annotations of", "at the top of"),
      ("autoscaling.knative.dev/minScale: '1'", "template.scaling.minInstanceCount: 1"),
      ("minScale", "minInstanceCount"), ("maxScale", "maxInstanceCount"),
      ("run.googleapis.com/scalingMode: manual", "scaling.scalingMode: MANUAL"),
      (
        "run.googleapis.com/ingress: internal-and-cloud-load-balancing, or internal",
        "ingress: INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER, or INGRESS_TRAFFIC_INTERNAL_ONLY"
      ),
      (
        "run.googleapis.com/cloudsql-instances: PROJECT:REGION:INSTANCE",
        "a volume with cloudSqlInstance, PROJECT:REGION:INSTANCE,"
      ),
      (
        "valueFrom: {secretKeyRef: {name: SECRET, key: '1'}}, where key is the version",
        "valueSource: {secretKeyRef: {secret: SECRET, version: '1'}}"
      ),
      ("key is latest", "version is latest"),
      ("run.googleapis.com/cpu-throttling", "cpuIdle"),
      ("run.googleapis.com/startup-cpu-boost", "startupCpuBoost"),
      ("run.googleapis.com/container-dependencies", "dependsOn"),
      ("container-dependencies", "dependsOn"),
      ("run.googleapis.com/cloudsql-instances", "cloudSqlInstance.instances"),
      ("nodeSelector: run.googleapis.com/accelerator", "nodeSelector.accelerator"),
      ("run.googleapis.com/accelerator", "nodeSelector.accelerator"),
      ("gen1", "EXECUTION_ENVIRONMENT_GEN1"), ("gen2", "EXECUTION_ENVIRONMENT_GEN2"),
      ("containerConcurrency", "maxInstanceRequestConcurrency"),
      ("serviceAccountName", "serviceAccount"),
      ("latestRevision is false and there is no revisionName", "its type asks for a revision and there is none"),
      ("latestRevision: true", "the type LATEST"),
      ("latestRevision", "type"),
      ("revisionName", "revision"),
      ("valueFrom", "valueSource"),
      ("secretName", "secret"),
      ("spec.template.spec.template.spec", "template.template"),
      ("spec.template.spec", "template"),
      ("spec.template", "template"),
    ]
    for setting in V2Setting.ofRevision {
      let owner = setting.path[0] == "scaling" ? "template." : ""
      phrases.append((setting.annotation, owner + setting.path.joined(separator: ".")))
    }
    for setting in V2Setting.ofResource { phrases.append((setting.annotation, setting.path.joined(separator: "."))) }
    // `run.googleapis.com/ingress: 'all'` has quotes that a boolean or a number has not.
    for (annotation, field) in phrases where annotation.hasPrefix("run.googleapis.com/") && !field.contains(" ") {
      for flag in ["true", "false"] { phrases.append(("\(annotation): '\(flag)'", "\(field): \(flag)")) }
    }
    // Messages leave the prefix out where it does not matter; a word with a hyphen can mean nothing else.
    for (annotation, field) in phrases where annotation.hasPrefix("run.googleapis.com/") {
      let name = String(annotation.dropFirst("run.googleapis.com/".count))
      if name.contains("-"), !phrases.contains(where: { $0.0 == name }) { phrases.append((name, field)) }
    }
    return phrases.map { Phrase(canonical: $0.0, written: $0.1) }.sorted {
      $0.canonical.utf8.count > $1.canonical.utf8.count
    }
  }()
}

/// A word, or a few, of the canonical shape, and what stands for it in another form.
package struct Phrase: Sendable {
  package let canonical: String
  package let written: String
}

extension Resource {
  /// A text about the canonical tree, in the words of the form that the user wrote.
  ///
  /// - Parameters:
  ///   - text: of a rule, which knows the canonical names alone.
  ///   - range: where it points; what is written there is quoted, not told.
  /// - Returns: the text itself where the form has the canonical names.
  package func inWordsOfItsForm(_ text: String, at range: SourceRange) -> String {
    guard form == .cloudRunV2 || form == .configConnector else { return text }
    let source = file.text(in: range)
    let places = retold.filter { !$0.canonical.isEmpty && ($0.range.contains(range) || range.contains($0.range)) }
    let phrases = places.map { Phrase(canonical: $0.canonical, written: $0.written) } + V2Names.phrases
    return text.replacing(phrases.filter { !source.contains($0.canonical) })
  }

  /// The field that does what a reserved annotation of v1 does, nil where annotations are not reserved or there is none.
  package func field(insteadOf annotation: String) -> String? {
    form == .cloudRunV1 ? nil : V2Names.field(insteadOf: annotation)
  }

  /// Labels and annotations with keys that only the platform may write, which this form refuses.
  package var reservedMetadata: [Mapping.Entry] {
    guard form == .cloudRunV2 else { return [] }
    return [written, written["template"]].flatMap { holder in
      ["annotations", "labels"].flatMap { holder?[$0]?.mapping?.entries ?? [] }
    }.filter { V2Names.isReserved($0.key) }
  }
}

extension String {
  /// The text with each phrase told, the first in the list where several begin at one place.
  fileprivate func replacing(_ phrases: [Phrase]) -> String {
    var result = ""
    var rest = self[...]
    while let first = rest.first {
      let isAtStart = !(result.last.map { $0.isPartOfWord || $0 == "/" } ?? false)
      let phrase = isAtStart ? phrases.first { rest.hasPrefix($0.canonical) } : nil
      if let phrase, !(rest.dropFirst(phrase.canonical.count).first?.isPartOfWord ?? false) {
        result += phrase.written
        rest = rest.dropFirst(phrase.canonical.count)
      } else {
        result.append(first)
        rest.removeFirst()
      }
    }
    return result
  }
}

extension Character {
  fileprivate var isPartOfWord: Bool { isLetter || isNumber || self == "_" || self == "-" }
}
