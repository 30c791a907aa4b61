// The parts of SARIF 2.1.0 that a log of ours has, by the standard's own names.

struct SARIFLog: Encodable {
  let schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  let version = "2.1.0"
  let runs: [Run]

  enum CodingKeys: String, CodingKey {
    case schema = "$schema"
    case version
    case runs
  }

  struct Run: Encodable {
    let tool: Tool
    let automationDetails: AutomationDetails
    let originalUriBaseIds: [String: BaseLocation]
    let columnKind = "unicodeCodePoints"
    let invocations: [Invocation]
    let results: [Result]
  }

  struct Tool: Encodable {
    let driver: Driver
  }

  struct Driver: Encodable {
    let name = "seatrial"
    let version: String
    let semanticVersion: String
    let informationUri: String
    let rules: [ReportingDescriptor]
  }

  struct AutomationDetails: Encodable {
    let id: String
  }

  struct BaseLocation: Encodable {
    let description: Message
  }

  struct Invocation: Encodable {
    let executionSuccessful: Bool
    let toolExecutionNotifications: [Notification]
  }

  struct Notification: Encodable {
    let level: String
    let message: Message
    let locations: [Location]?
  }

  struct Message: Encodable {
    let text: String
    var markdown: String?
  }

  struct ReportingDescriptor: Encodable {
    let id: String
    let name: String?
    let shortDescription: Message
    let fullDescription: Message
    let help: Message
    let helpUri: String?
    let defaultConfiguration: Configuration
    let properties: Properties

    struct Configuration: Encodable {
      let level: String
      let enabled: Bool
    }

    struct Properties: Encodable {
      let tags: [String]
      let precision: String
      let problemSeverity: String
      let securitySeverity: String?

      enum CodingKeys: String, CodingKey {
        case tags
        case precision
        case problemSeverity = "problem.severity"
        case securitySeverity = "security-severity"
      }
    }
  }

  struct Result: Encodable {
    let ruleId: String
    let ruleIndex: Int
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?
    let partialFingerprints: [String: String]
    let fixes: [Fix]?
    let suppressions: [Suppression]?
  }

  struct Suppression: Encodable {
    let kind: String
    let justification: String?
  }

  struct Location: Encodable {
    var id: Int?
    var message: Message?
    let physicalLocation: PhysicalLocation
  }

  struct PhysicalLocation: Encodable {
    let artifactLocation: ArtifactLocation
    let region: Region?
  }

  struct ArtifactLocation: Encodable {
    let uri: String
    let uriBaseId: String?
  }

  struct Region: Encodable {
    let startLine: Int
    let startColumn: Int
    let endLine: Int
    let endColumn: Int
    let byteOffset: Int
    let byteLength: Int
  }

  struct Fix: Encodable {
    let description: Message
    let artifactChanges: [ArtifactChange]
    let properties: Properties

    struct Properties: Encodable {
      let safety: String
    }
  }

  struct ArtifactChange: Encodable {
    let artifactLocation: ArtifactLocation
    let replacements: [Replacement]
  }

  struct Replacement: Encodable {
    let deletedRegion: Region
    let insertedContent: Content
  }

  struct Content: Encodable {
    let text: String
  }
}
