import Models
import Syntax
import Testing

/// A strategy as JSON, and what it means for Spot.
struct StrategyCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let items: String
  let usesSpot: Bool
  let isSpotAlone: Bool

  init(_ description: String, _ strategy: String, usesSpot: Bool, alone: Bool) {
    testDescription = description
    items = strategy
    self.usesSpot = usesSpot
    isSpotAlone = alone
  }

  var strategy: CapacityProviderStrategy {
    let file = SourceFile(path: "service.json", text: "{ \"capacityProviderStrategy\": [\(items)] }")
    return Service(ParsedFile(reading: file, as: .json).documents[0]).strategy
  }
}

@Suite struct CapacityTests {
  @Test(arguments: [
    StrategyCase("nothing", "", usesSpot: false, alone: false),
    StrategyCase("FARGATE", item("FARGATE", "\"weight\": 1"), usesSpot: false, alone: false),
    StrategyCase("Spot without a weight", item("FARGATE_SPOT"), usesSpot: true, alone: true),
    StrategyCase("Spot", item("FARGATE_SPOT", "\"weight\": 1"), usesSpot: true, alone: true),
    StrategyCase(
      "a base on FARGATE", item("FARGATE", "\"base\": 1") + "," + item("FARGATE_SPOT", "\"weight\": 1"), usesSpot: true,
      alone: false),
    StrategyCase(
      "FARGATE without a weight", item("FARGATE") + "," + item("FARGATE_SPOT", "\"weight\": 1"), usesSpot: true,
      alone: true),
    StrategyCase(
      "Spot with weight 0", item("FARGATE", "\"weight\": 1") + "," + item("FARGATE_SPOT", "\"weight\": 0"),
      usesSpot: false, alone: false),
    StrategyCase(
      "an unknown weight of Spot",
      item("FARGATE", "\"weight\": 1") + "," + item("FARGATE_SPOT", "\"weight\": \"${W}\""),
      usesSpot: false, alone: false),
    StrategyCase(
      "an unknown weight of FARGATE",
      item("FARGATE", "\"weight\": \"${W}\"") + "," + item("FARGATE_SPOT", "\"weight\": 1"), usesSpot: true,
      alone: false),
    StrategyCase(
      "an unknown provider", item("${PROVIDER}", "\"weight\": 1") + "," + item("FARGATE_SPOT", "\"weight\": 1"),
      usesSpot: true, alone: false),
  ])
  func aStrategySaysWhetherTasksGoToSpot(_ example: StrategyCase) {
    #expect((example.strategy.spotItem != nil) == example.usesSpot)
    #expect(example.strategy.runsOnSpotAlone == example.isSpotAlone)
  }
}

private func item(_ provider: String, _ rest: String = "") -> String {
  "{ \"capacityProvider\": \"\(provider)\"\(rest.isEmpty ? "" : ", ")\(rest) }"
}
