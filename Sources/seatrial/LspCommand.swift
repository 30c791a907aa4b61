import ArgumentParser
import LanguageServer
import Linting
import Syntax

struct LspCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lsp", abstract: "Run a language server on standard input and output, for editors.",
    discussion: "It speaks the Language Server Protocol 3.17; docs/editors.md says how editors start it.")

  @Flag(help: "Standard input and output, which are what is used in any case; some editors add it.")
  var stdio = false

  func run() throws {
    if isTerminal(0) { note("waits for an editor to speak to it on standard input; control-D ends it") }
    var server = Server(machine: .current)
    // So many messages are many more than a person makes while the last ones are worked on.
    let mostWaiting = 1000
    while server.exitStatus == nil {
      // All that has arrived is read before any of it is worked on: only the last of several changes matters.
      if !server.hasWork || (server.backlog < mostWaiting && hasArrived(0)) {
        guard let bytes = try? readArrived(0, count: 1 << 16), !bytes.isEmpty else {
          server.close()
          break
        }
        server.receive(bytes)
      } else {
        server.work()
      }
      guard writeOutput(of: &server) else { exitProcess(1) }
    }
    _ = writeOutput(of: &server)
    exitProcess(server.exitStatus ?? 1)
  }

  /// False when nobody listens any longer.
  private func writeOutput(of server: inout Server) -> Bool {
    let bytes = server.takeOutput()
    return bytes.isEmpty || (try? write(bytes, to: 1)) != nil
  }
}

extension Machine {
  /// This machine.
  fileprivate static var current: Machine {
    Machine(
      version: toolVersion, jobs: processorCount,
      read: { path, count throws(Unreadable) in try readText(at: path, count: count) },
      configurationNames: ConfigurationSearch.names,
      configure: configurations,
      walk: { directory in
        var walk = Walk(from: directory)
        return { walk.next() }
      },
      list: { directory in
        let names = ((try? entries(ofDirectory: directory)) ?? []).filter { $0.kind == .file }.map(\.name)
        return names.filter { Language.mayBe(name: $0) }.map { joined(directory, $0) }
      }, today: { CivilDate(daysSince1970: daysSince1970) })
  }

  @Sendable private static func configurations(_ request: ConfigurationRequest) -> Configurations {
    var search = ConfigurationSearch(at: request.directory) { path throws(Unreadable) in
      try request.read(joined(request.directory, path), ConfigurationSearch.longest)
    }
    var applied: [String: AppliedConfiguration] = [:]
    // Those of one folder come one after the other, for the search remembers only the last one.
    for name in request.names.sorted() { applied[name] = search.configuration(for: name) }
    for path in request.checked { search.check(path) }
    return Configurations(applied: applied, problems: search.problems)
  }
}
