import Models
import Syntax

/// Something that asks for a whole CPU, or for 512 MiB of memory, over the containers of an instance.
struct InstanceDemand {
  /// Where it is asked for.
  let range: SourceRange
  /// As it ends a sentence that begins with "is not possible with".
  let title: String
  /// What to do instead of giving more, nil when there is nothing.
  let remedy: String?
}

extension CloudRunResource {
  /// What in this resource asks for a whole CPU and for 512 MiB; empty when nothing is known to.
  var demands: [InstanceDemand] {
    guard kind == .service else {
      let range = node.mapping?.entry("kind")?.value.range ?? anchor
      return [InstanceDemand(range: range, title: "a \(kind.title)", remedy: nil)]
    }
    var demands: [InstanceDemand] = []
    if case .known("false", let range) = templateAnnotation("run.googleapis.com/cpu-throttling") {
      demands.append(
        InstanceDemand(
          range: range, title: "CPU that is always allocated (cpu-throttling 'false')",
          remedy: "leave run.googleapis.com/cpu-throttling out"))
    }
    let environment = templateAnnotation("run.googleapis.com/execution-environment")
    if case .known("gen2", let range) = environment {
      demands.append(
        InstanceDemand(
          range: range, title: "the second generation execution environment (gen2)",
          remedy: "leave run.googleapis.com/execution-environment out"))
    } else if environment.isAbsent, let volume = secondGenerationVolume {
      demands.append(volume)
    }
    return demands
  }

  /// A volume that only the second generation can mount.
  private var secondGenerationVolume: InstanceDemand? {
    for volume in volumes {
      if volume["csi"]?["driver"]?.string == "gcsfuse.run.googleapis.com",
        let key = volume.mapping?.entry("csi")?.keyRange
      {
        return InstanceDemand(
          range: key, title: "a Cloud Storage volume, which needs the second generation", remedy: nil)
      }
      if volume["nfs"]?.mapping != nil, let key = volume.mapping?.entry("nfs")?.keyRange {
        return InstanceDemand(range: key, title: "an NFS volume, which needs the second generation", remedy: nil)
      }
    }
    return nil
  }
}

extension [InstanceDemand] {
  /// `a job`, or `X and Y`.
  var inWords: String { map(\.title).joined(separator: " or ") }
}

extension Findings {
  func labels(_ demands: [InstanceDemand], _ least: String) -> [Label] {
    demands.map { label($0.range, "this needs \(least)") }
  }
}
