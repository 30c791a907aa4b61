import Syntax

/// The files beside a file that say how it is used.
///
/// They are read only where it matters, and need not be part of the run.
package struct Neighbours: Sendable {
  /// Gives the bytes of a file; nil when there is none.
  package typealias Reader = @Sendable (_ path: String) -> [UInt8]?

  private let folder: String
  private let read: Reader

  /// - Parameters:
  ///   - path: of the file that has neighbours.
  ///   - reader: reads a file by its path.
  package init(of path: String, reader: @escaping Reader) {
    folder = String(path.folder)
    read = reader
  }

  /// For what stands alone.
  package static let none = Neighbours(of: "", reader: { _ in nil })

  /// Whether kustomize puts the file together with others, so that it may say only a part.
  ///
  /// Reference: <https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/>
  var areKustomized: Bool {
    ["kustomization.yaml", "kustomization.yml", "Kustomization"].contains { read(folder + $0) != nil }
  }

  /// How Skaffold or Cloud Deploy deploys the file.
  ///
  /// The nearest configuration counts, in the file's folder or up to three above it.
  var delivery: Delivery {
    var folder = folder
    for _ in 0..<4 {
      let files = ["skaffold.yaml", "skaffold.yml", "clouddeploy.yaml"].compactMap { name in
        read(folder + name).map { SourceFile(path: folder + name, bytes: $0) }
      }
      if !files.isEmpty { return Delivery(files.flatMap { ParsedFile(reading: $0, as: .yaml).documents }) }
      guard let slash = folder.dropLast().lastIndex(of: "/") else {
        if folder.isEmpty { break }
        folder = ""
        continue
      }
      folder = String(folder[...slash])
    }
    return Delivery([])
  }
}

/// What the configurations of Skaffold and Cloud Deploy say of the manifests that they deploy.
///
/// Reference: <https://skaffold.dev/docs/references/yaml/>, <https://docs.cloud.google.com/deploy/docs/config-files>
struct Delivery {
  /// Whether they go to Cloud Run.
  private(set) var isToCloudRun = false
  /// Whether the names of images are replaced: by those that were just built, or by those of a release.
  private(set) var replacesImages = false
  /// The names of images that Skaffold builds.
  private(set) var artifacts: Set<String> = []

  init(_ documents: [Node]) {
    for document in documents {
      let version = document["apiVersion"]?.string ?? ""
      if version.hasPrefix("skaffold/") {
        replacesImages = true
        for part in [document] + (document["profiles"]?.sequence ?? []) {
          if part["deploy"]?["cloudrun"] != nil { isToCloudRun = true }
          for artifact in part["build"]?["artifacts"]?.sequence ?? [] {
            if let image = artifact["image"]?.string { artifacts.insert(image) }
          }
        }
      } else if version.hasPrefix("deploy.cloud.google.com/"), document["run"] != nil {
        isToCloudRun = true
        replacesImages = true
      }
    }
  }

  /// Whether an image is only a name for one that is known when it is deployed.
  func replaces(_ image: String) -> Bool {
    if artifacts.contains(image) { return true }
    return replacesImages && !image.contains { "/:@".contains($0) }
  }
}

extension Node {
  /// Whether an image in it may be only a name for one.
  var namesAnImage: Bool {
    switch value {
    case .mapping(let mapping):
      mapping.entries.contains { entry in
        if entry.key == "image", let image = entry.value.string { return !image.contains { ":@".contains($0) } }
        return entry.value.namesAnImage
      }
    case .sequence(let elements): elements.contains(where: \.namesAnImage)
    case .null, .bool, .integer, .number, .string, .unresolved: false
    }
  }

  /// The tree with the images of containers unknown that are only names of what is deployed.
  func withImages(of delivery: Delivery) -> Node {
    guard delivery.replacesImages else { return self }
    switch value {
    case .mapping(let mapping):
      let entries = mapping.entries.map { entry in
        var value = entry.value.withImages(of: delivery)
        if entry.key == "image", let name = entry.value.string, delivery.replaces(name) {
          value = .unknown(at: entry.value.range)
        }
        return Mapping.Entry(key: entry.key, keyRange: entry.keyRange, value: value)
      }
      return Node(.mapping(Mapping(entries, isOpen: mapping.isOpen)), range)
    case .sequence(let elements): return Node(.sequence(elements.map { $0.withImages(of: delivery) }), range)
    case .null, .bool, .integer, .number, .string, .unresolved: return self
    }
  }
}
