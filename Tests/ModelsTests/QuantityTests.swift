import Models
import Testing

/// A text and the thousandths that it says, nil for what is no quantity.
struct AmountCase: CustomTestStringConvertible, Sendable {
  let text: String
  let milli: Int?

  init(_ text: String, _ milli: Int?) {
    self.text = text
    self.milli = milli
  }

  var testDescription: String { text }
}

@Suite struct QuantityTests {
  @Test(arguments: [
    AmountCase("1", 1000), AmountCase("0.5", 500), AmountCase("500m", 500), AmountCase("1.0", 1000),
    AmountCase("0.0801", 81), AmountCase(".5", 500), AmountCase("2.", 2000), AmountCase("+1", 1000),
    AmountCase("-1", -1000), AmountCase("512Mi", 512 << 20 * 1000), AmountCase("1.5Gi", 3 << 29 * 1000),
    AmountCase("512M", 512_000_000_000), AmountCase("1e3", 1_000_000), AmountCase("1E3", 1_000_000),
    AmountCase("100n", 1), AmountCase("99999Ei", .max), AmountCase("1E", .max),
    AmountCase("512MB", nil), AmountCase("1GB", nil), AmountCase("1 Gi", nil), AmountCase("", nil),
    AmountCase("Mi", nil), AmountCase("1.2.3", nil), AmountCase("512K", nil), AmountCase("512mi", nil),
    AmountCase(".", nil), AmountCase("1e", nil), AmountCase("٣", nil),
  ])
  func aTextIsReadAsKubernetesReadsIt(_ example: AmountCase) {
    #expect(Quantity(example.text)?.milli == example.milli)
  }

  @Test func whatIsSmallerThanAByteIsOne() {
    #expect(Quantity("512m")?.whole == 1)
    #expect(Quantity("1001m")?.whole == 2)
  }

  @Test func theSameNumberInOtherUnitsIsKnown() {
    #expect(Quantity("512M")?.readAsBinary("512M") == Quantity("512Mi"))
    #expect(Quantity("512Mi")?.readAsBinary("512Mi") == nil)
  }

  @Test(arguments: [
    ("512MB", "512Mi"), ("1 GiB", "1Gi"), ("1.5gb", "1.5Gi"), ("512mi", "512Mi"), ("2g", "2Gi"),
  ])
  func aSlipInMemoryIsUnderstood(_ slip: String, _ meant: String) {
    #expect(QuantityGuess(ofMemory: slip)?.text == meant)
  }

  @Test(arguments: [("2 vCPU", "2"), ("500 m", "500m"), ("0.5cores", "0.5")])
  func aSlipInCPUIsUnderstood(_ slip: String, _ meant: String) {
    #expect(QuantityGuess(ofCPU: slip)?.text == meant)
  }

  @Test func amountsReadWell() {
    #expect(memoryText(bytes: 512_000_000) == "488.2 MiB")
    #expect(memoryText(bytes: 4 << 30) == "4 GiB")
    #expect(memoryText(bytes: 1536 << 20) == "1536 MiB")
    #expect(memoryText(bytes: 1) == "1 byte")
    #expect(cpuText(milli: 1000) == "1 CPU")
    #expect(cpuText(milli: 500) == "0.5 CPU")
    #expect(cpuText(milli: 2080) == "2.08 CPUs")
  }
}
