import Models
import Syntax

extension Check {
  static let privilegedContainer = Check.containerDefinitions { container, _, findings in
    // On Fargate it is refused, which SCH006 says.
    guard findings.runsOnFargate != .yes, case .known(true, let range) = container.privileged else { return }
    findings.report(
      range,
      "\(container.title) is privileged: who breaks into it is root of the container instance, and of its neighbours",
      caption: "as good as root of the instance",
      help: "leave it out, and add the one capability or device that is needed in linuxParameters", hidesSource: false)
  }
}
