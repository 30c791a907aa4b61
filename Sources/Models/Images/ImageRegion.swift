extension Registry {
  /// The region, or the larger area, in which it keeps images; nil where it has none or that is unknown.
  package var region: String? {
    switch self {
    case .privateECR(_, let region): region
    case .artifactRegistry(let location): location
    case .dockerHub, .publicECR, .containerRegistry, .other: nil
    }
  }
}

/// Whether an image that is kept at a location is near to what runs in a region.
///
/// Artifact Registry also has locations that span a continent: `us`, `europe`, `asia`.
package func isNear(imageLocation: String, to region: String) -> Bool {
  imageLocation == region || (!imageLocation.contains("-") && region.hasPrefix(imageLocation + "-"))
}
