/// A size that a task can have on Fargate.
package struct FargateSize: Sendable, Equatable {
  /// CPU units; 1024 of them are one vCPU.
  package let cpu: Int
  /// The sizes of memory that go with it, in MiB, ascending.
  package let memory: [Int]
  /// Whether Windows containers can have it, too.
  package let isForWindows: Bool
}

extension FargateSize {
  /// Every size, ascending, as of 2026-11-20.
  ///
  /// Source: <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html>. Sizes are added
  /// now and then: what is beyond the largest one may be newer than this table.
  package static let all = [
    FargateSize(cpu: 256, memory: [512, 1024, 2048], isForWindows: false),
    FargateSize(cpu: 512, memory: steps(1024, 4096, by: 1024), isForWindows: false),
    FargateSize(cpu: 1024, memory: steps(2048, 8192, by: 1024), isForWindows: true),
    FargateSize(cpu: 2048, memory: steps(4096, 16384, by: 1024), isForWindows: true),
    FargateSize(cpu: 4096, memory: steps(8192, 30720, by: 1024), isForWindows: true),
    FargateSize(cpu: 8192, memory: steps(16384, 61440, by: 4096), isForWindows: false),
    FargateSize(cpu: 16384, memory: steps(32768, 122_880, by: 8192), isForWindows: false),
    FargateSize(cpu: 32768, memory: [61440, 122_880, 249_856], isForWindows: false),
  ]

  /// The size with so many CPU units, nil when there is none.
  package static func of(cpu: Int) -> FargateSize? { all.first { $0.cpu == cpu } }

  /// The largest number of CPU units in the table.
  package static var largestCPU: Int { all.map(\.cpu).max() ?? 0 }

  /// The smallest size with at least so many CPU units and MiB: the CPU units and the MiB; nil when there is none.
  package static func smallest(cpu: Int, memory: Int) -> (cpu: Int, memory: Int)? {
    for size in all where size.cpu >= cpu {
      if let enough = size.memory.first(where: { $0 >= memory }) { return (size.cpu, enough) }
    }
    return nil
  }

  /// The memory sizes in words: `512, 1024 or 2048 MiB`, `4096 to 16384 MiB in steps of 1024`.
  package var memoryInWords: String {
    guard memory.count > 4, let first = memory.first, let last = memory.last else {
      return memory.map(String.init).inWords("or") + " MiB"
    }
    return "\(first) to \(last) MiB in steps of \(memory[1] - first)"
  }

  private static func steps(_ first: Int, _ last: Int, by step: Int) -> [Int] {
    Array(stride(from: first, through: last, by: step))
  }
}
