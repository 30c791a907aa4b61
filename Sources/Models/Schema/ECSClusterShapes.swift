// Made by Scripts/schema.py from botocore 1.43.11, ecs 2014-11-13.
// 2026-11-23

extension Shape {
  package static let ecsCreateClusterRequest = Shape(
    "CreateClusterRequest", .ecs,
    [
      Member("clusterName", .string(length: 1...255, alphabet: .resourceName)),
      Member("tags", .list(.shape({ .ecsTag }), count: 0...50)),
      Member("settings", .list(.shape({ .ecsClusterSetting }))),
      Member("configuration", .shape({ .ecsClusterConfiguration })),
      Member("capacityProviders", .list(.string())),
      Member("defaultCapacityProviderStrategy", .list(.shape({ .ecsCapacityProviderStrategyItem }))),
      Member("serviceConnectDefaults", .shape({ .ecsClusterServiceConnectDefaultsRequest })),
      Member("clusterArn", .any, .output),
      Member("status", .any, .output),
      Member("registeredContainerInstancesCount", .any, .output),
      Member("runningTasksCount", .any, .output),
      Member("pendingTasksCount", .any, .output),
      Member("activeServicesCount", .any, .output),
      Member("statistics", .any, .output),
      Member("attachments", .any, .output),
      Member("attachmentsStatus", .any, .output),
    ])

  static let ecsClusterSetting = Shape(
    "ClusterSetting", .ecs,
    [
      Member("name", .enumeration(["containerInsights"])),
      Member("value", .string()),
    ])

  static let ecsClusterConfiguration = Shape(
    "ClusterConfiguration", .ecs,
    [
      Member("executeCommandConfiguration", .shape({ .ecsExecuteCommandConfiguration })),
      Member("managedStorageConfiguration", .shape({ .ecsManagedStorageConfiguration })),
    ])

  static let ecsExecuteCommandConfiguration = Shape(
    "ExecuteCommandConfiguration", .ecs,
    [
      Member("kmsKeyId", .string()),
      Member("logging", .enumeration(["NONE", "DEFAULT", "OVERRIDE"])),
      Member("logConfiguration", .shape({ .ecsExecuteCommandLogConfiguration })),
    ])

  static let ecsExecuteCommandLogConfiguration = Shape(
    "ExecuteCommandLogConfiguration", .ecs,
    [
      Member("cloudWatchLogGroupName", .string()),
      Member("cloudWatchEncryptionEnabled", .bool),
      Member("s3BucketName", .string()),
      Member("s3EncryptionEnabled", .bool),
      Member("s3KeyPrefix", .string()),
    ])

  static let ecsManagedStorageConfiguration = Shape(
    "ManagedStorageConfiguration", .ecs,
    [
      Member("kmsKeyId", .string()),
      Member("fargateEphemeralStorageKmsKeyId", .string()),
    ])

  static let ecsClusterServiceConnectDefaultsRequest = Shape(
    "ClusterServiceConnectDefaultsRequest", .ecs,
    [
      Member("namespace", .string(), .required)
    ])

  package static let ecsPutClusterCapacityProvidersRequest = Shape(
    "PutClusterCapacityProvidersRequest", .ecs,
    [
      Member("cluster", .string(), .required),
      Member("capacityProviders", .list(.string()), .required),
      Member("defaultCapacityProviderStrategy", .list(.shape({ .ecsCapacityProviderStrategyItem })), .required),
    ])

  package static let ecsCreateCapacityProviderRequest = Shape(
    "CreateCapacityProviderRequest", .ecs,
    [
      Member("name", .string(length: 1...255, alphabet: .resourceName), .required),
      Member("cluster", .string()),
      Member("autoScalingGroupProvider", .shape({ .ecsAutoScalingGroupProvider })),
      Member("managedInstancesProvider", .any),
      Member("tags", .list(.shape({ .ecsTag }), count: 0...50)),
      Member("capacityProviderArn", .any, .output),
      Member("status", .any, .output),
      Member("updateStatus", .any, .output),
      Member("updateStatusReason", .any, .output),
      Member("type", .any, .output),
    ])

  static let ecsAutoScalingGroupProvider = Shape(
    "AutoScalingGroupProvider", .ecs,
    [
      Member("autoScalingGroupArn", .string(), .required),
      Member("managedScaling", .shape({ .ecsManagedScaling })),
      Member("managedTerminationProtection", .enumeration(["ENABLED", "DISABLED"])),
      Member("managedDraining", .enumeration(["ENABLED", "DISABLED"])),
    ])

  static let ecsManagedScaling = Shape(
    "ManagedScaling", .ecs,
    [
      Member("status", .enumeration(["ENABLED", "DISABLED"])),
      Member("targetCapacity", .integer(in: 1...100)),
      Member("minimumScalingStepSize", .integer(in: 1...10000)),
      Member("maximumScalingStepSize", .integer(in: 1...10000)),
      Member("instanceWarmupPeriod", .integer(in: 0...10000)),
    ])
}
