import Linting
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
    WeightCase(
      "a stream of messages on Spot", "SPT001", .error, fargate("256", "512", jetStream, image: "nats:2.10"),
      service(spot)),
    WeightCase(
      "messages that are not kept, on Spot", "SPT001", nil, fargate("256", "512", image: "nats:2.10"), service(spot)),
    WeightCase(
      "a database of another vendor on Spot", "SPT001", .error,
      fargate("256", "512", image: "mcr.microsoft.com/mssql/server:2022"), service(spot)),
    WeightCase(
      "a database that runs once on Spot", "SPT001", .error, fargate("256", "512", image: "mysql:8"), run(spot)),
    WeightCase("a shared file system on Spot", "SPT001", .warning, writing("efsVolumeConfiguration"), service(spot)),
    WeightCase(
      "another shared file system on Spot", "SPT001", .warning, writing("s3filesVolumeConfiguration"), service(spot)),
    WeightCase(
      "a file share of Windows on Spot", "SPT001", .warning, writing("fsxWindowsFileServerVolumeConfiguration"),
      service(spot)),
    WeightCase("a directory of the instance on Spot", "SPT001", .warning, writing("host"), service(spot)),
    WeightCase("a volume of Docker on Spot", "SPT001", .warning, writing("dockerVolumeConfiguration"), service(spot)),
    WeightCase("scratch space on Spot", "SPT001", nil, writing("other"), service(spot)),
    WeightCase(
      "a job that writes to a shared file system", "SPT001", .note, writing("efsVolumeConfiguration"), run(spot)),
    WeightCase(
      "a worker that writes to a shared file system", "SPT001", .note,
      writing("efsVolumeConfiguration", "\"command\": [\"celery\", \"worker\"]"), service(spot)),
    WeightCase(
      "a shared file system that is only read", "SPT001", nil, writing("efsVolumeConfiguration", readOnly: true),
      service(spot)),
    WeightCase("a job with a volume of its own", "SPT001", .note, fargate("256", "512"), run("\(spot), \(ebs)")),
    WeightCase(
      "a service with volumes of its own", "SPT001", .error, fargate("256", "512"), service("\(spot), \(ebs)")),
    WeightCase("a chain that stops in time", "SPT003", nil, chain("60", "60"), service(spot)),
    WeightCase("a chain that takes too long", "SPT003", .warning, chain("60", "61"), service(spot)),
    WeightCase("a chain with the default", "SPT003", .warning, chain("100", "null"), service(spot)),
    WeightCase("a chain that is not known", "SPT003", nil, chain("100", "\"${STOP}\""), service(spot)),
    WeightCase("a chain whose first link has ended", "SPT003", nil, chain("100", "100", on: "SUCCESS"), service(spot)),
    WeightCase(
      "a chain that is not on Spot", "SPT003", nil, chain("100", "100"), service("\"launchType\": \"FARGATE\"")),
    WeightCase("a circle", "SPT003", nil, chain("100", "100", back: true), service(spot)),
    WeightCase("a start of 15 seconds", "HLT006", .warning, fargate("256", "512", check("\"interval\": 5"))),
    WeightCase("a start of 30 seconds", "HLT006", .note, fargate("256", "512", check("\"interval\": 10"))),
    WeightCase("a start of 60 seconds", "HLT006", nil, fargate("256", "512", check("\"interval\": 20"))),
    WeightCase(
      "a short start that somebody wants", "HLT006", .note,
      fargate("256", "512", check("\"interval\": 5, \"startPeriod\": 10"))),
    WeightCase(
      "a proxy", "HLT006", nil, fargate("256", "512", check("\"interval\": 5"), image: "envoyproxy/envoy:v1.31")),
    WeightCase("a check that cannot fail", "HLT006", nil, fargate("256", "512", check("\"interval\": 5", "echo ok"))),
    WeightCase(
      "a program of the image on Fargate", "HLT005", .note,
      fargate("256", "512", "\"healthCheck\": { \"command\": [\"/healthcheck\"] }")),
    WeightCase(
      "a whole command without CMD-SHELL on Fargate", "HLT005", .warning,
      fargate("256", "512", "\"healthCheck\": { \"command\": [\"curl -f http://localhost/\"] }")),
    WeightCase(
      "words that the shell does not get", "HLT005", .note,
      fargate(
        "256", "512", "\"healthCheck\": { \"command\": [\"CMD-SHELL\", \"curl -f http://localhost/\", \"|| exit 1\"] }")
    ),
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
private let jetStream = "\"command\": [\"-js\"]"
private let ebs =
  "\"volumeConfigurations\": [{ \"name\": \"data\", \"managedEBSVolume\": { \"sizeInGiB\": 10 } }]"
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

private func run(_ rest: String) -> String { "{ \"taskDefinition\": \"api\", \"count\": 1, \(rest) }" }

private func check(_ numbers: String, _ command: String = "/check") -> String {
  "\"healthCheck\": { \"command\": [\"CMD-SHELL\", \"\(command)\"], \(numbers) }"
}

/// A task that writes to a volume of a kind.
private func writing(_ kind: String, _ container: String = "\"cpu\": 0", readOnly: Bool = false) -> String {
  let settings = ["host": "\"sourcePath\": \"/srv\"", "dockerVolumeConfiguration": "\"scope\": \"shared\""][kind]
  return """
    {
      "family": "api", "requiresCompatibilities": ["FARGATE"],
      "volumes": [{ "name": "files", "\(kind)": { \(settings ?? "\"fileSystemId\": \"fs-0a1b2c3d\"") } }],
      "containerDefinitions": [
        {
          "name": "web", "image": "acme/web:1", \(container),
          "mountPoints": [{ "sourceVolume": "files", "containerPath": "/files", "readOnly": \(readOnly) }]
        }
      ]
    }
    """
}

/// Two containers of which one waits for the other.
private func chain(_ first: String, _ second: String, on condition: String = "START", back: Bool = false) -> String {
  """
  {
    "family": "api", "requiresCompatibilities": ["FARGATE"],
    "containerDefinitions": [
      {
        "name": "web", "image": "acme/web:1", "stopTimeout": \(first),
        "dependsOn": [{ "containerName": "proxy", "condition": "\(condition)" }]
      },
      {
        "name": "proxy", "image": "acme/proxy:1", "essential": false, "stopTimeout": \(second),
        "dependsOn": [\(back ? "{ \"containerName\": \"web\", \"condition\": \"START\" }" : "")]
      }
    ]
  }
  """
}
