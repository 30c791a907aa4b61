import Forms
import Models
import Syntax

/// Looks for signs of state in a task definition.
struct StateSearch {
  private let resource: Resource
  private let task: TaskDefinition
  /// Whether something starts it that goes on when it ends, so that a volume of the task is more than its scratch space.
  private let isService: Bool
  private let marks: StateMarks

  init(_ resource: Resource, isService: Bool, marks: StateMarks) {
    self.resource = resource
    self.marks = marks
    self.isService = isService
    task = resource.taskDefinition
  }

  var signs: [StateSign] {
    task.containers.filter { container in
      let isStateless = container.imageReference.value.map(marks.isStateless) ?? false
      return !isStateless && !task.endsFirst(container)
    }.flatMap { container in
      imageSigns(container) + mountSigns(container) + environmentSigns(container) + portSigns(container)
    }
  }

  private func sign(_ weight: StateSign.Weight, _ message: String, _ range: SourceRange) -> StateSign {
    StateSign(weight: weight, message: message, file: resource.file, range: range)
  }

  private func imageSigns(_ container: ContainerDefinition) -> [StateSign] {
    guard case .known(let image, let range) = container.imageReference else { return [] }
    if marks.isStateful(image) {
      return [sign(.strong, "\(container.title) keeps state, as the configuration says of its image", range)]
    }
    guard let software = image.statefulSoftware(running: container.commandWords), let name = image.name,
      container.runsServer
    else { return [] }
    return [sign(software.isCache ? .weak : .strong, "\(container.title) runs \(name), \(software.kind)", range)]
  }

  private func mountSigns(_ container: ContainerDefinition) -> [StateSign] {
    guard container.runsServer else { return [] }
    return container.mountPoints.compactMap { mount in
      guard mount.field("readOnly").bool.value(orDefault: false) == false else { return nil }
      if case .known(let path, let range) = mount.field("containerPath").string,
        StateTraces.isDataDirectory(path) || marks.isDataDirectory(path)
      {
        return sign(.strong, "\(container.title) keeps data in \(path)", range)
      }
      guard case .known(let name, let range) = mount.field("sourceVolume").string,
        let volume = task.volumes.first(where: { $0.name.value == name })
      else { return nil }
      return kept(volume, name).map { sign($0.weight, "\(container.title) writes to \($0.message)", range) }
    }
  }

  /// What a volume is, where it holds more than the scratch data of one task.
  private func kept(_ volume: TaskVolume, _ name: String) -> (weight: StateSign.Weight, message: String)? {
    if volume.configuredAtLaunch.value == true {
      return (isService ? .strong : .medium, "volume '\(name)', an EBS volume of the task")
    }
    if volume.efs.isKnown { return (.medium, "volume '\(name)' on EFS") }
    if volume.fsx.isKnown { return (.medium, "volume '\(name)' on FSx") }
    if volume.s3Files.isKnown { return (.medium, "volume '\(name)' on S3 Files") }
    if volume.hostSourcePath.isKnown { return (.medium, "volume '\(name)' of the instance") }
    if volume.docker.isKnown { return (.medium, "volume '\(name)' of Docker") }
    return nil
  }

  private func environmentSigns(_ container: ContainerDefinition) -> [StateSign] {
    guard container.runsServer else { return [] }
    return container.environment.compactMap { variable in
      guard case .known(let name, let range) = variable.name,
        StateTraces.variables.contains(name) || marks.isDataVariable(name)
      else { return nil }
      return sign(.medium, "\(name) is for a server that keeps data", range)
    }
  }

  private func portSigns(_ container: ContainerDefinition) -> [StateSign] {
    container.portMappings.compactMap { mapping in
      guard case .known(let port, let range) = mapping.containerPort, let software = StateTraces.ports[port] else {
        return nil
      }
      return sign(.weak, "\(port) is the port of \(software)", range)
    }
  }
}

extension ContainerDefinition {
  /// Whether nothing says that it runs a client of the software in its image: `psql` in the image of PostgreSQL.
  var runsServer: Bool {
    runsServerOf(commandWords)
  }
}

/// Whether none of the words of a command is a client of a server: `psql`.
func runsServerOf(_ words: [String]) -> Bool {
  !words.contains { word in
    word.utf8.split { " \t\n;&|('\"".utf8.contains($0) }.contains { part in
      StateTraces.clientPrograms.contains(programName(String(Substring(part))))
    }
  }
}
