// Made by Scripts/schema.py from botocore 1.43.11, ecs 2014-11-13.
// 2026-11-23

extension Shape {
  package static let ecsRunTaskRequest = Shape(
    "RunTaskRequest", .ecs,
    [
      Member("capacityProviderStrategy", .list(.shape({ .ecsCapacityProviderStrategyItem }))),
      Member("cluster", .string()),
      Member("count", .int32),
      Member("enableECSManagedTags", .bool),
      Member("enableExecuteCommand", .bool),
      Member("group", .string()),
      Member("launchType", .enumeration(["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"])),
      Member("networkConfiguration", .shape({ .ecsNetworkConfiguration })),
      Member("overrides", .shape({ .ecsTaskOverride })),
      Member("placementConstraints", .list(.shape({ .ecsPlacementConstraint }))),
      Member("placementStrategy", .list(.shape({ .ecsPlacementStrategy }))),
      Member("platformVersion", .string()),
      Member("propagateTags", .enumeration(["TASK_DEFINITION", "SERVICE", "NONE"])),
      Member("referenceId", .string()),
      Member("startedBy", .string()),
      Member("tags", .list(.shape({ .ecsTag }), count: 0...50)),
      Member("taskDefinition", .string(), .required),
      Member("clientToken", .string()),
      Member("volumeConfigurations", .list(.shape({ .ecsTaskVolumeConfiguration }))),
    ])

  static let ecsTaskOverride = Shape(
    "TaskOverride", .ecs,
    [
      Member("containerOverrides", .list(.shape({ .ecsContainerOverride }))),
      Member("cpu", .string()),
      Member("inferenceAcceleratorOverrides", .list(.shape({ .ecsInferenceAcceleratorOverride }))),
      Member("executionRoleArn", .string()),
      Member("memory", .string()),
      Member("taskRoleArn", .string()),
      Member("ephemeralStorage", .shape({ .ecsEphemeralStorage })),
    ])

  static let ecsContainerOverride = Shape(
    "ContainerOverride", .ecs,
    [
      Member("name", .string()),
      Member("command", .list(.string())),
      Member("environment", .list(.shape({ .ecsKeyValuePair }))),
      Member("environmentFiles", .list(.shape({ .ecsEnvironmentFile }))),
      Member("cpu", .int32),
      Member("memory", .int32),
      Member("memoryReservation", .int32),
      Member("resourceRequirements", .list(.shape({ .ecsResourceRequirement }))),
    ])

  static let ecsInferenceAcceleratorOverride = Shape(
    "InferenceAcceleratorOverride", .ecs,
    [
      Member("deviceName", .string()),
      Member("deviceType", .string()),
    ])

  static let ecsTaskVolumeConfiguration = Shape(
    "TaskVolumeConfiguration", .ecs,
    [
      Member("name", .string(), .required),
      Member("managedEBSVolume", .shape({ .ecsTaskManagedEBSVolumeConfiguration })),
    ])

  static let ecsTaskManagedEBSVolumeConfiguration = Shape(
    "TaskManagedEBSVolumeConfiguration", .ecs,
    [
      Member("encrypted", .bool),
      Member("kmsKeyId", .string()),
      Member("volumeType", .string()),
      Member("sizeInGiB", .int32),
      Member("snapshotId", .string()),
      Member("volumeInitializationRate", .int32),
      Member("iops", .int32),
      Member("throughput", .int32),
      Member("tagSpecifications", .list(.shape({ .ecsEBSTagSpecification }))),
      Member("roleArn", .string(), .required),
      Member("terminationPolicy", .shape({ .ecsTaskManagedEBSVolumeTerminationPolicy })),
      Member("filesystemType", .enumeration(["ext3", "ext4", "xfs", "ntfs"])),
    ])

  static let ecsTaskManagedEBSVolumeTerminationPolicy = Shape(
    "TaskManagedEBSVolumeTerminationPolicy", .ecs,
    [
      Member("deleteOnTermination", .bool, .required)
    ])
}
