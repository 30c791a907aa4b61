import Models
import Syntax

/// One thing that is deployed, in the shape of its cloud's own API, with the places in the user's text.
///
/// Immutable, and a class: every rule is handed it.
package final class Resource: Sendable {
  /// What the cloud calls it.
  package enum Kind: String, Sendable, CaseIterable {
    case taskDefinition
    case service
    case taskSet
    case runTask
    case cluster
    case capacityProvider
    /// What names containers of a task definition for a deployment.
    case deploymentFile
    case cloudRunService
    case cloudRunJob
    case cloudRunWorkerPool
    /// A single instance of containers, in preview.
    case cloudRunInstance
    /// A Knative service that may be one of Cloud Run, or of a cluster; only what both have in common is known of it.
    case knativeService

    /// Those that `containers` of a resource may be in.
    package static let withContainers: [Kind] = [
      .taskDefinition, .cloudRunService, .cloudRunJob, .cloudRunWorkerPool, .cloudRunInstance, .knativeService,
    ]

    package var platform: Platform {
      switch self {
      case .taskDefinition, .service, .taskSet, .runTask, .cluster, .capacityProvider, .deploymentFile: .ecs
      case .cloudRunService, .cloudRunJob, .cloudRunWorkerPool, .cloudRunInstance, .knativeService: .cloudRun
      }
    }
  }

  /// A place where the canonical tree says with other words what the user wrote.
  package struct Retold: Sendable {
    package let range: SourceRange
    /// The name that the canonical tree has for it, and the one that is written; empty where `form` tells.
    package let canonical: String
    package let written: String
  }

  package let kind: Kind
  package let form: Form
  /// The root of the canonical tree: the cloud API's own JSON shape, ranges in `file`.
  package let node: Node
  /// The root of the tree that the user wrote; the same as `node` where that is the canonical shape already.
  package let written: Node
  package let retold: [Retold]
  package let file: SourceFile
  /// Position among the resources of its file, from 0.
  package let index: Int

  // What nearly every rule asks for is made once.

  /// The resource as a task definition; without a field that it is known to have unless it is one.
  package let taskDefinition: TaskDefinition
  /// The resource as a Cloud Run one, nil when it is ECS's.
  package let cloudRun: CloudRunResource?
  /// The containers that are seen, of whichever cloud.
  package let containers: [Container]
  /// Where it does not have the shape that its API wants.
  package let structuralIssues: [StructuralIssue]

  package init(
    kind: Kind, form: Form, node: Node, written: Node? = nil, retold: [Retold] = [], file: SourceFile, index: Int = 0
  ) {
    self.kind = kind
    self.form = form
    self.node = node
    let written = written ?? node
    self.written = written
    self.retold = retold
    self.file = file
    self.index = index
    taskDefinition = TaskDefinition(node)
    cloudRun = CloudRunResource.Kind(kind).map { CloudRunResource($0, node) }
    containers =
      switch kind {
      case .taskDefinition: taskDefinition.containers.map { Container($0) }
      case .cloudRunInstance: CloudRunResource.containers(of: node.field("spec")).map { Container($0) }
      case .knativeService: CloudRunResource(.service, node).containers.map { Container($0) }
      default: cloudRun?.containers.map { Container($0) } ?? []
      }
    structuralIssues = kind.shape(in: form).map { Models.structuralIssues(of: written, as: $0) } ?? []
  }

  /// What the resource's API takes as it is written; nil where there is no table of that.
  package var shape: Shape? { kind.shape(in: form) }
}

extension Resource.Kind {
  /// What the API takes.
  fileprivate func shape(in form: Form) -> Shape? {
    switch form {
    case .cloudRunV2: return shapeOfV2
    case .configConnector: return nil
    default: break
    }
    return switch self {
    case .taskDefinition: .ecsRegisterTaskDefinitionRequest
    case .service: form == .updateService ? .ecsUpdateServiceRequest : .ecsCreateServiceRequest
    case .taskSet: .ecsCreateTaskSetRequest
    case .runTask: .ecsRunTaskRequest
    case .cluster:
      form == .putClusterCapacityProviders ? .ecsPutClusterCapacityProvidersRequest : .ecsCreateClusterRequest
    case .capacityProvider: .ecsCreateCapacityProviderRequest
    case .deploymentFile: nil
    case .cloudRunService: .cloudRunV1Service
    case .cloudRunJob: .cloudRunV1Job
    case .cloudRunWorkerPool: .cloudRunV1WorkerPool
    case .cloudRunInstance: .cloudRunV1Instance
    case .knativeService: nil
    }
  }

  private var shapeOfV2: Shape? {
    switch self {
    case .cloudRunService: .cloudRunV2Service
    case .cloudRunJob: .cloudRunV2Job
    case .cloudRunWorkerPool: .cloudRunV2WorkerPool
    case .cloudRunInstance: .cloudRunV2Instance
    default: nil
    }
  }
}

extension CloudRunResource.Kind {
  fileprivate init?(_ kind: Resource.Kind) {
    switch kind {
    case .cloudRunService: self = .service
    case .cloudRunJob: self = .job
    case .cloudRunWorkerPool: self = .workerPool
    case .taskDefinition, .service, .taskSet, .runTask, .cluster, .capacityProvider, .deploymentFile: return nil
    case .cloudRunInstance, .knativeService: return nil
    }
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
  /// `aws ecs create-cluster --cli-input-json`.
  case createCluster
  /// What `aws ecs describe-clusters` prints.
  case describeClusters
  /// `aws ecs put-cluster-capacity-providers --cli-input-json`.
  case putClusterCapacityProviders
  /// `aws ecs create-capacity-provider --cli-input-json`.
  case createCapacityProvider
  /// The application specification with which CodeDeploy replaces the tasks of a service.
  case appSpec
  /// The file from which CodePipeline takes the images of containers: `imagedefinitions.json`.
  case imageDefinitions
  /// A GitHub workflow that puts images into a task definition.
  case gitHubWorkflow
  /// The Knative-style v1 API of Cloud Run, as `gcloud run … replace` takes it.
  case cloudRunV1
  /// The v2 API of Cloud Run, as REST takes and prints it.
  case cloudRunV2
  /// A resource of Config Connector: the fields of the v2 API under `spec`, with references to other resources.
  case configConnector
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
