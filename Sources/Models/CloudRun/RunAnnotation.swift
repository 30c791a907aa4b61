import Syntax

/// An annotation that Cloud Run reads, and the objects that it may stand on.
///
/// Source: the discovery document of `run` v1, revision 20261031 (`ObjectMeta`), and gcloud 578.0.0 for what that does
/// not list. Where the sources differ, or one is silent, a place counts as allowed.
package struct RunAnnotation: Sendable {
  /// The objects of a v1 configuration that have annotations.
  package enum Place: Sendable, CaseIterable {
    case service, job, workerPool
    /// The template of a service or worker pool.
    case revision
    /// The template of a job.
    case execution

    /// How messages call it.
    package var title: String {
      switch self {
      case .service: "the service"
      case .job: "the job"
      case .workerPool: "the worker pool"
      case .revision: "the revision"
      case .execution: "the execution"
      }
    }

    /// How messages call it where the resource has none.
    package var owner: String {
      switch self {
      case .service: "services"
      case .job: "jobs"
      case .workerPool: "worker pools"
      case .revision: "the revisions of a service"
      case .execution: "the executions of a job"
      }
    }

    /// Where its annotations stand.
    package var path: String { isTemplate ? "spec.template.metadata.annotations" : "metadata.annotations" }

    package var isTemplate: Bool { self == .revision || self == .execution }
  }

  /// The values that it takes, as far as they are known.
  package enum Grammar: Sendable {
    case anything
    case flag
    /// A whole number in digits.
    case number(ClosedRange<Int>)
    case oneOf([String])
    /// At most so many characters.
    case text(longest: Int)
    /// 0, or a part of 1.
    case fraction(ClosedRange<Double>)
    /// Instances of Cloud SQL with commas between them: `project:region:instance`.
    case connections
    /// A key of Cloud KMS: `projects/P/locations/L/keyRings/R/cryptoKeys/K`.
    case key
    /// `default`, or `projects/P/platforms/cloudRun/POLICY`.
    case policy
    /// JSON: a list of strings.
    case jsonStrings
    /// JSON: an object.
    case jsonObject
  }

  package let key: String
  package let places: [Place]
  package let grammar: Grammar

  package static func named(_ key: String) -> RunAnnotation? { all[key] }

  package static var keys: some Collection<String> { all.keys }

  /// The places in a kind of resource where an annotation may stand.
  package func places(in kind: CloudRunResource.Kind) -> [Place] { kind.places.filter(places.contains) }

  private static let all: [String: RunAnnotation] = {
    var table: [String: RunAnnotation] = [:]
    for (places, group) in groups {
      for (key, grammar) in group {
        let key = key.contains("/") ? key : "run.googleapis.com/" + key
        table[key] = RunAnnotation(key: key, places: places, grammar: grammar)
      }
    }
    return table
  }()

  /// The name that an old one has now.
  ///
  /// Source: gcloud 578.0.0, which calls the old ones deprecated, and older revisions of the discovery document.
  package static func successor(of key: String) -> String? {
    switch key {
    case "run.googleapis.com/disable-default-url": "run.googleapis.com/default-url-disabled"
    case "run.googleapis.com/function-target": "run.googleapis.com/build-function-target"
    case "run.googleapis.com/source-location": "run.googleapis.com/build-source-location"
    case "run.googleapis.com/image-uri": "run.googleapis.com/build-image-uri"
    default: nil
    }
  }

  private static let count = Grammar.number(0...Int(Int32.max))

  private static let groups: [(places: [Place], annotations: [(key: String, grammar: Grammar)])] = [
    (
      [.revision],
      [
        ("autoscaling.knative.dev/minScale", count),
        ("autoscaling.knative.dev/maxScale", count),
        ("cpu-throttling", .flag),
        ("startup-cpu-boost", .flag),
        ("sessionAffinity", .flag),
        ("encryption-key-shutdown-hours", count),
        ("post-key-revocation-action-type", .oneOf(["shut-down", "prevent-new"])),
        ("health-check-disabled", .flag),
      ]
    ),
    (
      [.revision, .execution],
      [
        ("execution-environment", .oneOf(["gen1", "gen2"])),
        ("cloudsql-instances", .connections),
        ("vpc-access-connector", .anything),
        ("vpc-access-egress", .oneOf(["all-traffic", "private-ranges-only", "all"])),
        ("network-interfaces", .anything),
        ("secrets", .anything),
        ("container-dependencies", .anything),
        ("encryption-key", .key),
        ("gpu-zonal-redundancy-disabled", .flag),
      ]
    ),
    (
      [.service],
      [
        ("ingress", .oneOf(["all", "internal", "internal-and-cloud-load-balancing"])),
        ("invoker-iam-disabled", .flag),
        ("iap-enabled", .flag),
        ("default-url-disabled", .flag),
        ("disable-default-url", .flag),
        ("gc-traffic-tags", .anything),
      ]
    ),
    (
      [.service, .workerPool],
      [
        ("minScale", count),
        ("maxScale", count),
        ("manualInstanceCount", count),
        ("scalingMode", .oneOf(["automatic", "manual", "session"])),
        ("description", .text(longest: 512)),
      ]
    ),
    ([.service, .revision], [("base-images", .jsonObject), ("custom-audiences", .jsonStrings)]),
    ([.service, .job, .workerPool], [("launch-stage", .oneOf(["ALPHA", "BETA", "GA"]))]),
    ([.service, .job, .workerPool], [("binary-authorization-breakglass", .anything)]),
    ([.service, .job, .workerPool, .execution], [("binary-authorization", .policy)]),
    (
      [.revision],
      [("scaling-cpu-target", .fraction(0.1...0.95)), ("scaling-concurrency-target", .fraction(0.1...0.95))]
    ),
    (Place.allCases, placedByTools.map { ($0, .anything) }),
  ]

  /// Written by tools and the platform, or in preview: where they may stand is not for us to say.
  private static let placedByTools = [
    "ambient-networking", "build-base-image", "build-enable-automatic-updates", "build-environment-variables",
    "build-function-target", "build-id", "build-image-uri", "build-name", "build-service-account",
    "build-source-location", "build-worker-pool", "client-name", "client-version", "creatorEmail", "function-target",
    "identity", "identity-certificate-enabled", "identity-type", "image-uri", "ingress-status", "lastModifierEmail",
    "mesh", "mesh-dataplane", "operation-id", "overflow-scaling", "presets", "regions", "secure-session-agent",
    "source-location", "sources", "ssh-enabled", "threat-detection",
    "urls",
  ]
}

extension CloudRunResource.Kind {
  /// The object itself, then its template.
  package var places: [RunAnnotation.Place] {
    switch self {
    case .service: [.service, .revision]
    case .job: [.job, .execution]
    case .workerPool: [.workerPool, .revision]
    }
  }
}

extension CloudRunResource {
  /// The annotations of the resource itself and of its template, with the kind of object that has them.
  package var placedAnnotations: [(place: RunAnnotation.Place, node: Node)] {
    zip(kind.places, [annotations, templateAnnotations]).compactMap { place, field in
      field.value.flatMap { $0.mapping == nil ? nil : (place, $0) }
    }
  }
}
