import Models
import Syntax

extension Check {
  static let unsupportedLogDriver = Check.logDriversOfTasks + .logDriversOfServices

  private static var logDriversOfTasks: Check {
    .fargateTasks { task, findings in
      for container in task.containers {
        findings.reportUnsupported(
          container.logDriver, of: container.title, labels: findings.labelsOfFargateServices)
      }
    }
  }

  /// The proxy of Service Connect has a log configuration of its own.
  private static var logDriversOfServices: Check {
    .services { service, findings in
      guard service.runsOnFargate == .yes else { return }
      let configuration = service.node.field("serviceConnectConfiguration").field("logConfiguration")
      findings.reportUnsupported(
        configuration.field("logDriver").nonEmptyString, of: "the proxy of Service Connect",
        labels: [findings.label(service.fargateRange, "runs on Fargate")])
    }
  }
}

extension Findings {
  /// A driver that the API does not know at all is SCH004's.
  fileprivate mutating func reportUnsupported(_ driver: Field<String>, of title: String, labels: [Label]) {
    guard case .known(let name, let range) = driver, let driver = LogDriver(named: name), !driver.runsOnFargate else {
      return
    }
    let supported = LogDriver.all.filter(\.runsOnFargate).map(\.name)
    report(
      range, "\(title) uses the log driver '\(name)', which Fargate does not have: it has \(supported.inWords("or"))",
      caption: "not on Fargate", labels: labels,
      help: "write awslogs for CloudWatch Logs, or awsfirelens with a log router in the task for any other place")
  }
}
