import Rules
import Syntax
import Testing

/// What moto 5.1, an emulator, refuses of what is written in files; the rest of its errors are about what runs.
@Suite struct EmulatorErrorTests {
  @Test(arguments: [
    WeightCase(
      "At least one of 'memory' or 'memoryReservation' must be specified", "SCH003", .error,
      #"{"family": "a", "containerDefinitions": [{"name": "w", "image": "i:1"}]}"#),
    WeightCase(
      "Container.image should not be null or empty: a pipeline may fill it in", "SCH003", .note,
      #"{"family": "a", "containerDefinitions": [{"name": "w", "image": null, "memory": 64}]}"#),
    WeightCase(
      "Container.name should not be null or empty", "SCH003", .error,
      #"{"family": "a", "containerDefinitions": [{"name": null, "image": "i:1", "memory": 64}]}"#),
    WeightCase(
      "Network Configuration must be provided when networkMode 'awsvpc' is specified", "NET007", .error,
      #"{"serviceName": "a", "cluster": "c", "taskDefinition": "a", "desiredCount": 1}"#,
      #"{"family": "a", "networkMode": "awsvpc", "containerDefinitions": [{"name": "w", "image": "i:1"}]}"#),
    WeightCase(
      "Tasks using the Fargate launch type do not support pidMode 'host'", "SCH006", .error,
      #"{"family": "a", "requiresCompatibilities": ["FARGATE"], "pidMode": "host", "containerDefinitions": []}"#),
    WeightCase(
      "Specify either Launch Type or Capacity Provider Strategy, but not both", "SPT005", .error,
      #"""
      {"serviceName": "a", "taskDefinition": "a", "launchType": "FARGATE",
       "capacityProviderStrategy": [{"capacityProvider": "FARGATE", "weight": 1}]}
      """#),
    WeightCase(
      "launch type should be one of [EC2,FARGATE,EXTERNAL]", "SCH004", .error,
      #"{"serviceName": "a", "taskDefinition": "a", "launchType": "SOMETHING"}"#),
  ])
  func weFindWhatAnEmulatorRefuses(_ example: WeightCase) {
    #expect(example.severities == [example.severity].compactMap(\.self))
  }
}
