/// What an API says about one kind of mapping: the fields it has and what each of them takes.
///
/// The tables beside this file are made by `Scripts/schema.py` from the platforms' published models.
package struct Shape: Sendable {
  /// As the API calls it: `ContainerDefinition`.
  package let name: String
  package let api: API
  /// In the order of the API's documentation.
  package let members: [Member]

  /// Whose API it is.
  package enum API: Sendable {
    case ecs
    case cloudRunV1
    case cloudRunV2
  }

  init(_ name: String, _ api: API, _ members: [Member]) {
    self.name = name
    self.api = api
    self.members = members
  }

  /// For what is no input of an API; nothing can be held against it.
  package static let none = Shape("", .ecs, [])

  package func member(_ name: String) -> Member? { members.first { $0.name == name } }

  /// This shape and those below it that take a field of this name, the outer ones first.
  package func holders(of name: String) -> [Shape] {
    var found: [Shape] = []
    var seen: Set<String> = [self.name]
    var level = [self]
    while !level.isEmpty {
      found += level.filter { $0.member(name).map { !$0.traits.contains(.output) } ?? false }
      level = level.flatMap { $0.members.compactMap(\.type.shape) }.filter { seen.insert($0.name).inserted }
    }
    return found
  }

  /// One field of a shape.
  package struct Member: Sendable {
    package let name: String
    package let type: ValueType
    package let traits: Traits

    init(_ name: String, _ type: ValueType, _ traits: Traits = []) {
      self.name = name
      self.type = type
      self.traits = traits
    }
  }

  /// What is special about a field.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let required = Traits(rawValue: 1)
    /// The platform sets it; what is written there is ignored or refused.
    package static let output = Traits(rawValue: 2)
    package static let deprecated = Traits(rawValue: 4)
  }
}

/// What a field takes.
package indirect enum ValueType: Sendable {
  /// Text with its number of characters, and the characters it may have; nil where the API sets no limit.
  case string(length: ClosedRange<Int>? = nil, alphabet: Alphabet? = nil)
  /// One of these strings, exactly as they are written here.
  case enumeration([String])
  case integer(in: ClosedRange<Int>)
  /// An integer that the API itself writes as a string, `"600"`; a number is as good.
  case int64Text
  case number
  /// Seconds with their unit, `"300s"`: how JSON has the durations of Google's APIs.
  case duration
  case bool
  /// A list with its number of elements, nil where the API sets no limit.
  case list(ValueType, count: ClosedRange<Int>? = nil)
  /// Keys of the user's choice.
  case map(ValueType)
  /// A mapping with these fields. A closure, since a shape is made when something is first held against it.
  case shape(@Sendable () -> Shape)
  /// Anything: what the API documents in words only.
  case any

  /// The shape of the mappings that the field holds, nil when it holds none.
  fileprivate var shape: Shape? {
    switch self {
    case .shape(let shape): shape()
    case .list(let element, _): element.shape
    case .map(let value): value.shape
    case .string, .enumeration, .integer, .int64Text, .number, .duration, .bool, .any: nil
    }
  }

  static var int32: ValueType { .integer(in: Int(Int32.min)...Int(Int32.max)) }
  static var int64: ValueType { .integer(in: Int.min...Int.max) }
}

extension Shape {
  /// How messages call it: what people know it by, else its name in the API.
  package var title: String {
    switch name {
    case "RegisterTaskDefinitionRequest": "a task definition"
    case "CreateServiceRequest": "a service"
    case "UpdateServiceRequest": "the update of a service"
    case "CreateTaskSetRequest": "a task set"
    case "RunTaskRequest": "the input of run-task"
    case "Service": "a service"
    case "Job": "a job"
    case "WorkerPool": "a worker pool"
    case "Instance": "an instance"
    default: name
    }
  }
}
