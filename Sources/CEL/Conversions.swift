extension Function {
  static let conversions: Table = [
    .function("int", 1): .unary(Conversion.int),
    .function("uint", 1): .unary(Conversion.uint),
    .function("double", 1): .unary(Conversion.double),
    .function("string", 1): .unary(Conversion.string).takingPartial,
    .function("bytes", 1): .unary(Conversion.bytes),
    .function("bool", 1): .unary(Conversion.bool),
    .function("dyn", 1): .unary(Conversion.dyn).takingPartial,
    .function("type", 1): .unary(Conversion.type).takingPartial,
  ]
}

private enum Conversion {
  private static let outOfRange = Failure("the number is out of range")

  static func int(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .int: return value
    case .uint(let uint):
      guard let int = Int64(exactly: uint) else { throw outOfRange }
      return .int(int)
    case .double(let double):
      // Neither end is a double: the least int is what a number beyond it is rounded to.
      guard double > -0x1p63, let int = Int64(exactly: double.rounded(.towardZero)) else { throw outOfRange }
      return .int(int)
    case .string(let string):
      guard let int = Int64(string) else { throw Failure("'\(string)' is no number of type int") }
      return .int(int)
    case .timestamp(let timestamp): return .int(timestamp.seconds)
    default: throw .noOverload
    }
  }

  static func uint(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .uint: return value
    case .int(let int):
      guard let uint = UInt64(exactly: int) else { throw outOfRange }
      return .uint(uint)
    case .double(let double):
      guard let uint = UInt64(exactly: double.rounded(.towardZero)) else { throw outOfRange }
      return .uint(uint)
    case .string(let string):
      guard let uint = UInt64(string) else { throw Failure("'\(string)' is no number of type uint") }
      return .uint(uint)
    default: throw .noOverload
    }
  }

  static func double(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .double: return value
    case .int(let int): return .double(Double(int))
    case .uint(let uint): return .double(Double(uint))
    case .string(let string):
      guard let double = Double(string) else { throw Failure("'\(string)' is no number of type double") }
      return .double(double)
    default: throw .noOverload
    }
  }

  static func string(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .string, .partial: return value
    case .bytes(let bytes):
      guard let string = String(validating: bytes, as: UTF8.self) else { throw Failure("invalid UTF-8") }
      return .string(string)
    default:
      guard let text = scalarText(value) else { throw .noOverload }
      return .string(text)
    }
  }

  private static func scalarText(_ value: Value) -> String? {
    switch value {
    case .bool(let bool): String(bool)
    case .int(let int): String(int)
    case .uint(let uint): String(uint)
    case .double(let double): Decimal.shortest(double)
    case .timestamp(let timestamp): timestamp.description
    case .duration(let duration): Time.text(duration)
    case .network(let network): network.description
    default: nil
    }
  }

  static func bytes(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .bytes: value
    case .string(let string): .bytes(Array(string.utf8))
    default: throw .noOverload
    }
  }

  static func bool(_ value: Value) throws(Failure) -> Value {
    switch value {
    case .bool: return value
    case .string(let string):
      if ["1", "t", "true", "T", "TRUE", "True"].contains(where: string.isSame) { return .bool(true) }
      if ["0", "f", "false", "F", "FALSE", "False"].contains(where: string.isSame) { return .bool(false) }
      throw Failure("'\(string)' is neither true nor false")
    default: throw .noOverload
    }
  }

  static func dyn(_ value: Value) -> Value { value }
  static func type(_ value: Value) -> Value { .type(value.typeName) }
}
