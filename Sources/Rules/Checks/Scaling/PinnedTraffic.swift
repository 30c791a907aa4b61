import Models
import Syntax

extension Check {
  static let pinnedTraffic = Check.cloudRun([.service, .workerPool]) { resource, findings in
    guard let (_, targets) = resource.trafficTargets else { return }
    // A target for the latest revision without a share is there on purpose: for a tag, or to be raised later.
    guard targets.allSatisfy({ !$0.mayBeLatest }), let target = targets.max(by: { $0.share < $1.share }),
      case .known(let name, let range) = target.revisionName, target.share > 0, Text(standInsIn: name) == nil
    else { return }
    // The revision that this very deploy makes.
    switch resource.revisionName {
    case .known(let text, _):
      if text.hasHoles || targets.contains(where: { $0.revisionName.value == text.literal }) { return }
    case .unknown: return
    case .absent: break
    }
    let noun = resource.kind == .service ? "requests" : "instances"
    let subject = targets.count == 1 ? "'\(name)'" : "'\(name)' and other named revisions"
    findings.report(
      range, "all \(noun) stay with \(subject), so what this file deploys gets none",
      caption: "pinned", help: "write latestRevision: true instead, or leave the list out")
  }
}

extension RunTrafficTarget {
  /// Whether it may be for the latest revision.
  fileprivate var mayBeLatest: Bool {
    switch latestRevision {
    case .known(let flag, _): flag
    case .unknown: true
    case .absent: !revisionName.isKnown
    }
  }

  fileprivate var share: Int { percent.value ?? (percent.isUnknown ? 1 : 0) }
}
