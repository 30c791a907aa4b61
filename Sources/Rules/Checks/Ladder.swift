import Forms
import Models
import Syntax

// The rungs from a simple check to a hard one: pick the lowest that will do.

extension Check {
  /// Looks at each container, of whichever cloud.
  static func containers(_ body: @escaping @Sendable (Container, inout Findings) -> Void) -> Check {
    Check(Resource.Kind.withContainers) { resource, findings in
      for container in resource.containers { body(container, &findings) }
    }
  }

  /// Looks at an ECS task definition.
  static func taskDefinitions(_ body: @escaping @Sendable (TaskDefinition, inout Findings) -> Void) -> Check {
    Check([.taskDefinition]) { resource, findings in body(resource.taskDefinition, &findings) }
  }

  /// Looks at each container of an ECS task definition.
  static func containerDefinitions(
    _ body: @escaping @Sendable (ContainerDefinition, TaskDefinition, inout Findings) -> Void
  ) -> Check {
    .taskDefinitions { task, findings in
      for container in task.containers { body(container, task, &findings) }
    }
  }

  /// Looks at whatever places tasks: a service, a task set, or the input of `run-task`.
  static func services(_ body: @escaping @Sendable (Service, inout Findings) -> Void) -> Check {
    Check([.service, .taskSet, .runTask]) { resource, findings in body(Service(resource.node), &findings) }
  }

  /// Looks at a Cloud Run service, job or worker pool.
  static func cloudRun(
    _ kinds: [CloudRunResource.Kind] = [.service, .job, .workerPool],
    _ body: @escaping @Sendable (CloudRunResource, inout Findings) -> Void
  ) -> Check {
    Check([.cloudRunService, .cloudRunJob, .cloudRunWorkerPool]) { resource, findings in
      guard let view = resource.cloudRun, kinds.contains(view.kind) else { return }
      body(view, &findings)
    }
  }

  /// Two checks under one rule.
  static func + (first: Check, second: Check) -> Check {
    let kinds = first.kinds + second.kinds.filter { !first.kinds.contains($0) }
    return Check(kinds) { resource, findings in
      if first.kinds.contains(resource.kind) { first.body(resource, &findings) }
      if second.kinds.contains(resource.kind) { second.body(resource, &findings) }
    }
  }
}
