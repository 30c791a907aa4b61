import Forms
import Models
import Syntax

extension Check {
  static let loopbackBind = Check.cloudRun([.service]) { service, findings in
    guard let container = service.ingressContainer else { return }
    findings.checkHosts(of: container, isAlone: service.containers.count == 1)
    findings.checkPort(of: container)
  }
}

extension Findings {
  fileprivate mutating func checkHosts(of container: RunContainer, isAlone: Bool) {
    let help = "write 0.0.0.0: requests come from outside of the container"
    if let option = container.option(bindOptions), let host = loopback(option.text) {
      report(
        option.range, "\(container.title) listens on \(host) only, where no request arrives", caption: "not reachable",
        help: help, fixes: listeningEverywhere(host, in: option.range))
    }
    // Beside a sidecar it may be that one's address.
    for variable in container.environment where isAlone || variable.isForBinding {
      guard case .known(let name, _) = variable.name, bindVariables.contains(name),
        case .known(let text, let range) = variable.value, let value = text.literal, let host = loopback(value)
      else { continue }
      report(
        range, "'\(name)' makes \(container.title) listen on \(host) only, where no request arrives",
        caption: "not reachable", help: help, fixes: listeningEverywhere(host, in: range))
    }
  }

  private func listeningEverywhere(_ host: String, in range: SourceRange) -> [Fix] {
    guard let place = resource.file.range(of: host, in: range) else { return [] }
    return [Fix("Write 0.0.0.0", .unsafe, [Fix.Edit(place, "0.0.0.0")])]
  }

  fileprivate mutating func checkPort(of container: RunContainer) {
    guard let wanted = container.servingPort, let port = container.listeningPort, port.number != wanted.number,
      // One of several ports may be the right one.
      !container.commandWords.contains(where: { $0.text.mentions(wanted.number) })
    else { return }
    report(
      port.range,
      "\(container.title) listens on \(port.number), and requests go to \(wanted.number)"
        + (wanted.range == nil ? ", the default" : ""),
      caption: "not the containerPort", labels: wanted.range.map { [label($0, "where requests go")] } ?? [],
      help: wanted.range == nil
        ? "add ports: [{containerPort: \(port.number)}] to the container, or listen on $PORT"
        : "write the same port in both places, or listen on $PORT")
  }
}

/// Options that say where a server listens.
private let bindOptions: Set = [
  "--host", "--bind", "--listen", "--address", "--server.address", "--http-address", "-b",
]
/// Variables of servers and frameworks that say where they listen.
private let bindVariables: Set = [
  "HOST", "HOSTNAME", "BIND", "BIND_ADDR", "BIND_ADDRESS", "BIND_HOST", "LISTEN_ADDR", "LISTEN_ADDRESS", "LISTEN_HOST",
  "FLASK_RUN_HOST", "UVICORN_HOST", "NUXT_HOST", "NITRO_HOST", "STREAMLIT_SERVER_ADDRESS", "GRADIO_SERVER_NAME",
  "ASPNETCORE_URLS", "OLLAMA_HOST",
]

extension EnvironmentVariable {
  fileprivate var isForBinding: Bool { name.value.map { $0.holds("BIND") || $0.holds("LISTEN") } ?? false }
}

/// The loopback host of `host`, `host:port` or a URL; nil when it is another one.
private func loopback(_ text: String) -> String? {
  var rest = text[...]
  for scheme in ["http://", "tcp://"] where rest.hasPrefix(scheme) { rest = rest.dropFirst(scheme.count) }
  let host = rest.hasPrefix("[::1]") ? rest.prefix(5) : rest.prefix { $0 != ":" && $0 != "/" && $0 != ";" }
  return ["localhost", "127.0.0.1", "[::1]"].contains(host.lowercased()) ? String(host) : nil
}

extension RunContainer {
  /// The port that is written in the command of a known server, nil when there is none or it is not known.
  fileprivate var listeningPort: (number: Int, range: SourceRange)? {
    if let option = option(["--port", "--server.port", "--http-port"]), let number = Int(option.text) {
      return (number, option.range)
    }
    guard let option = option(["--bind", "-b", "--listen"]), let colon = option.text.lastIndex(of: ":"),
      let number = Int(option.text[option.text.index(after: colon)...])
    else { return nil }
    return (number, option.range)
  }
}

extension String {
  fileprivate func mentions(_ port: Int) -> Bool {
    split { !$0.isNumber }.contains { Int($0) == port } || contains("$PORT") || contains("${PORT}")
  }
}
