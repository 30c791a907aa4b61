import Models
import Syntax

extension Check {
  static let imageHostUnsupported = Check.cloudRun { resource, findings in
    for container in resource.containers.map({ Container($0) }) {
      guard case .known(let image, let range) = container.imageReference, image.problem == nil else { continue }
      guard case .present(let host) = image.host, !isSupported(image.registry) else { continue }
      let rest = image.text.source.dropFirst(host.source.count)
      findings.report(
        range,
        "Cloud Run does not pull from '\(host.source)', only from Artifact Registry, gcr.io, Docker Hub and public ghcr.io",
        caption: "not a registry that Cloud Run pulls from",
        help: "push the image to Artifact Registry, or set up a remote repository for \(host.source) there "
          + "and write LOCATION-docker.pkg.dev/PROJECT/REPOSITORY\(rest)")
    }
  }
}

/// Whether Cloud Run pulls from a registry; also when the registry is not known.
///
/// The documentation of 2026 names the GitHub registry for public images; error messages of 2024 still leave it out.
private func isSupported(_ registry: Registry?) -> Bool {
  switch registry {
  case .artifactRegistry, .containerRegistry, .dockerHub, nil: true
  case .other(let host): host == "ghcr.io"
  case .privateECR, .publicECR: false
  }
}
