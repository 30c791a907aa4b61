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
    return services(of: resource).contains { fargatePlace(of: $0) != nil } ? .yes : own
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
      if let place = fargatePlace(of: other) { return place }
    }
    return nil
  }

  /// Where it is said that a service starts its tasks on Fargate; nil when nowhere.
  private func fargatePlace(of other: Resource) -> Diagnostic.Label? {
    let service = Service(other.node)
    if service.runsOnFargate == .yes {
      let range = service.launchType.isKnown ? service.launchType.range : service.strategy.list.range
      return Diagnostic.Label(file: other.file, range: range, message: "this service starts it on Fargate")
    }
    let (strategy, holder) = strategy(of: other)
    guard holder.kind == .cluster, strategy.runsOnFargate == .yes else { return nil }
    return Diagnostic.Label(
      file: holder.file, range: strategy.list.range, message: "the cluster of its service starts it on Fargate")
  }
}

extension Findings {
  /// Whether the task definition under the check runs on Fargate, as far as the run says.
  var runsOnFargate: Truth { run.runsOnFargate(resource) }

  /// A label for where it is said that it runs on Fargate; empty when nowhere.
  var fargateLabels: [Label] { run.fargateStatement(resource).map { [$0] } ?? [] }
}
