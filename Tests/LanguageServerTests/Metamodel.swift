import Foundation
import Testing

/// The protocol as its authors publish it for programs, to hold every message of the server against.
struct Metamodel: Sendable {
  static let path = URL(filePath: #filePath).appending(path: "../../../../shared/oracles/formats/lsp-metamodel.json")
    .standardizedFileURL
  /// Nil where it is not at hand.
  static let official = (try? Data(contentsOf: path)).flatMap { try? Metamodel(JSON($0)) }

  private let structures: [String: JSON]
  private let enumerations: [String: JSON]
  private let aliases: [String: JSON]
  private let requests: [String: JSON]
  private let notifications: [String: JSON]

  init(_ model: JSON) {
    func byName(_ list: String, _ key: String) -> [String: JSON] {
      Dictionary(model[list].elements.map { ($0[key].string ?? "", $0) }) { first, _ in first }
    }
    structures = byName("structures", "name")
    enumerations = byName("enumerations", "name")
    aliases = byName("typeAliases", "name")
    requests = byName("requests", "method")
    notifications = byName("notifications", "method")
  }

  /// What is wrong with a message of the server; `method` is that of the request which it answers.
  func complaints(about message: JSON, answering method: String?) -> [String] {
    var complaints = message["jsonrpc"] == "2.0" ? [] : ["it is not of JSON-RPC 2.0"]
    if let own = message["method"].string {
      let isRequest = message["id"] != .null
      guard let known = isRequest ? requests[own] : notifications[own] else { return ["\(own) is none of the methods"] }
      if known["messageDirection"] == "clientToServer" { complaints.append("\(own) is for clients") }
      if known["params"] == .null {
        if message["params"] != .null { complaints.append("\(own) has no parameters") }
      } else {
        complaints += check(message["params"], known["params"], own)
      }
    } else if message.members["error"] != nil {
      if message["error"]["code"].integer == nil || message["error"]["message"].string == nil {
        complaints.append("the error is none")
      }
    } else if let method, let known = requests[method] {
      guard message.members["result"] != nil else { return ["there is no result"] }
      complaints += check(message["result"], known["result"], method)
    } else {
      complaints.append("it answers nothing")
    }
    return complaints
  }

  private func check(_ value: JSON, _ type: JSON, _ way: String) -> [String] {
    switch type["kind"].string ?? "" {
    case "base": isBase(value, type["name"].string ?? "") ? [] : ["\(way) is no \(type["name"].string ?? "")"]
    case "reference": check(value, named: type["name"].string ?? "", way)
    case "array":
      if case .array(let elements) = value {
        elements.enumerated().flatMap { check($1, type["element"], "\(way)[\($0)]") }
      } else {
        ["\(way) is no list"]
      }
    case "map":
      if case .object(let members) = value {
        members.flatMap { check($1, type["value"], "\(way).\($0)") }
      } else {
        ["\(way) is no object"]
      }
    case "or":
      type["items"].elements.contains { check(value, $0, way).isEmpty }
        ? [] : ["\(way) is none of what it may be: \(type["items"].elements.flatMap { check(value, $0, way) })"]
    case "and": type["items"].elements.flatMap { check(value, $0, way) }
    case "stringLiteral", "integerLiteral", "booleanLiteral": value == type["value"] ? [] : ["\(way) is another word"]
    case "literal": check(value, properties: type["value"]["properties"].elements, way)
    default: ["\(way) is of a kind that this checker does not know: \(type)"]
    }
  }

  private func check(_ value: JSON, named name: String, _ way: String) -> [String] {
    if name.hasPrefix("LSPAny") || name == "LSPObject" || name == "LSPArray" { return [] }
    if let structure = structures[name] { return check(value, properties: properties(of: structure), way) }
    if let alias = aliases[name] { return check(value, alias["type"], way) }
    guard let enumeration = enumerations[name] else { return ["\(name) is nothing"] }
    if enumeration["supportsCustomValues"] == true { return [] }
    let isOne = enumeration["values"].elements.contains { $0["value"] == value }
    return isOne ? [] : ["\(way) is no \(name)"]
  }

  private func properties(of structure: JSON) -> [JSON] {
    let inherited = (structure["extends"].elements + structure["mixins"].elements).flatMap { base in
      structures[base["name"].string ?? ""].map(properties) ?? []
    }
    let own = structure["properties"].elements
    return inherited.filter { old in !own.contains { $0["name"] == old["name"] } } + own
  }

  private func check(_ value: JSON, properties: [JSON], _ way: String) -> [String] {
    guard case .object(var members) = value else { return ["\(way) is no object"] }
    var complaints: [String] = []
    for property in properties {
      let name = property["name"].string ?? ""
      guard let member = members.removeValue(forKey: name) else {
        if property["optional"] != true { complaints.append("\(way) has no \(name)") }
        continue
      }
      complaints += check(member, property["type"], "\(way).\(name)")
    }
    return complaints + members.keys.map { "\(way) has a \($0), which the protocol does not know" }
  }

  private func isBase(_ value: JSON, _ name: String) -> Bool {
    switch (name, value) {
    case ("null", .null), ("boolean", .bool), ("integer", .integer), ("decimal", .decimal), ("decimal", .integer): true
    case ("uinteger", .integer(let number)): number >= 0
    case ("string", .string), ("DocumentUri", .string), ("URI", .string), ("RegExp", .string): true
    default: false
    }
  }
}

/// The checker itself finds fault where there is some.
@Suite(.enabled(if: Metamodel.official != nil, "needs ../shared/oracles/formats/lsp-metamodel.json"))
struct MetamodelTests {
  @Test func aMessageThatIsWrongIsNoticed() throws {
    let model = try #require(Metamodel.official)
    func complaints(_ method: String, _ params: JSON) -> [String] {
      model.complaints(about: ["jsonrpc": "2.0", "method": .string(method), "params": params], answering: nil)
    }
    #expect(complaints("textDocument/publishDiagnostics", ["uri": "file:///a", "diagnostics": []]).isEmpty)
    #expect(!complaints("textDocument/publishDiagnostics", ["uri": "file:///a"]).isEmpty)
    #expect(!complaints("textDocument/publishDiagnostics", ["uri": "file:///a", "diagnostics": [["a": 1]]]).isEmpty)
    #expect(!complaints("textDocument/publishDiagnostics", ["uri": 1, "diagnostics": []]).isEmpty)
    #expect(!complaints("textDocument/publish", ["uri": "file:///a"]).isEmpty)
    #expect(!complaints("textDocument/didOpen", [:]).isEmpty)
    let wrong: JSON = ["jsonrpc": "2.0", "id": 1, "result": ["contents": 1]]
    #expect(!model.complaints(about: wrong, answering: "textDocument/hover").isEmpty)
  }
}
