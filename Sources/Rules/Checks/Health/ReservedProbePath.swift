import Models
import Syntax

extension Check {
  static let reservedProbePath = Check.cloudRun([.service]) { service, findings in
    guard let container = service.ingressContainer else { return }
    var paths: [(path: String, ranges: [SourceRange])] = []
    for probe in container.probes {
      guard case .known(let written, let range) = probe.path else { continue }
      let path = String(written.prefix { $0 != "?" && $0 != "#" })
      guard isReservedPath(path) else { continue }
      if let index = paths.firstIndex(where: { $0.path == path }) {
        paths[index].ranges.append(range)
      } else {
        paths.append((path, [range]))
      }
    }
    for (path, ranges) in paths {
      findings.report(
        ranges[0],
        "the probe works, but nobody else can ask for '\(path)': Google answers requests for it from outside with a 404",
        caption: "a reserved path", labels: ranges.dropFirst().map { findings.label($0, "and here") },
        help: "call it /health or /ready if an uptime check or a load balancer is to use it, too")
    }
  }
}
