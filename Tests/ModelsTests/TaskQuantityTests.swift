import Models
import Testing

/// A text and what ECS makes of it.
struct QuantityCase: CustomTestStringConvertible, Sendable {
  let text: String
  let amount: Int?
  let flaw: TaskQuantity.Flaw?

  init(_ text: String, _ amount: Int?, _ flaw: TaskQuantity.Flaw? = nil) {
    self.text = text
    self.amount = amount
    self.flaw = flaw
  }

  var testDescription: String { "'\(text)'" }
}

@Suite struct TaskQuantityTests {
  @Test(arguments: [
    QuantityCase("256", 256), .init("1024", 1024), .init("1 vCPU", 1024), .init("1 vcpu", 1024), .init("1vCPU", 1024),
    .init(".25 vCPU", 256), .init("0.25 vCPU", 256), .init("0.3 vCPU", nil), .init("32 VCPU", 32768),
    .init("1024 ", 1024, .blanks), .init(" 1 vCPU", 1024, .blanks), .init("1024.0", 1024, .notation),
    .init("1e3", 1000, .notation), .init("0.25", 256, .missingUnit), .init(".5", 512, .missingUnit),
    .init("500m", 512, .foreignUnit("m")), .init("1 cpu", 1024, .undocumentedUnit("cpu")),
    .init("large", nil, .unreadable), .init("1.2.3", nil, .unreadable), .init("-256", nil, .unreadable),
    .init("99999999999999999999", nil, .unreadable), .init("1 GB", nil, .unreadable),
  ])
  func cpuIsReadAsECSDoes(_ example: QuantityCase) {
    #expect(TaskQuantity(cpu: example.text) == TaskQuantity(amount: example.amount, flaw: example.flaw))
  }

  @Test(arguments: [
    QuantityCase("512", 512), .init("1GB", 1024), .init("1 GB", 1024), .init("0.5GB", 512), .init("0.5 GB", 512),
    .init(".5 gb", 512), .init("244 Gb", 249_856), .init("512MB", 512, .undocumentedUnit("MB")),
    .init("512 MiB", 512, .undocumentedUnit("MiB")), .init("1GiB", 1024, .undocumentedUnit("GiB")),
    .init("512Mi", 512, .foreignUnit("Mi")), .init("2Gi", 2048, .foreignUnit("Gi")),
    .init("2g", 2048, .foreignUnit("G")),
    .init("512m", 512, .foreignUnit("M")), .init("0.5", 512, .missingUnit), .init("2048 ", 2048, .blanks),
    .init("plenty", nil, .unreadable), .init("", nil, .unreadable), .init("1 vCPU", nil, .unreadable),
  ])
  func memoryIsReadAsECSDoes(_ example: QuantityCase) {
    #expect(TaskQuantity(memory: example.text) == TaskQuantity(amount: example.amount, flaw: example.flaw))
  }
}
