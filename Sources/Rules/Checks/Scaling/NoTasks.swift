import Forms
import Models
import Syntax

extension Check {
  static let noTasks = Check.longRunning { service, findings in
    // What is running now may have been stopped on purpose, and so may what an update changes.
    guard findings.resource.isWholeService, findings.resource.form != .describeServices,
      service.isDaemon == .no, service.deploymentController.value(orDefault: "ECS").map({ $0 != "EXTERNAL" }) == true,
      case .known(0, let range) = service.desiredCount
    else { return }
    findings.report(
      range,
      "\(service.title) starts with desiredCount 0: nothing runs, and nothing can fail, until something raises it",
      caption: "no task", help: "write the number of tasks to run, unless auto scaling raises it from 0")
  }
}
