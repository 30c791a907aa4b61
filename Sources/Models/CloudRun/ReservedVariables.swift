extension CloudRunResource.Kind {
  /// Environment variables that Cloud Run sets itself and refuses in a configuration.
  ///
  /// Source: <https://docs.cloud.google.com/run/docs/container-contract> and the API's answers, late 2026.
  package var reservedVariables: [String] {
    switch self {
    case .service: ["PORT", "K_SERVICE", "K_REVISION", "K_CONFIGURATION"]
    case .job:
      [
        "PORT", "CLOUD_RUN_JOB", "CLOUD_RUN_EXECUTION", "CLOUD_RUN_TASK_INDEX", "CLOUD_RUN_TASK_ATTEMPT",
        "CLOUD_RUN_TASK_COUNT",
      ]
    case .workerPool: ["PORT"]
    }
  }

  /// Environment variables that Cloud Run sets itself, where it is not known whether it refuses them.
  package var overwrittenVariables: [String] {
    self == .workerPool ? ["CLOUD_RUN_WORKER_POOL", "CLOUD_RUN_WORKER_POOL_REVISION"] : []
  }
}
