import Rules
import Syntax
import Testing

/// Where a rule weighs one case less than the others.
struct WeightCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let code: String
  let files: [String]
  let severity: Severity?

  init(_ description: String, _ code: String, _ severity: Severity?, _ files: String...) {
    testDescription = description
    self.code = code
    self.severity = severity
    self.files = files
  }

  /// What the rule says of all files together.
  var severities: [Severity] {
    guard let rule = Rule.all.first(where: { $0.code == code }) else { return [] }
    let files = files.enumerated().map { RulePage.Example.File(path: "\($0).json", text: $1) }
    return ExampleRun(files, rule: rule).findings.flatMap { $0 }.map(\.severity)
  }
}

@Suite struct LesserWeightTests {
  @Test(arguments: [
    WeightCase("a size of Fargate", "RES001", nil, fargate("4096", "30720")),
    WeightCase("a size that Fargate does not have", "RES001", .error, fargate("4096", "32768")),
    WeightCase("a size beyond the table", "RES001", .warning, fargate("65536", "131072")),
    WeightCase("memory that the newest size may have", "RES001", .warning, fargate("32 vCPU", "120000")),
    WeightCase("memory with an undocumented unit is RES006's", "RES001", nil, fargate("1024", "1GiB")),
    WeightCase("an undocumented unit", "RES006", .note, fargate("1024", "2GiB")),
    WeightCase("a blank at the end", "RES006", .note, fargate("1024 ", "2048")),
    WeightCase("a unit of Kubernetes", "RES006", .error, fargate("1024", "2Gi")),
    WeightCase("more CPU than the task has", "RES003", .error, fargate("256", "512", "\"cpu\": 512")),
    WeightCase("more memory than the task has", "RES003", .error, fargate("256", "512", "\"memory\": 1024")),
    WeightCase(
      "more reserved than the task has", "RES003", .warning, fargate("256", "512", "\"memoryReservation\": 1024")),
    WeightCase("a server", "HLT001", .warning, fargate("256", "512", port)),
    WeightCase("a server behind a load balancer", "HLT001", .note, fargate("256", "512", port), service(balancer)),
    WeightCase(
      "a load balancer for another container", "HLT001", .warning, fargate("256", "512", port),
      service("\"loadBalancers\": [{ \"containerName\": \"proxy\", \"containerPort\": 80 }]")),
    WeightCase(
      "load balancers that are not known", "HLT001", .note, fargate("256", "512", port),
      service("\"loadBalancers\": \"${BALANCERS}\"")),
    WeightCase(
      "a Classic Load Balancer", "HLT001", nil, fargate("256", "512", port),
      service("\"loadBalancers\": [{ \"loadBalancerName\": \"api\", \"containerName\": \"web\" }]")),
    WeightCase("a check that is switched off", "HLT001", nil, fargate("256", "512", "\(port), \(noCheck)")),
    WeightCase("a database on Spot", "SPT001", .error, fargate("256", "512", image: "mysql:8"), service(spot)),
    WeightCase("a cache on Spot", "SPT001", nil, fargate("256", "512", image: "memcached:1.6"), service(spot)),
    WeightCase("a variable of a server on Spot", "SPT001", .warning, fargate("256", "512", data), service(spot)),
    WeightCase(
      "a database and its client on Spot", "SPT001", nil, fargate("256", "512", client, image: "mysql:8"), service(spot)
    ),
    WeightCase("a task definition that is not at hand", "SPT001", nil, service(spot)),
  ])
  func aCaseWeighsWhatItShould(_ example: WeightCase) {
    #expect(example.severities == (example.severity.map { [$0] } ?? []))
  }
}

private let port = "\"portMappings\": [{ \"containerPort\": 80 }]"
private let noCheck = "\"healthCheck\": { \"command\": [\"NONE\"] }"
private let balancer = "\"loadBalancers\": [{ \"containerName\": \"web\", \"containerPort\": 80 }]"
private let spot = "\"capacityProviderStrategy\": [{ \"capacityProvider\": \"FARGATE_SPOT\", \"weight\": 1 }]"
private let data = "\"environment\": [{ \"name\": \"PGDATA\", \"value\": \"/data\" }]"
private let client = "\"command\": [\"sh\", \"-c\", \"mysqldump --all-databases > /dump.sql\"]"

private func fargate(_ cpu: String, _ memory: String, _ container: String = "", image: String = "acme/web:1") -> String
{
  """
  {
    "family": "api", "requiresCompatibilities": ["FARGATE"], "networkMode": "awsvpc",
    "cpu": "\(cpu)", "memory": "\(memory)",
    "containerDefinitions": [{ "name": "web", "image": "\(image)"\(container.isEmpty ? "" : ", ")\(container) }]
  }
  """
}

private func service(_ rest: String) -> String {
  "{ \"serviceName\": \"api\", \"taskDefinition\": \"api\", \"desiredCount\": 2, \(rest) }"
}
