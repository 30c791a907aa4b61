import Syntax

/// A health probe of a Cloud Run container.
///
/// Reference: <https://docs.cloud.google.com/run/docs/configuring/healthchecks>
package struct RunProbe: Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    case startup = "startupProbe"
    case liveness = "livenessProbe"
    case readiness = "readinessProbe"

    /// How messages call it.
    package var title: String {
      switch self {
      case .startup: "startup probe"
      case .liveness: "liveness probe"
      case .readiness: "readiness probe"
      }
    }
  }

  package let kind: Kind
  package let node: Node
  /// Where the key stands.
  package let keyRange: SourceRange

  /// What asks the container how it is: each that is written down, with the place of its key.
  package var handlers: [(name: String, keyRange: SourceRange)] {
    (node.mapping?.entries ?? []).compactMap { entry in
      RunProbe.handlerNames.contains(entry.key) && !entry.value.isNull ? (entry.key, entry.keyRange) : nil
    }
  }

  /// Seconds; absent means 0.
  package var initialDelay: Field<Int> { node.field("initialDelaySeconds").integer }
  /// Seconds; 0 or absent means 10.
  package var period: Field<Int> { node.field("periodSeconds").integer }
  /// Seconds; 0 or absent means 1.
  package var timeout: Field<Int> { node.field("timeoutSeconds").integer }
  /// Tries; 0 or absent means 3.
  package var failureThreshold: Field<Int> { node.field("failureThreshold").integer }
  package var successThreshold: Field<Int> { node.field("successThreshold").integer }

  /// The port that is asked; absent means the container's own.
  package var port: Field<Int> {
    let handlers = ["httpGet", "tcpSocket", "grpc"].map { node.field($0) }
    return (handlers.first(where: \.isKnown) ?? handlers[0]).field("port").integer
  }

  /// What an HTTP probe asks for; absent means `/`.
  package var path: Field<String> { node.field("httpGet").field("path").nonEmptyString }

  package static let defaultPeriod = 10
  package static let defaultTimeout = 1
  package static let defaultFailureThreshold = 3

  /// `exec` is Kubernetes' own; Cloud Run refuses it.
  private static let handlerNames = ["httpGet", "tcpSocket", "grpc", "exec"]
}

extension RunContainer {
  /// The probes that are written down as mappings.
  package var probes: [RunProbe] {
    RunProbe.Kind.allCases.compactMap { kind in
      guard let entry = node.mapping?.entry(kind.rawValue), entry.value.mapping != nil else { return nil }
      return RunProbe(kind: kind, node: entry.value, keyRange: entry.keyRange)
    }
  }
}

extension Field where Value == Int {
  /// The number, the default when it is absent or 0, nil when it is unknown.
  package func orDefaultIfZero(_ standard: Int) -> Int? {
    value(orDefault: 0).map { $0 == 0 ? standard : $0 }
  }
}

/// Whether Google's front end answers for a path itself, so that no request from outside gets through to it.
///
/// Source: <https://docs.cloud.google.com/run/docs/known-issues>, as of 2026-11.
package func isReservedPath(_ path: String) -> Bool {
  path == "/eventlog" || path.hasPrefix("/_ah/") || (path.count > 1 && path.hasSuffix("z"))
}

/// What the seconds of a probe may be.
///
/// Source: the discovery document of `run` v1, revision 20261031, and the API's answers; the page on health checks for
/// what it advises.
package struct ProbeLimits: Sendable {
  /// Seconds; nil where it is not supported at all.
  package let initialDelay: ClosedRange<Int>?
  /// Seconds; 0 means the default.
  package let period: ClosedRange<Int>
  /// Seconds; 0 means the default.
  package let timeout: ClosedRange<Int>
  /// What the documentation allows, where the API takes more.
  package let documentedPeriod: Int?

  package init(_ kind: RunProbe.Kind) {
    switch kind {
    case .startup: (initialDelay, period, timeout, documentedPeriod) = (0...240, 0...240, 0...240, nil)
    case .liveness: (initialDelay, period, timeout, documentedPeriod) = (0...3600, 0...3600, 0...3600, nil)
    case .readiness: (initialDelay, period, timeout, documentedPeriod) = (nil, 0...Int.max, 0...300, 300)
    }
  }

  /// How long a startup probe may go on failing, in seconds.
  package static let startupBudget = 600
  /// The same for an instance with a GPU.
  package static let startupBudgetWithGPU = 1800
}
