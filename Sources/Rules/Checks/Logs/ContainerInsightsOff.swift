import Forms
import Models
import Syntax

extension Check {
  static let containerInsightsOff = Check([.cluster]) { resource, findings in
    let cluster = Cluster(resource.node)
    switch cluster.containerInsights {
    case .known(let value, let range) where value.lowercased() == "disabled":
      findings.report(
        range, "Container Insights is off in \(cluster.title): nothing is measured for its services and tasks",
        caption: "off", help: "write enabled, or enhanced for metrics of each container")
    case .absent where resource.form == .createCluster:
      findings.report(
        cluster.anchor,
        "\(cluster.title) says nothing of Container Insights, which is off unless the account switches it on",
        caption: "no containerInsights",
        help: "add \"settings\": [{ \"name\": \"containerInsights\", \"value\": \"enabled\" }]")
    case .known, .absent, .unknown: return
    }
  }
}
