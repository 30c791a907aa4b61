import Rules
import Syntax
import Testing

/// Cases that weigh less, or nothing, on Cloud Run.
@Suite struct CloudRunWeightTests {
  @Test(arguments: [
    WeightCase("a service that everybody may call", "IAM009", .warning, run(open)),
    WeightCase("one that is reached from inside", "IAM009", .note, run("\(open), \(inside)")),
    WeightCase(
      "an account of Kubernetes", "IAM008", .warning, run(inside, spec: "\"serviceAccountName\": \"default\"")),
    WeightCase("an account that is empty", "IAM008", nil, run(spec: "\"serviceAccountName\": \"\"")),
    WeightCase("an account with a placeholder", "IAM008", nil, run(spec: "\"serviceAccountName\": \"PROJECT_NUMBER\"")),
    WeightCase("a timeout of nothing", "SCL003", .warning, run(spec: "\"timeoutSeconds\": 0")),
    WeightCase("a timeout that is too long", "SCL003", .error, run(spec: "\"timeoutSeconds\": 3601")),
    WeightCase("the default concurrency", "SCL002", .note, run(spec: "\"containerConcurrency\": 0")),
    WeightCase("a maximum in the wrong place", "SCL007", nil, run("\"autoscaling.knative.dev/maxScale\": \"3\"")),
    WeightCase(
      "a maximum that is misspelt", "SCL007", nil, run(template: "\"run.googleapis.com/max-instances\": \"3\"")),
    WeightCase("manual scaling", "SCL007", nil, run("\"run.googleapis.com/scalingMode\": \"manual\"")),
    WeightCase("a revision's name that is filled in", "SCL006", nil, run(name: "api-${SHA}")),
    WeightCase("another service's name in front", "SCL006", .error, run(name: "web-${SHA}")),
    WeightCase("a part that may be the whole", "SCL006", nil, run(name: "ap${REST}")),
    WeightCase("a feature in preview", "SCL011", .note, run(template: "\"run.googleapis.com/mesh\": \"main\"")),
    WeightCase("a GPU that is throttled by default", "RES009", .warning, run(template: most, spec: gpu, limits: card)),
    WeightCase(
      "a GPU that is throttled", "RES009", .error,
      run(template: "\(most), \"run.googleapis.com/cpu-throttling\": \"true\"", spec: gpu, limits: card)),
    WeightCase(
      "GPUs that are not known", "RES009", nil,
      run(template: most, spec: gpu, limits: "\"cpu\": \"4\", \"nvidia.com/gpu\": \"${COUNT}\"")),
    WeightCase(
      "egress for what is not known", "NET010", nil,
      run(template: "\(egress), \"run.googleapis.com/network-interfaces\": \"${NETWORK}\"")),
    WeightCase("egress without a way", "NET010", .error, run(template: egress)),
  ])
  func aCaseWeighsWhatItShould(_ example: WeightCase) {
    #expect(example.severities == (example.severity.map { [$0] } ?? []))
  }
}

private let open = "\"run.googleapis.com/invoker-iam-disabled\": \"true\""
private let inside = "\"run.googleapis.com/ingress\": \"internal\""
private let most = "\"autoscaling.knative.dev/maxScale\": \"3\""
private let egress = "\"run.googleapis.com/vpc-access-egress\": \"all-traffic\""
private let gpu = "\"nodeSelector\": { \"run.googleapis.com/accelerator\": \"nvidia-l4\" }"
private let card = "\"cpu\": \"4\", \"memory\": \"16Gi\", \"nvidia.com/gpu\": \"1\""

private func run(
  _ annotations: String = "", template: String = "", name: String = "", spec: String = "", limits: String = ""
) -> String {
  let rest = spec.isEmpty ? "" : "\(spec), "
  let revision = name.isEmpty ? "" : "\"name\": \"\(name)\", "
  return """
    {
      "apiVersion": "serving.knative.dev/v1", "kind": "Service",
      "metadata": { "name": "api", "annotations": { \(annotations) } },
      "spec": {
        "template": {
          "metadata": { \(revision)"annotations": { \(template) } },
          "spec": { \(rest)"containers": [{ "image": "gcr.io/acme/api:1", "resources": { "limits": { \(limits) } } }] }
        }
      }
    }
    """
}
