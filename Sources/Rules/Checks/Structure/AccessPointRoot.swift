import Models
import Syntax

extension Check {
  /// An access point has a root directory of its own.
  static var accessPointFields: Check {
    .taskDefinitions { task, findings in
      for volume in task.volumes {
        for (configuration, accessPoint) in [
          (volume.efs, volume.efs.field("authorizationConfig").field("accessPointId")),
          (volume.s3Files, volume.s3Files.field("accessPointArn")),
        ] {
          guard case .known(let directory, let range) = configuration.field("rootDirectory").nonEmptyString,
            directory != "/", accessPoint.nonEmptyString.isKnown
          else { continue }
          findings.report(
            range, "rootDirectory '\(directory)' stands beside an access point, which has a root directory of its own",
            caption: "only / with an access point", labels: [findings.label(accessPoint.range, "the access point")],
            help: "leave rootDirectory out, or give the access point that directory")
        }
      }
    }
  }
}
