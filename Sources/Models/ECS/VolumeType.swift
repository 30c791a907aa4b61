/// A type of volumes of Amazon EBS that ECS attaches to tasks.
///
/// Written 2026-11-23 from
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ServiceManagedEBSVolumeConfiguration.html>.
package struct VolumeType: Sendable {
  package let name: String
  /// GiB.
  package let sizes: ClosedRange<Int>
  /// Operations a second that can be asked for; nil where none can.
  package let iops: ClosedRange<Int>?
  /// Whether they have to be.
  package let requiresIOPS: Bool

  package static let all = [
    VolumeType(name: "gp3", sizes: 1...16384, iops: 3000...16000, requiresIOPS: false),
    VolumeType(name: "gp2", sizes: 1...16384, iops: nil, requiresIOPS: false),
    VolumeType(name: "io1", sizes: 4...16384, iops: 100...64000, requiresIOPS: true),
    VolumeType(name: "io2", sizes: 4...16384, iops: 100...256_000, requiresIOPS: true),
    VolumeType(name: "st1", sizes: 125...16384, iops: nil, requiresIOPS: false),
    VolumeType(name: "sc1", sizes: 125...16384, iops: nil, requiresIOPS: false),
    VolumeType(name: "standard", sizes: 1...1024, iops: nil, requiresIOPS: false),
  ]
  /// MiB a second, which gp3 alone can be asked for.
  package static let mostThroughput = 1000
}
