import Models
import Syntax

extension Check {
  /// Values that are wrong by what another field says, or by a form that the API model does not tell.
  static var relatedValues: Check { .valuesOfContainers + .valuesOfPlacement + .volumeValues }

  private static var valuesOfContainers: Check {
    .containerDefinitions { container, _, findings in
      for limit in container.node.field("ulimits").elements {
        guard case .known(let soft, let range) = limit.field("softLimit").integer,
          case .known(let hard, let place) = limit.field("hardLimit").integer,
          // -1 is no limit at all.
          hard != -1, soft > hard || soft == -1
        else { continue }
        let name = limit.field("name").string.value.map { " '\($0)'" } ?? ""
        findings.report(
          range, "softLimit \(soft) of the ulimit\(name) exceeds its hardLimit \(hard)",
          caption: "more than the hard one",
          labels: [findings.label(place, "hard limit")], help: "write \(hard) at most, or raise hardLimit")
      }
      for file in container.node.field("environmentFiles").elements {
        guard case .known(let text, let range) = file.field("value").text,
          case let known = text.markingStandIns.knownPrefix, !known.isEmpty
        else { continue }
        let isObject = ARN(text).map {
          $0.service.literal != "s3" || $0.resource.split(on: "/").count > 1 || $0.resource.hasHoles
        }
        guard !known.hasPrefix("arn:") || isObject == false else { continue }
        findings.report(
          range, "the environment file '\(text.source)' is not the ARN of an object in S3", caption: "no object",
          help: "write arn:aws:s3:::BUCKET/path/NAME.env")
      }
    }
  }

  private static var valuesOfPlacement: Check {
    .services { service, findings in
      for strategy in service.node.field("placementStrategy").elements {
        guard case .known("binpack", let place) = strategy.field("type").string,
          case .known(let field, let range) = strategy.field("field").nonEmptyString,
          !["cpu", "memory"].contains(field.lowercased())
        else { continue }
        findings.report(
          range, "'\(field)' is nothing to binpack by: it is cpu or memory", caption: "cpu or memory",
          labels: [findings.label(place, "placement strategy")], help: "write cpu or memory")
      }
    }
  }
}
