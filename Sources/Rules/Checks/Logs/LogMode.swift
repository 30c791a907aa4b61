import Models
import Syntax

extension Check {
  static let logMode = Check.containerDefinitions { container, _, findings in
    // FireLens hands its options on to the log router.
    guard case .known(let driver, let range) = container.logDriver, driver != "awsfirelens" else { return }
    let mode = container.logOptions.field("mode").nonEmptyString
    switch mode {
    case .absent:
      findings.report(
        range,
        "\(container.title) names no log mode: since \(LogDriver.dateOfNonBlockingDefault) that means non-blocking, "
          + "which drops what does not fit into 10 MiB while logs cannot be sent",
        caption: "without a mode",
        help: "say what matters more: \"mode\": \"non-blocking\" with a max-buffer-size, or \"mode\": \"blocking\"")
    case .known("blocking", let range):
      findings.report(
        range, "\(container.title) logs in the mode 'blocking': it stands still while logs cannot be sent",
        caption: "can stall the program",
        help: "write non-blocking with a max-buffer-size, unless no line of the log may be lost")
    default: return
    }
  }
}
