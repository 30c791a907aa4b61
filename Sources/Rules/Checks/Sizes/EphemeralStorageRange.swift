import Forms
import Models
import Syntax

extension Check {
  static let ephemeralStorageRange = Check.storageOfTasks + .storageOfRuns

  private static var storageOfTasks: Check {
    .taskDefinitions { task, findings in
      let size = task.node.field("ephemeralStorage").field("sizeInGiB")
      findings.checkRange(size, in: task.node)
      guard let key = task.node.mapping?.entry("ephemeralStorage")?.keyRange, size.integer.isKnown,
        case .known(let list, let range) = task.requiresCompatibilities, !list.isEmpty,
        list.allSatisfy({ ["EC2", "EXTERNAL"].contains($0.string) }), findings.runsOnFargate == .no
      else { return }
      let listed = list.compactMap(\.string).map { "'\($0)'" }.inWords("and")
      findings.report(
        key, "ephemeralStorage is for tasks on Fargate, and this task definition is made for \(listed)",
        caption: "only on Fargate", labels: [findings.label(list.count == 1 ? list[0].range : range, "not Fargate")],
        help: "remove it: on an instance the task shares the instance's disk",
        fixes: findings.removing("ephemeralStorage", from: task.node))
    }
  }

  private static var storageOfRuns: Check {
    Check([.runTask]) { resource, findings in
      let overrides = resource.node.field("overrides")
      findings.checkRange(overrides.field("ephemeralStorage").field("sizeInGiB"), in: overrides.value)
    }
  }
}

extension Findings {
  fileprivate mutating func checkRange(_ field: Field<Node>, in node: Node?) {
    guard case .known(let size, let range) = field.integer, !(21...200 ~= size) else { return }
    report(
      range, "ephemeralStorage of \(size) GiB is not possible; Fargate takes 21 to 200", caption: "21 to 200",
      help: size == 20
        ? "leave ephemeralStorage out: 20 GiB is what every task has"
        : size > 200
          ? "write 200 at most; for more, mount an EFS or EBS volume" : "leave it out for 20 GiB, or write 21",
      fixes: size == 20
        ? removing("ephemeralStorage", from: node, .safe) : writing(size > 200 ? "200" : "21", at: range))
  }
}
