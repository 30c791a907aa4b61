/// The memory that one container of Cloud Run may have beside a number of CPUs.
package struct RunSize: Sendable {
  /// Thousandths of a CPU.
  package let cpu: ClosedRange<Int>
  /// MiB.
  package let memory: ClosedRange<Int>

  /// What a container without a limit has: thousandths of a CPU.
  package static let defaultCPU = 1000
  /// What a container without a limit has: MiB.
  package static let defaultMemory = 512

  /// The smallest first.
  ///
  /// Source: <https://docs.cloud.google.com/run/docs/configuring/services/cpu> and
  /// <https://docs.cloud.google.com/run/docs/configuring/services/memory-limits>, as of 2026-06-11.
  package static let standard = [
    RunSize(cpu: 80...499, memory: 128...512),
    RunSize(cpu: 500...999, memory: 128...1024),
    RunSize(cpu: 1000...1000, memory: 128...4096),
    RunSize(cpu: 2000...2000, memory: 128...8192),
    RunSize(cpu: 4000...4000, memory: 2048...16384),
    RunSize(cpu: 6000...6000, memory: 4096...24576),
    RunSize(cpu: 8000...8000, memory: 4096...32768),
  ]

  /// The sizes of a container with a GPU of a kind that has its own; other kinds share `standard`.
  ///
  /// Source: what the Admin API answers to `validateOnly` requests, late 2026.
  package static func beside(accelerator: String) -> [RunSize]? {
    guard accelerator == "nvidia-rtx-pro-6000" else { return nil }
    return stride(from: 20, through: 30, by: 2).map { count in
      RunSize(cpu: count * 1000...count * 1000, memory: 81920...count * 4096)
    }
  }
}

/// An amount of memory as people say it: `4 GiB`, `512 MiB`, `488.3 MiB`.
package func memoryText(bytes: Int) -> String {
  let mebibyte = 1 << 20
  if bytes >= mebibyte << 10, bytes % (mebibyte << 10) == 0 { return "\(bytes / (mebibyte << 10)) GiB" }
  if bytes % mebibyte == 0 { return "\(bytes / mebibyte) MiB" }
  guard bytes >= mebibyte / 10 else { return bytes == 1 ? "1 byte" : "\(bytes) bytes" }
  // Cut, not rounded: what is under a limit must not look as large as the limit.
  return "\(bytes / mebibyte).\(bytes % mebibyte * 10 / mebibyte) MiB"
}

/// A number of CPUs as people say it: `1 CPU`, `0.5 CPU`, `2 CPUs`.
package func cpuText(milli: Int) -> String {
  let whole = milli / 1000
  guard milli % 1000 != 0 else { return whole == 1 ? "1 CPU" : "\(whole) CPUs" }
  var fraction = String(milli % 1000 + 1000).dropFirst()
  while fraction.last == "0" { fraction.removeLast() }
  return "\(whole).\(fraction) \(whole == 0 ? "CPU" : "CPUs")"
}
