import Models
import Syntax

/// The Cloud Run resource of a mapping in the shape of the v2 API, recognised by its shape: it has no kind of its own.
func cloudRunV2(_ document: Node, _ mapping: Mapping) -> Part? {
  if let template = mapping["template"] {
    if let task = template["template"], holdsContainers(task) {
      guard V2Signs(resource: document, revision: task).areThere || template["taskCount"] != nil else { return nil }
      return V2Lowering.part(.cloudRunJob, document)
    }
    guard holdsContainers(template), V2Signs(resource: document, revision: template).areThere else { return nil }
    let isPool = isWorkerPool(mapping, template)
    return V2Lowering.part(isPool ? .cloudRunWorkerPool : .cloudRunService, document)
  }
  guard mapping["containers"] != nil, holdsContainers(document), names(mapping, as: "instances") else { return nil }
  return V2Lowering.part(.cloudRunInstance, document)
}

/// Whether there is a list of containers, one with an image at least.
private func holdsContainers(_ node: Node) -> Bool {
  node["containers"]?.sequence?.contains { $0["image"] != nil || $0["sourceCode"] != nil } ?? false
}

/// Whether a pool of workers is meant, which has a template like a service's.
private func isWorkerPool(_ mapping: Mapping, _ template: Node) -> Bool {
  if names(mapping, as: "workerPools") || mapping.entry("instanceSplits") != nil { return true }
  guard !names(mapping, as: "services"), mapping["scaling"]?["manualInstanceCount"] != nil else { return false }
  // A service that counts by hand says so, too.
  return mapping["scaling"]?["scalingMode"] == nil
    && !["ingress", "traffic", "uri", "invokerIamDisabled", "iapEnabled"].contains { mapping.entry($0) != nil }
    && !["maxInstanceRequestConcurrency", "scaling", "timeout", "sessionAffinity", "executionEnvironment"].contains {
      template.mapping?.entry($0) != nil
    }
}

/// Whether its name is that of a resource in a collection: `projects/acme/locations/europe-west1/services/api`.
private func names(_ mapping: Mapping, as collection: String) -> Bool {
  let text: String
  switch mapping["name"]?.value {
  case .string(let name): text = name
  case .unresolved(let name): text = name.pieces.map { if case .literal(let part) = $0 { part } else { "?" } }.joined()
  default: return false
  }
  let parts = text.split(on: "/")
  return parts.count == 6 && parts[0] == "projects" && parts[2] == "locations" && parts[4] == collection
}

/// What only the v2 API of Cloud Run has; another file may have a template with containers, too.
private struct V2Signs {
  private(set) var areThere = false

  init(resource: Node, revision: Node) {
    guard let root = resource.mapping, let template = revision.mapping else { return }
    let collections = ["services", "jobs", "workerPools"]
    areThere =
      collections.contains { names(root, as: $0) }
      || [
        "binaryAuthorization", "customAudiences", "defaultUriDisabled", "iapEnabled", "instanceSplits",
        "invokerIamDisabled", "launchStage", "latestReadyRevision", "terminalCondition",
      ].contains { root[$0] != nil }
      || [root["ingress"], root["traffic"]?.sequence?.first?["type"], template["executionEnvironment"]].contains {
        $0?.string.map(isWordOfV2) ?? false
      }
      || [root["scaling"], template["scaling"]].contains { scaling in
        ["minInstanceCount", "maxInstanceCount", "manualInstanceCount", "scalingMode"].contains { scaling?[$0] != nil }
      }
      || ["maxInstanceRequestConcurrency", "vpcAccess", "gpuZonalRedundancyDisabled", "encryptionKey"].contains {
        template[$0] != nil
      }
      || template["serviceAccount"]?.string?.hasSuffix("gserviceaccount.com") == true
      || template["nodeSelector"]?["accelerator"] != nil
      || (template["volumes"]?.sequence ?? []).contains { $0["cloudSqlInstance"] != nil || $0["gcs"] != nil }
      || (template["containers"]?.sequence ?? []).contains(where: isOfV2)
  }

  private func isWordOfV2(_ text: String) -> Bool {
    ["INGRESS_TRAFFIC_", "TRAFFIC_TARGET_ALLOCATION_TYPE_", "EXECUTION_ENVIRONMENT_"].contains { text.hasPrefix($0) }
  }

  private func isOfV2(_ container: Node) -> Bool {
    container["resources"]?["cpuIdle"] != nil || container["resources"]?["startupCpuBoost"] != nil
      || (container["env"]?.sequence ?? []).contains { $0["valueSource"] != nil }
      || isOfGoogle(container["image"])
  }

  private func isOfGoogle(_ image: Node?) -> Bool {
    let host = image?.string?.split(on: "/").first ?? ""
    return host == "gcr.io" || host.hasSuffix(".gcr.io") || host.hasSuffix("-docker.pkg.dev")
  }
}
