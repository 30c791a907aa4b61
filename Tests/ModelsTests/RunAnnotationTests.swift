import Models
import Syntax
import Testing

@Suite struct RunAnnotationTests {
  @Test(arguments: [
    ("autoscaling.knative.dev/min-scale", "autoscaling.knative.dev/minScale"),
    ("run.googleapis.com/max-scale", "autoscaling.knative.dev/maxScale"),
    ("run.googleapis.com/session-affinity", "run.googleapis.com/sessionAffinity"),
    ("run.googleapis.com/cpuThrottling", "run.googleapis.com/cpu-throttling"),
    ("run.googleapis.com/vpc-connector", "run.googleapis.com/vpc-access-connector"),
  ])
  func anInventedNameIsUnderstood(_ invented: String, _ meant: String) {
    #expect(InventedAnnotation(invented)?.annotation == meant)
    #expect(RunAnnotation.named(meant) != nil)
  }

  @Test func aFieldIsNoAnnotation() {
    #expect(InventedAnnotation("run.googleapis.com/memory")?.annotation == nil)
    #expect(InventedAnnotation("run.googleapis.com/memory")?.advice.contains("resources.limits.memory") == true)
  }

  @Test func whatNobodyHasHeardOfIsNotUnderstood() {
    #expect(InventedAnnotation("run.googleapis.com/warp-drive") == nil)
    #expect(InventedAnnotation("autoscaling.knative.dev") == nil)
  }

  @Test func noInventedNameIsOneThatExists() {
    for key in RunAnnotation.keys where key.hasPrefix("run.googleapis.com/") {
      #expect(InventedAnnotation(key)?.annotation != nil || InventedAnnotation(key) == nil, "\(key)")
    }
  }

  @Test(arguments: CloudRunResource.Kind.allCases)
  func everyKindHasItselfAndItsTemplate(_ kind: CloudRunResource.Kind) {
    #expect(kind.places.map(\.isTemplate) == [false, true])
  }
}
