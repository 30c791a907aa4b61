// Made by Scripts/schema.py from botocore 1.43.11, ecs 2014-11-13.
// 2026-11-23

extension Shape {
  package static let ecsCreateServiceRequest = Shape(
    "CreateServiceRequest", .ecs,
    [
      Member("cluster", .string()),
      Member("serviceName", .string(length: 1...255, alphabet: .resourceName), .required),
      Member("taskDefinition", .string()),
      Member("availabilityZoneRebalancing", .enumeration(["ENABLED", "DISABLED"])),
      Member("loadBalancers", .list(.shape({ .ecsLoadBalancer }))),
      Member("serviceRegistries", .list(.shape({ .ecsServiceRegistry }), count: 0...1)),
      Member("desiredCount", .int32),
      Member("clientToken", .string()),
      Member("launchType", .enumeration(["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"])),
      Member("capacityProviderStrategy", .list(.shape({ .ecsCapacityProviderStrategyItem }))),
      Member("platformVersion", .string()),
      Member("role", .string()),
      Member("deploymentConfiguration", .shape({ .ecsDeploymentConfiguration })),
      Member("placementConstraints", .list(.shape({ .ecsPlacementConstraint }), count: 0...10)),
      Member("placementStrategy", .list(.shape({ .ecsPlacementStrategy }), count: 0...5)),
      Member("networkConfiguration", .shape({ .ecsNetworkConfiguration })),
      Member("healthCheckGracePeriodSeconds", .int32),
      Member("schedulingStrategy", .enumeration(["REPLICA", "DAEMON"])),
      Member("deploymentController", .shape({ .ecsDeploymentController })),
      Member("tags", .list(.shape({ .ecsTag }), count: 0...50)),
      Member("enableECSManagedTags", .bool),
      Member("propagateTags", .enumeration(["TASK_DEFINITION", "SERVICE", "NONE"])),
      Member("enableExecuteCommand", .bool),
      Member("serviceConnectConfiguration", .shape({ .ecsServiceConnectConfiguration })),
      Member("volumeConfigurations", .list(.shape({ .ecsServiceVolumeConfiguration }))),
      Member("vpcLatticeConfigurations", .list(.shape({ .ecsVpcLatticeConfiguration }))),
      Member("serviceArn", .any, .output),
      Member("clusterArn", .any, .output),
      Member("status", .any, .output),
      Member("runningCount", .any, .output),
      Member("pendingCount", .any, .output),
      Member("platformFamily", .any, .output),
      Member("taskSets", .any, .output),
      Member("deployments", .any, .output),
      Member("roleArn", .any, .output),
      Member("events", .any, .output),
      Member("createdAt", .any, .output),
      Member("currentServiceDeployment", .any, .output),
      Member("currentServiceRevisions", .any, .output),
      Member("createdBy", .any, .output),
      Member("resourceManagementType", .any, .output),
    ])

  static let ecsLoadBalancer = Shape(
    "LoadBalancer", .ecs,
    [
      Member("targetGroupArn", .string()),
      Member("loadBalancerName", .string()),
      Member("containerName", .string()),
      Member("containerPort", .int32),
      Member("advancedConfiguration", .shape({ .ecsAdvancedConfiguration })),
    ])

  static let ecsAdvancedConfiguration = Shape(
    "AdvancedConfiguration", .ecs,
    [
      Member("alternateTargetGroupArn", .string()),
      Member("productionListenerRule", .string()),
      Member("testListenerRule", .string()),
      Member("roleArn", .string()),
    ])

  static let ecsServiceRegistry = Shape(
    "ServiceRegistry", .ecs,
    [
      Member("registryArn", .string()),
      Member("port", .int32),
      Member("containerName", .string()),
      Member("containerPort", .int32),
    ])

  static let ecsCapacityProviderStrategyItem = Shape(
    "CapacityProviderStrategyItem", .ecs,
    [
      Member("capacityProvider", .string(), .required),
      Member("weight", .integer(in: 0...1000)),
      Member("base", .integer(in: 0...100000)),
    ])

  static let ecsDeploymentConfiguration = Shape(
    "DeploymentConfiguration", .ecs,
    [
      Member("deploymentCircuitBreaker", .shape({ .ecsDeploymentCircuitBreaker })),
      Member("maximumPercent", .int32),
      Member("minimumHealthyPercent", .int32),
      Member("alarms", .shape({ .ecsDeploymentAlarms })),
      Member("strategy", .enumeration(["ROLLING", "BLUE_GREEN", "LINEAR", "CANARY"])),
      Member("bakeTimeInMinutes", .int32),
      Member("lifecycleHooks", .list(.shape({ .ecsDeploymentLifecycleHook }))),
      Member("linearConfiguration", .shape({ .ecsLinearConfiguration })),
      Member("canaryConfiguration", .shape({ .ecsCanaryConfiguration })),
    ])

  static let ecsDeploymentCircuitBreaker = Shape(
    "DeploymentCircuitBreaker", .ecs,
    [
      Member("enable", .bool, .required),
      Member("rollback", .bool, .required),
    ])

  static let ecsDeploymentAlarms = Shape(
    "DeploymentAlarms", .ecs,
    [
      Member("alarmNames", .list(.string()), .required),
      Member("rollback", .bool, .required),
      Member("enable", .bool, .required),
    ])

  static let ecsDeploymentLifecycleHook = Shape(
    "DeploymentLifecycleHook", .ecs,
    [
      Member("targetType", .enumeration(["AWS_LAMBDA", "PAUSE"])),
      Member("hookTargetArn", .string()),
      Member("roleArn", .string()),
      Member(
        "lifecycleStages",
        .list(
          .enumeration([
            "RECONCILE_SERVICE", "PRE_SCALE_UP", "POST_SCALE_UP", "TEST_TRAFFIC_SHIFT", "POST_TEST_TRAFFIC_SHIFT",
            "PRE_PRODUCTION_TRAFFIC_SHIFT", "PRODUCTION_TRAFFIC_SHIFT", "POST_PRODUCTION_TRAFFIC_SHIFT",
          ]))),
      Member("hookDetails", .any),
      Member("timeoutConfiguration", .shape({ .ecsDeploymentLifecycleHookTimeoutConfiguration })),
    ])

  static let ecsDeploymentLifecycleHookTimeoutConfiguration = Shape(
    "DeploymentLifecycleHookTimeoutConfiguration", .ecs,
    [
      Member("timeoutInMinutes", .integer(in: 1...20160)),
      Member("action", .enumeration(["ROLLBACK", "CONTINUE"])),
    ])

  static let ecsLinearConfiguration = Shape(
    "LinearConfiguration", .ecs,
    [
      Member("stepPercent", .number),
      Member("stepBakeTimeInMinutes", .int32),
    ])

  static let ecsCanaryConfiguration = Shape(
    "CanaryConfiguration", .ecs,
    [
      Member("canaryPercent", .number),
      Member("canaryBakeTimeInMinutes", .int32),
    ])

  static let ecsPlacementConstraint = Shape(
    "PlacementConstraint", .ecs,
    [
      Member("type", .enumeration(["distinctInstance", "memberOf"])),
      Member("expression", .string()),
    ])

  static let ecsPlacementStrategy = Shape(
    "PlacementStrategy", .ecs,
    [
      Member("type", .enumeration(["random", "spread", "binpack"])),
      Member("field", .string()),
    ])

  static let ecsNetworkConfiguration = Shape(
    "NetworkConfiguration", .ecs,
    [
      Member("awsvpcConfiguration", .shape({ .ecsAwsVpcConfiguration }))
    ])

  static let ecsAwsVpcConfiguration = Shape(
    "AwsVpcConfiguration", .ecs,
    [
      Member("subnets", .list(.string()), .required),
      Member("securityGroups", .list(.string())),
      Member("assignPublicIp", .enumeration(["ENABLED", "DISABLED"])),
    ])

  static let ecsDeploymentController = Shape(
    "DeploymentController", .ecs,
    [
      Member("type", .enumeration(["ECS", "CODE_DEPLOY", "EXTERNAL"]), .required)
    ])

  static let ecsServiceConnectConfiguration = Shape(
    "ServiceConnectConfiguration", .ecs,
    [
      Member("enabled", .bool, .required),
      Member("namespace", .string()),
      Member("services", .list(.shape({ .ecsServiceConnectService }))),
      Member("logConfiguration", .shape({ .ecsLogConfiguration })),
      Member("accessLogConfiguration", .shape({ .ecsServiceConnectAccessLogConfiguration })),
    ])

  static let ecsServiceConnectService = Shape(
    "ServiceConnectService", .ecs,
    [
      Member("portName", .string(), .required),
      Member("discoveryName", .string(length: 1...64, alphabet: Alphabet("a-z0-9_-"))),
      Member("clientAliases", .list(.shape({ .ecsServiceConnectClientAlias }), count: 0...1)),
      Member("ingressPortOverride", .integer(in: 0...65535)),
      Member("timeout", .shape({ .ecsTimeoutConfiguration })),
      Member("tls", .shape({ .ecsServiceConnectTlsConfiguration })),
    ])

  static let ecsServiceConnectClientAlias = Shape(
    "ServiceConnectClientAlias", .ecs,
    [
      Member("port", .integer(in: 0...65535), .required),
      Member("dnsName", .string(length: 1...127, alphabet: Alphabet("a-z0-9._-"))),
      Member("testTrafficRules", .shape({ .ecsServiceConnectTestTrafficRules })),
    ])

  static let ecsServiceConnectTestTrafficRules = Shape(
    "ServiceConnectTestTrafficRules", .ecs,
    [
      Member("header", .shape({ .ecsServiceConnectTestTrafficHeaderRules }), .required)
    ])

  static let ecsServiceConnectTestTrafficHeaderRules = Shape(
    "ServiceConnectTestTrafficHeaderRules", .ecs,
    [
      Member("name", .string(), .required),
      Member("value", .shape({ .ecsServiceConnectTestTrafficHeaderMatchRules })),
    ])

  static let ecsServiceConnectTestTrafficHeaderMatchRules = Shape(
    "ServiceConnectTestTrafficHeaderMatchRules", .ecs,
    [
      Member("exact", .string(), .required)
    ])

  static let ecsTimeoutConfiguration = Shape(
    "TimeoutConfiguration", .ecs,
    [
      Member("idleTimeoutSeconds", .integer(in: 0...2147483647)),
      Member("perRequestTimeoutSeconds", .integer(in: 0...2147483647)),
    ])

  static let ecsServiceConnectTlsConfiguration = Shape(
    "ServiceConnectTlsConfiguration", .ecs,
    [
      Member("issuerCertificateAuthority", .shape({ .ecsServiceConnectTlsCertificateAuthority }), .required),
      Member("kmsKey", .string()),
      Member("roleArn", .string()),
    ])

  static let ecsServiceConnectTlsCertificateAuthority = Shape(
    "ServiceConnectTlsCertificateAuthority", .ecs,
    [
      Member("awsPcaAuthorityArn", .string())
    ])

  static let ecsServiceConnectAccessLogConfiguration = Shape(
    "ServiceConnectAccessLogConfiguration", .ecs,
    [
      Member("format", .enumeration(["TEXT", "JSON"]), .required),
      Member("includeQueryParameters", .enumeration(["DISABLED", "ENABLED"])),
    ])

  static let ecsServiceVolumeConfiguration = Shape(
    "ServiceVolumeConfiguration", .ecs,
    [
      Member("name", .string(), .required),
      Member("managedEBSVolume", .shape({ .ecsServiceManagedEBSVolumeConfiguration })),
    ])

  static let ecsServiceManagedEBSVolumeConfiguration = Shape(
    "ServiceManagedEBSVolumeConfiguration", .ecs,
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
      Member("filesystemType", .enumeration(["ext3", "ext4", "xfs", "ntfs"])),
    ])

  static let ecsEBSTagSpecification = Shape(
    "EBSTagSpecification", .ecs,
    [
      Member("resourceType", .enumeration(["volume"]), .required),
      Member("tags", .list(.shape({ .ecsTag }), count: 0...50)),
      Member("propagateTags", .enumeration(["TASK_DEFINITION", "SERVICE", "NONE"])),
    ])

  static let ecsVpcLatticeConfiguration = Shape(
    "VpcLatticeConfiguration", .ecs,
    [
      Member("roleArn", .string(), .required),
      Member("targetGroupArn", .string(), .required),
      Member("portName", .string(), .required),
    ])

  package static let ecsUpdateServiceRequest = Shape(
    "UpdateServiceRequest", .ecs,
    [
      Member("cluster", .string()),
      Member("service", .string(), .required),
      Member("desiredCount", .int32),
      Member("taskDefinition", .string()),
      Member("capacityProviderStrategy", .list(.shape({ .ecsCapacityProviderStrategyItem }))),
      Member("deploymentConfiguration", .shape({ .ecsDeploymentConfiguration })),
      Member("availabilityZoneRebalancing", .enumeration(["ENABLED", "DISABLED"])),
      Member("networkConfiguration", .shape({ .ecsNetworkConfiguration })),
      Member("placementConstraints", .list(.shape({ .ecsPlacementConstraint }))),
      Member("placementStrategy", .list(.shape({ .ecsPlacementStrategy }))),
      Member("platformVersion", .string()),
      Member("forceNewDeployment", .bool),
      Member("healthCheckGracePeriodSeconds", .int32),
      Member("deploymentController", .shape({ .ecsDeploymentController })),
      Member("enableExecuteCommand", .bool),
      Member("enableECSManagedTags", .bool),
      Member("loadBalancers", .list(.shape({ .ecsLoadBalancer }))),
      Member("propagateTags", .enumeration(["TASK_DEFINITION", "SERVICE", "NONE"])),
      Member("serviceRegistries", .list(.shape({ .ecsServiceRegistry }))),
      Member("serviceConnectConfiguration", .shape({ .ecsServiceConnectConfiguration })),
      Member("volumeConfigurations", .list(.shape({ .ecsServiceVolumeConfiguration }))),
      Member("vpcLatticeConfigurations", .list(.shape({ .ecsVpcLatticeConfiguration }))),
      Member("serviceArn", .any, .output),
      Member("clusterArn", .any, .output),
      Member("status", .any, .output),
      Member("runningCount", .any, .output),
      Member("pendingCount", .any, .output),
      Member("platformFamily", .any, .output),
      Member("taskSets", .any, .output),
      Member("deployments", .any, .output),
      Member("roleArn", .any, .output),
      Member("events", .any, .output),
      Member("createdAt", .any, .output),
      Member("currentServiceDeployment", .any, .output),
      Member("currentServiceRevisions", .any, .output),
      Member("createdBy", .any, .output),
      Member("resourceManagementType", .any, .output),
    ])

  package static let ecsCreateTaskSetRequest = Shape(
    "CreateTaskSetRequest", .ecs,
    [
      Member("service", .string(), .required),
      Member("cluster", .string(), .required),
      Member("externalId", .string()),
      Member("taskDefinition", .string(), .required),
      Member("networkConfiguration", .shape({ .ecsNetworkConfiguration })),
      Member("loadBalancers", .list(.shape({ .ecsLoadBalancer }))),
      Member("serviceRegistries", .list(.shape({ .ecsServiceRegistry }))),
      Member("launchType", .enumeration(["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"])),
      Member("capacityProviderStrategy", .list(.shape({ .ecsCapacityProviderStrategyItem }))),
      Member("platformVersion", .string()),
      Member("scale", .shape({ .ecsScale })),
      Member("clientToken", .string()),
      Member("tags", .list(.shape({ .ecsTag }), count: 0...50)),
      Member("id", .any, .output),
      Member("taskSetArn", .any, .output),
      Member("serviceArn", .any, .output),
      Member("clusterArn", .any, .output),
      Member("startedBy", .any, .output),
      Member("status", .any, .output),
      Member("computedDesiredCount", .any, .output),
      Member("pendingCount", .any, .output),
      Member("runningCount", .any, .output),
      Member("createdAt", .any, .output),
      Member("updatedAt", .any, .output),
      Member("platformFamily", .any, .output),
      Member("stabilityStatus", .any, .output),
      Member("stabilityStatusAt", .any, .output),
      Member("fargateEphemeralStorage", .any, .output),
    ])

  static let ecsScale = Shape(
    "Scale", .ecs,
    [
      Member("value", .number),
      Member("unit", .enumeration(["PERCENT"])),
    ])
}
