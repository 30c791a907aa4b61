import Foundation

@testable import CEL

/// One test of cel-spec, as `conformance.jsonl` has it.
struct Conformance {
  let name: String
  let file: String
  let expression: String
  let needsMessages: Bool
  private let isCheckOnly: Bool
  private let bindings: [String: [String: Any]]
  private let value: [String: Any]?

  /// Beside the project; absent on most machines.
  private static let suite = URL(filePath: #filePath)
    .appending(path: "../../../../shared/oracles/cel/conformance.jsonl").standardized

  static var isPresent: Bool { FileManager.default.fileExists(atPath: suite.path()) }

  static var all: [Conformance] {
    get throws {
      try String(contentsOf: suite, encoding: .utf8).split(separator: "\n").map {
        try Conformance(JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:])
      }
    }
  }

  /// Tests that do not pass, by the reason: names, or files of which none does.
  static let leftOut: [String: Set<String>] = [
    "cel.block is what optimizers write, not users": ["block_ext"],
    "names with dots, and the container they are looked up in, are for packages of messages": [
      "fields/qualified_identifier_resolution/qualified_ident",
      "fields/qualified_identifier_resolution/map_field_select",
      "fields/qualified_identifier_resolution/qualified_identifier_resolution_unchecked",
      "fields/qualified_identifier_resolution/ident_with_longest_prefix_check",
      "namespace/qualified/self_eval_qualified_lookup",
      "namespace/namespace/self_eval_container_lookup",
      "namespace/namespace/self_eval_container_lookup_unchecked",
      "namespace/namespace_shadowing/basic",
      "namespace/namespace_shadowing/comprehension_shadowing_namespaced_selector_disambiguation",
    ],
    "time zones with the name of a place need a database": [
      "timestamps/timestamp_selectors_tz/getDate",
      "timestamps/timestamp_selectors_tz/getDayOfMonth_name_pos",
      "timestamps/timestamp_selectors_tz/getDayOfMonth_name_neg",
      "timestamps/timestamp_selectors_tz/getDayOfYear",
      "timestamps/timestamp_selectors_tz/getMinutes",
    ],
    "there is no type checker": [
      "type_deduction/functions/function_result_type",
      "type_deduction/flexible_type_parameter_assignment/list_parameter",
      "type_deduction/flexible_type_parameter_assignment/list_parameter_order_independent",
      "type_deduction/flexible_type_parameter_assignment/unconstrained_type_var_as_dyn",
      "type_deduction/flexible_type_parameter_assignment/optional_none",
      "type_deduction/flexible_type_parameter_assignment/optional_none_2",
      "type_deduction/flexible_type_parameter_assignment/optional_dyn_promotion",
      "type_deduction/flexible_type_parameter_assignment/optional_dyn_promotion_2",
      "type_deduction/flexible_type_parameter_assignment/optional_in_ternary",
      "type_deduction/type_parameters/multiple_parameters_generality",
      "type_deduction/type_parameters/multiple_parameters_generality_2",
      "type_deduction/type_parameters/multiple_parameters_parameterized_ovl",
      "type_deduction/type_parameters/multiple_parameters_parameterized_ovl_2",
      "type_deduction/legacy_nullable_types/null_assignable_to_abstract_parameter_candidate",
    ],
    "the file has a backslash in the value that the expression has not": [
      "parse/bytes_literals/triple_single_quoted_unescaped_punctuation",
      "parse/bytes_literals/triple_double_quoted_unescaped_punctuation",
    ],
  ]

  private init(_ row: [String: Any]) throws {
    let part = { (key: String) in row[key] as? String ?? "" }
    file = part("file")
    name = "\(file)/\(part("section"))/\(part("name"))"
    expression = part("expr")
    isCheckOnly = row["check_only"] as? Bool ?? false
    needsMessages = row["needs_proto"] as? Bool ?? false
    bindings = row["bindings"] as? [String: [String: Any]] ?? [:]
    value = row["value"] as? [String: Any]
  }

  /// What is wrong with the outcome; nil if it is as it should be.
  var problem: String? {
    if isCheckOnly { return "there is no type checker" }
    var values: [String: Value] = [:]
    for (name, binding) in bindings {
      guard let value = Value(test: binding) else { return "no value for \(name)" }
      values[name] = value
    }
    let found: Value
    do {
      found = try Expression(parsing: expression).evaluate(values)
    } catch {
      return value == nil ? nil : "\(error)"
    }
    guard let value else { return "has a value and no error: \(found)" }
    guard let expected = Value(test: value) else { return "cannot be compared" }
    return "\(Described(expected))" == "\(Described(found))" ? nil : "\(Described(found)), not \(Described(expected))"
  }
}

extension Value {
  /// Nil for messages.
  fileprivate init?(test json: [String: Any]) {
    let text = json["v"] as? String ?? ""
    switch json["t"] as? String {
    case "null": self = .null
    case "bool": self = .bool(json["v"] as? Bool ?? false)
    case "int": self = .int(Int64(text) ?? 0)
    case "uint": self = .uint(UInt64(text) ?? 0)
    case "double": self = .double(Double(text) ?? .nan)
    case "string": self = .string(text)
    case "bytes": self = .bytes(Array(Data(base64Encoded: text) ?? Data()))
    case "type": self = .type(text)
    case "list":
      let elements = (json["v"] as? [[String: Any]] ?? []).map { Value(test: $0) }
      guard !elements.contains(where: { $0 == nil }) else { return nil }
      self = .list(elements.compactMap(\.self))
    case "map":
      var entries = Entries.Builder()
      for pair in json["v"] as? [[[String: Any]]] ?? [] {
        guard pair.count == 2, let key = Value(test: pair[0]), let value = Value(test: pair[1]) else { return nil }
        _ = entries.insert(key, value)
      }
      self = .map(Entries(entries))
    case "duration":
      let parts = json["v"] as? [Int64] ?? []
      self = .duration((parts.first ?? 0) * 1_000_000_000 + (parts.last ?? 0))
    case "timestamp":
      let parts = json["v"] as? [Int64] ?? []
      guard let timestamp = Timestamp(seconds: parts.first ?? 0, nanoseconds: parts.last ?? 0) else { return nil }
      self = .timestamp(timestamp)
    default: return nil
    }
  }
}

/// Says exactly what a value is, where the language would find an int and a double equal.
struct Described: CustomStringConvertible {
  let description: String

  init(_ value: Value) {
    switch value {
    case .list(let list):
      let elements = (0..<list.count).map { Described(list.element(at: $0)).description }
      description = "[" + elements.joined(separator: ", ") + (list.isComplete ? "]" : ", …]")
    case .map(let map):
      let entries = map.keys.map { key in
        let value = MapKey(key).flatMap { map.value(at: $0) } ?? .unknown
        return "\(Described(key)): \(Described(value))"
      }
      description = "{" + entries.sorted().joined(separator: ", ") + (map.isComplete ? "}" : ", …}")
    case .optional(let content): description = "optional(\(content.map { Described($0).description } ?? ""))"
    case .string(let string): description = "'\(Array(string.unicodeScalars))'"
    default: description = "\(value)"
    }
  }
}
