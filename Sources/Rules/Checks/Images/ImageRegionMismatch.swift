import Forms
import Models
import Syntax

extension Check {
  static let imageRegionMismatch = Check.containers { container, findings in
    guard case .known(let image, let range) = container.imageReference, let location = image.registry?.region,
      let deployment = findings.regionOfDeployment, !isNear(imageLocation: location, to: deployment.region)
    else { return }
    findings.report(
      range,
      "the image of \(container.title) is kept in \(location) and pulled in \(deployment.region): each start waits "
        + "for it, and pays for the transfer",
      caption: "in \(location)", labels: [deployment.label],
      help: findings.resource.kind.platform == .ecs
        ? "replicate the repository to \(deployment.region), and name the registry there"
        : "push the image to a repository in \(deployment.region), or to one that spans the continent")
  }
}

extension Findings {
  /// Where the containers run, as far as the run says it with certainty.
  fileprivate var regionOfDeployment: (region: String, label: Label)? {
    if let cloudRun = resource.cloudRun {
      guard case .known(let region, let range) = cloudRun.labels.field("cloud.googleapis.com/location").nonEmptyString
      else { return nil }
      return (region, label(range, "runs here"))
    }
    if case .known(let text, let range) = resource.node.field("taskDefinitionArn").text,
      let region = ARN(text)?.region.literal, !region.isEmpty
    {
      return (region, label(range, "runs here"))
    }
    for service in run.services(of: resource) {
      if let place = service.statedRegion {
        return (place.region, label(place.range, "this service runs here", in: service))
      }
    }
    return nil
  }
}

extension Resource {
  /// The region of a service, by the ARNs that can only be of the same one.
  fileprivate var statedRegion: (region: String, range: SourceRange)? {
    let service = Service(node)
    let fields =
      [node.field("cluster"), node.field("clusterArn"), node.field("serviceArn"), node.field("taskDefinition")]
      + service.loadBalancers.map { $0.field("targetGroupArn") }
      + node.field("serviceRegistries").elements.map { $0.field("registryArn") }
    for field in fields {
      guard case .known(let text, let range) = field.text, let region = ARN(text)?.region.literal, !region.isEmpty
      else {
        continue
      }
      return (region, range)
    }
    return nil
  }
}
