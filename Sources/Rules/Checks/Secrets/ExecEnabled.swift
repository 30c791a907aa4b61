import Models
import Syntax

extension Check {
  static let execEnabled = Check.services { service, findings in
    guard case .known(true, let range) = service.enableExecuteCommand else { return }
    findings.report(
      range, "ECS Exec is on: who may call ecs:ExecuteCommand gets a root shell in the running containers",
      caption: "on", help: "leave it out in production, or allow ecs:ExecuteCommand to few and log the sessions",
      hidesSource: false)
  }
}
