import Forms
import Models
import Syntax

extension Resource {
  /// Whether it says all about a service, so that what it leaves out has its default.
  ///
  /// The input of `update-service` leaves out what stays as it is. ecspresso's file is told from it by what
  /// `update-service` does not take.
  var isWholeService: Bool {
    guard kind == .service else { return false }
    switch form {
    case .createService, .describeServices: return true
    case .ecspressoService:
      return ["launchType", "schedulingStrategy", "tags"].contains { node.mapping?.entry($0) != nil }
    default: return false
    }
  }

  /// Whether `describe` shows a service that is no more.
  var isGone: Bool {
    guard form == .describeServices, let status = node.field("status").string.value else { return false }
    return status != "ACTIVE"
  }
}

extension Check {
  /// Looks at services alone: neither at task sets nor at the input of `run-task`.
  static func longRunning(_ body: @escaping @Sendable (Service, inout Findings) -> Void) -> Check {
    Check([.service]) { resource, findings in
      if !resource.isGone { body(Service(resource.node), &findings) }
    }
  }
}

extension Findings {
  /// A label in the file of another resource.
  func label(_ range: SourceRange, _ message: String, in other: Resource) -> Label {
    Label(file: other.file, range: range, message: message)
  }
}
