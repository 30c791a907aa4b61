import Forms
import Models
import Syntax

extension Run {
  /// Whether tasks of a task definition run on Fargate, as far as the run says.
  ///
  /// Its own `requiresCompatibilities` decides when it lists `FARGATE`. Otherwise a service of the run that starts it
  /// on Fargate does, by its launch type or its capacity providers. Without either it is validated for EC2: `no`.
  package func runsOnFargate(_ resource: Resource) -> Truth {
    let own = resource.taskDefinition.requiresFargate
    if own == .yes { return .yes }
    let services = services(of: resource).map { Service($0.node).runsOnFargate }
    if services.contains(.yes) { return .yes }
    return own
  }

  /// Where it is said that the task definition runs on Fargate, for a label; nil when nowhere in the run.
  package func fargateStatement(_ resource: Resource) -> Diagnostic.Label? {
    let task = resource.taskDefinition
    if case .known(let elements, _) = task.requiresCompatibilities,
      let element = elements.first(where: { $0.string?.uppercased() == "FARGATE" })
    {
      return Diagnostic.Label(file: resource.file, range: element.range, message: "the task runs on Fargate")
    }
    for other in services(of: resource) {
      let service = Service(other.node)
      guard service.runsOnFargate == .yes else { continue }
      let range = service.launchType.isKnown ? service.launchType.range : service.capacityProviderStrategy.range
      return Diagnostic.Label(file: other.file, range: range, message: "this service starts it on Fargate")
    }
    return nil
  }
}

extension Findings {
  /// Whether the task definition under the check runs on Fargate, as far as the run says.
  var runsOnFargate: Truth { run.runsOnFargate(resource) }

  /// A label for where it is said that it runs on Fargate; empty when nowhere.
  var fargateLabels: [Label] { run.fargateStatement(resource).map { [$0] } ?? [] }
}
