import Syntax

/// An IAM role as a task definition names it: by its ARN, or by its name alone.
package struct RoleReference: Hashable, Sendable {
  /// As it was written.
  package let text: Text
  /// Nil when it is no ARN, or not one that can be read.
  package let arn: ARN?

  package init(_ text: Text) {
    self.text = text
    arn = ARN(text)
  }

  /// The role's own name without its path; nil where a part of it is unknown, or an ARN is not one of a role.
  package var name: String? {
    if let arn { return arn.resourceType == "role" ? arn.resourceName.literal : nil }
    guard let literal = text.markingStandIns.literal, !literal.hasPrefix("arn:"), !literal.contains(":") else {
      return nil
    }
    return literal.split(on: "/").last.map(String.init)
  }

  /// Whether both certainly name one role.
  package func isSame(as other: RoleReference) -> Bool {
    if text == other.text {
      // A stand-in may be replaced by another name at each place.
      return arn.map { $0.resourceName.hasOnlyVariables && !$0.resourceName.isWhollyUnknown } ?? (name != nil)
    }
    // One of them by its name alone.
    guard (arn == nil) != (other.arn == nil), let name else { return false }
    return name == other.name
  }

  /// What a role is for, as its name says it.
  package enum Purpose: Sendable {
    /// The agent's: to pull images, write logs, read secrets.
    case execution
    /// The application's.
    case task
  }

  /// What the name says the role is for; nil when it says nothing, or not clearly.
  package var namedPurpose: Purpose? {
    guard let name else { return nil }
    let words = roleWords(name)
    if words.contains("execution") { return .execution }
    // CloudFormation appends an identifier of its own: `TaskRole-1A2B3C`.
    guard let role = words.lastIndex(of: "role"), role > 0 else { return nil }
    switch words[role - 1] {
    // `ecs-exec-role` is for commands in a running task.
    case "exec": return role > 1 && words[role - 2] == "task" ? .execution : nil
    case "task", "app", "application": return .task
    default: return nil
    }
  }

  /// Whether it is called as the console of ECS calls the execution role that it makes.
  package var isDefaultExecutionRole: Bool { name?.lowercased() == "ecstaskexecutionrole" }
}

/// The words of a role's name; `taskrole` in one piece is two.
private func roleWords(_ name: String) -> [String] {
  wordsOfName(name).flatMap { word in
    guard word.hasSuffix("role"), word != "role" else { return [word] }
    return [word.hasSuffix("executionrole") ? "execution" : String(word.dropLast(4)), "role"]
  }
}
