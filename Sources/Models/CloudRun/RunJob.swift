import Syntax

/// What a job says about its tasks.
///
/// Source of the limits: the discovery document of `run` v1, revision 20261031, and the API's answers, late 2026.
package struct RunJob: Sendable {
  private let resource: CloudRunResource

  /// Nil when the resource is no job.
  package init?(_ resource: CloudRunResource) {
    guard resource.kind == .job else { return nil }
    self.resource = resource
  }

  private var execution: Field<Node> { resource.template.field("spec") }

  /// Absent means 1.
  package var taskCount: Field<Int> { execution.field("taskCount").integer }
  /// Tasks that run at once; 0 or absent means as many as possible.
  package var parallelism: Field<Int> { execution.field("parallelism").integer }
  /// Attempts after the first one; absent means 3.
  package var maxRetries: Field<Int> { resource.instanceSpec.field("maxRetries").integer }
  /// Seconds for each attempt of a task; absent means 600.
  package var taskTimeout: Field<Int> { resource.instanceSpec.field("timeoutSeconds").integer }
  /// What a deploy appends to the job's name to make an execution of it.
  package var executionTokens: [Field<String>] {
    ["startExecutionToken", "runExecutionToken"].map { resource.node.field("spec").field($0).nonEmptyString }
  }

  package static let mostTasks = 10000
  package static let mostRetries = 10
  /// Seven days.
  package static let longestTask = 604800
  /// With a GPU.
  package static let longestTaskWithGPU = 3600
  /// Of a job's name and a token together.
  package static let longestExecutionName = 62
}
