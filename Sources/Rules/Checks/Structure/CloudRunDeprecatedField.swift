import Models
import Syntax

extension Check {
  /// Old spellings that Cloud Run still reads.
  static var oldNamesOfCloudRun: Check {
    .cloudRun { resource, findings in
      for (_, node) in resource.placedAnnotations {
        for entry in node.mapping?.entries ?? [] where !entry.value.isNull {
          guard let successor = RunAnnotation.successor(of: entry.key) else { continue }
          let isFree = node.mapping?.entry(successor) == nil
          findings.report(
            entry.keyRange, "\(entry.key) is called \(successor) now", caption: "the old name",
            help: isFree ? "write \(successor)" : "remove it: \(successor) is there",
            fixes: isFree
              ? [Fix("Write \(successor)", .unsafe, [findings.replacing(entry.keyRange, with: successor)])] : [])
        }
      }
      if case .known("all", let range) = resource.vpcEgress {
        findings.report(
          range, "vpc-access-egress 'all' is called 'all-traffic' now", caption: "the old name", severity: .note,
          help: "write all-traffic",
          fixes: [Fix("Write all-traffic", .safe, [findings.replacing(range, with: "all-traffic")])])
      }
    }
  }
}
