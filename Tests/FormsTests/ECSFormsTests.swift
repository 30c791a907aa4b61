import Forms
import Syntax
import Testing

/// A document and what it is.
struct FormCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let expected: [Form]

  init(_ description: String, _ text: String, _ expected: Form...) {
    testDescription = description
    self.text = text
    self.expected = expected
  }
}

private let newer: [Form] = [
  .imageDefinitions, .appSpec, .gitHubWorkflow, .createCluster, .putClusterCapacityProviders, .describeClusters,
  .createCapacityProvider,
]

@Suite struct ECSFormsTests {
  static let cases = [
    FormCase(
      "input of register-task-definition",
      #"{"family":"a","containerDefinitions":[{"name":"w","image":"i:1"}]}"#, .registerTaskDefinition),
    FormCase("a task definition with no container yet", #"{"containerDefinitions":[]}"#, .registerTaskDefinition),
    FormCase(
      "output of describe, flattened",
      #"{"taskDefinitionArn":"arn:x","revision":3,"containerDefinitions":[{"name":"w","image":"i:1"}]}"#,
      .describeTaskDefinition),
    FormCase(
      "output of describe, wrapped",
      #"{"taskDefinition":{"family":"a","containerDefinitions":[{"name":"w","image":"i:1"}]},"tags":[]}"#,
      .describeTaskDefinition),
    FormCase(
      "a list of container definitions",
      #"[{"name":"w","image":"i:1","essential":true},{"name":"x","image":"j:1"}]"#, .containerDefinitions),
    FormCase(
      "one container definition", #"{"name":"w","image":"i:1","portMappings":[]}"#, .containerDefinitions),
    FormCase(
      "input of create-service", #"{"serviceName":"a","taskDefinition":"a:1","desiredCount":1}"#, .createService),
    FormCase(
      "input of update-service", #"{"service":"a","cluster":"c","desiredCount":1}"#, .updateService),
    FormCase(
      "input of create-task-set",
      #"{"service":"a","cluster":"c","taskDefinition":"a","scale":{"value":50,"unit":"PERCENT"}}"#, .createTaskSet),
    FormCase(
      "input of run-task", #"{"taskDefinition":"a","cluster":"c","launchType":"FARGATE"}"#, .runTask),
    FormCase(
      "output of describe-services",
      #"{"services":[{"serviceArn":"arn:x","serviceName":"a"},{"serviceArn":"arn:y"}],"failures":[]}"#,
      .describeServices, .describeServices),
    FormCase(
      "ecspresso's service file",
      #"{"desiredCount":1,"deploymentConfiguration":{"maximumPercent":200},"launchType":"FARGATE"}"#,
      .ecspressoService),
    FormCase("a compose file", #"{"services":{"web":{"image":"nginx"}}}"#),
    FormCase("package.json", #"{"name":"a","version":"1","scripts":{}}"#),
    FormCase("imagedefinitions.json", #"[{"name":"web","imageUri":"i:1"}]"#, .imageDefinitions),
    FormCase(
      "an application specification of CodeDeploy",
      #"{"version":0.0,"Resources":[{"S":{"Type":"AWS::ECS::Service","Properties":{"LoadBalancerInfo":{}}}}]}"#,
      .appSpec),
    FormCase(
      "one for Lambda", #"{"version":0.0,"Resources":[{"F":{"Type":"AWS::Lambda::Function","Properties":{}}}]}"#),
    FormCase(
      "a workflow of GitHub",
      #"{"jobs":{"d":{"steps":[{"uses":"aws-actions/amazon-ecs-render-task-definition@v1","#
        + #""with":{"task-definition":"t.json","container-name":"web"}}]}}}"#, .gitHubWorkflow),
    FormCase(
      "a workflow that fetches the task definition",
      #"{"jobs":{"d":{"steps":[{"run":"aws ecs describe-task-definition > t.json"},"#
        + #"{"uses":"aws-actions/amazon-ecs-render-task-definition@v1","#
        + #""with":{"task-definition":"t.json","container-name":"web"}}]}}}"#),
    FormCase("another workflow", #"{"jobs":{"build":{"steps":[{"uses":"actions/checkout@v4"}]}}}"#),
    FormCase(
      "input of create-cluster", #"{"clusterName":"c","capacityProviders":["FARGATE"]}"#, .createCluster),
    FormCase(
      "input of put-cluster-capacity-providers",
      #"{"cluster":"c","capacityProviders":["FARGATE"],"defaultCapacityProviderStrategy":[]}"#,
      .putClusterCapacityProviders),
    FormCase(
      "input of create-capacity-provider",
      #"{"name":"p","autoScalingGroupProvider":{"autoScalingGroupArn":"arn:x"}}"#, .createCapacityProvider),
    FormCase(
      "output of describe-clusters", #"{"clusters":[{"clusterArn":"arn:x","clusterName":"c"}],"failures":[]}"#,
      .describeClusters),
    FormCase(
      "input of create-express-gateway-service",
      #"{"serviceName":"a","cluster":"c","networkConfiguration":{},"primaryContainer":{"image":"i:1"}}"#),
    FormCase(
      "input of create-daemon",
      #"{"daemonName":"a","deploymentConfiguration":{},"propagateTags":"NONE","enableExecuteCommand":true}"#),
    FormCase(
      "input of start-task", #"{"taskDefinition":"a","cluster":"c","startedBy":"me","containerInstances":["i"]}"#),
    FormCase("a cluster of EKS", #"{"clusterName":"c","nodegroupName":"n","subnets":["s"]}"#),
    FormCase("a list of products", #"[{"name":"lamp","image":"lamp.png"},{"name":"desk","image":"desk.png"}]"#),
    FormCase("a CloudFormation template", #"{"Resources":{"T":{"Type":"AWS::ECS::TaskDefinition"}}}"#),
    FormCase("a Batch job definition", #"{"jobDefinitionName":"a","containerProperties":{"image":"i"}}"#),
    FormCase("a pod", #"{"apiVersion":"v1","kind":"Pod","spec":{"containers":[{"name":"w","image":"i"}]}}"#),
    FormCase("nothing", "[]"),
  ]

  @Test(arguments: cases)
  func aDocumentIsRecognisedByItsShape(_ form: FormCase) {
    let parsed = ParsedFile(reading: SourceFile(path: "x.json", text: form.text), as: .json)
    let recognition = Recognition(parsed)
    #expect(recognition.resources.map(\.form) == form.expected)
    #expect((recognition.reasonPassedBy == nil) == !form.expected.isEmpty)
  }

  @Test(
    arguments: cases.filter { form in
      form.text.contains("\"image\"") && !form.expected.isEmpty
        || form.expected.contains { newer.contains($0) }
    })
  func aRecognisedDocumentHoldsAMarker(_ form: FormCase) {
    #expect(mayHoldResources(Array(form.text.utf8)))
  }

  @Test func whatABareListDoesNotSayIsUnknown() throws {
    let text = #"[{"name":"w","image":"i:1","essential":true}]"#
    let parsed = ParsedFile(reading: SourceFile(path: "x.json", text: text), as: .json)
    let resource = try #require(Recognition(parsed).resources.first)
    #expect(resource.node.mapping?.isOpen == true)
  }
}
