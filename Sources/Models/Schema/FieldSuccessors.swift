extension Shape {
  /// What the v2 API of Cloud Run calls a field that has another name in the v1 API; nil where that is not known.
  ///
  /// A list, as the names that are near are one.
  func successor(of field: String) -> [String]? {
    guard api == .cloudRunV2, let name = successors[self.name]?[field], member(name) != nil else { return nil }
    return [name]
  }
}

/// By shape, from the discovery documents `run` v1 and v2, revision 20261031.
private let successors: [String: [String: String]] = {
  let template = [
    "containerConcurrency": "maxInstanceRequestConcurrency", "serviceAccountName": "serviceAccount",
    "timeoutSeconds": "timeout",
  ]
  return [
    "RevisionTemplate": template, "WorkerPoolRevisionTemplate": template, "TaskTemplate": template,
    "Instance": template, "EnvVar": ["valueFrom": "valueSource"],
    "SecretKeySelector": ["name": "secret", "key": "version"], "SecretVolumeSource": ["secretName": "secret"],
    "VersionToPath": ["key": "version"], "TrafficTarget": ["revisionName": "revision"],
    "InstanceSplit": ["revisionName": "revision"], "Volume": ["csi": "gcs"],
  ]
}()
