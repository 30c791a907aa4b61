import Models
import Syntax

/// One thing that is deployed, in the shape of its cloud's own API, with the places in the user's text.
package struct Resource: Sendable {
  /// What the cloud calls it.
  package enum Kind: String, Sendable, CaseIterable {
    case taskDefinition
    case service
    case taskSet
    case runTask
    case cloudRunService
    case cloudRunJob
    case cloudRunWorkerPool

    package var platform: Platform {
      switch self {
      case .taskDefinition, .service, .taskSet, .runTask: .ecs
      case .cloudRunService, .cloudRunJob, .cloudRunWorkerPool: .cloudRun
      }
    }
  }

  package let kind: Kind
  package let form: Form
  /// The root of the canonical tree: the cloud API's own JSON shape, ranges in `file`.
  package let node: Node
  package let file: SourceFile
  /// Position among the resources of its file, from 0.
  package let index: Int

  package init(kind: Kind, form: Form, node: Node, file: SourceFile, index: Int = 0) {
    self.kind = kind
    self.form = form
    self.node = node
    self.file = file
    self.index = index
  }
}

/// How a resource was written down.
package enum Form: String, Sendable, CaseIterable {
  /// `aws ecs register-task-definition --cli-input-json`, also as ecspresso writes it.
  case registerTaskDefinition
  /// What `aws ecs describe-task-definition` prints, with or without its wrapper.
  case describeTaskDefinition
  /// A bare list of container definitions, or one alone; what the task says is not known.
  case containerDefinitions
  /// `aws ecs create-service --cli-input-json`.
  case createService
  /// `aws ecs update-service --cli-input-json`.
  case updateService
  /// What `aws ecs describe-services` prints.
  case describeServices
  /// ecspresso's service file: no name and no task definition, which its configuration gives.
  case ecspressoService
  /// `aws ecs create-task-set --cli-input-json`.
  case createTaskSet
  /// `aws ecs run-task --cli-input-json`.
  case runTask
  /// The Knative-style v1 API of Cloud Run, as `gcloud run … replace` takes it.
  case cloudRunV1
}

/// The two clouds.
package enum Platform: String, Sendable, CaseIterable {
  case ecs
  case cloudRun = "cloudrun"

  package var title: String {
    switch self {
    case .ecs: "Amazon ECS"
    case .cloudRun: "Cloud Run"
    }
  }
}
