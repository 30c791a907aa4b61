import Syntax

extension ImageReference {
  /// Whether it is a helper of other containers that is known by its name: an agent, a proxy, a log router.
  package var isKnownSidecar: Bool {
    guard let name = name?.lowercased() else { return false }
    if sidecarNames.contains(name) { return true }
    // `datadog/agent`, `signalfx/agent`: the vendor is in the path.
    guard name == "agent", path.count >= 2, let vendor = path[path.count - 2].literal else { return false }
    return sidecarVendors.contains(vendor)
  }
}

extension ImageReference {
  /// How messages call a helper that calls AWS with the role of the task; nil when it is none that is known.
  package var awsAgentTitle: String? { name.flatMap { awsAgents[$0.lowercased()] } }
}

extension ImageReference {
  /// Whether it is a helper that collects metrics, traces or logs, so that the others do their work without it, too.
  package var isTelemetryAgent: Bool {
    guard isKnownSidecar, let name = name?.lowercased() else { return false }
    return !onThePath.contains(name)
  }
}

/// Helpers through which the traffic goes, that others share a namespace with, or that are there to guard them.
private let onThePath: [String] = [
  "aws-appmesh-envoy", "aws-appmesh-proxy-route-manager", "envoy", "amazon-ecs-service-connect-agent",
  "ecs-service-connect-agent", "consul-dataplane", "consul-ecs", "tailscale", "cloudflared", "pause", "apm-server",
  "aws-guardduty-agent-fargate", "falco", "falco-workload", "falcon-sensor", "twistlock-defender", "prisma-defender",
  "refinery",
]

/// From <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/> and the images' own guides, as of 2026-11.
private let awsAgents = [
  "aws-xray-daemon": "the X-Ray daemon", "aws-otel-collector": "the AWS collector for OpenTelemetry",
  "cloudwatch-agent": "the CloudWatch agent", "amazon-cloudwatch-agent": "the CloudWatch agent",
  "aws-appmesh-envoy": "the proxy of App Mesh",
]

/// Last components of image names, from the vendors' guides to ECS, as of 2026-11.
private let sidecarNames: [String] = [
  "aws-for-fluent-bit", "fluent-bit", "fluentd", "fluentd-kubernetes-daemonset", "vector", "logspout", "filebeat",
  "metricbeat", "elastic-agent", "apm-server", "promtail", "alloy", "grafana-agent", "telegraf", "statsd", "collectd",
  "aws-xray-daemon", "aws-otel-collector", "adot-collector", "opentelemetry-collector",
  "opentelemetry-collector-contrib", "otelcol", "splunk-otel-collector", "newrelic-infrastructure", "nri-ecs",
  "newrelic-fargate", "cloudwatch-agent", "amazon-cloudwatch-agent", "datadog-agent", "dogstatsd", "signalfx-agent",
  "dynatrace-oneagent", "oneagent", "sysdig-agent", "instana-agent", "honeycomb-agent", "refinery", "jaeger-agent",
  "aws-appmesh-envoy", "aws-appmesh-proxy-route-manager", "envoy", "amazon-ecs-service-connect-agent",
  "ecs-service-connect-agent", "consul-dataplane", "consul-ecs", "amazon-ssm-agent", "aws-guardduty-agent-fargate",
  "tailscale", "cloudflared", "falco", "falco-workload", "falcon-sensor", "twistlock-defender", "prisma-defender",
  "ecs-exporter", "nginx-prometheus-exporter", "php-fpm-exporter", "node-exporter", "cadvisor", "pause",
]

private let sidecarVendors: [String] = ["datadog", "dd", "signalfx", "instana", "sysdig", "elastic", "grafana"]
