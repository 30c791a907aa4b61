/// The `cpu` or `memory` of a task as it was written, and what ECS makes of it.
///
/// Both are strings in the API. References:
/// <https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html>,
/// <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html>
package struct TaskQuantity: Sendable, Equatable {
  /// Why the text is not a form that ECS documents.
  package enum Flaw: Sendable, Equatable {
    /// Blanks before or after it.
    case blanks
    /// A whole number written with a point or an exponent: `1024.0`, `1e3`.
    case notation
    /// A part of a vCPU or a GB without the unit: `0.25`.
    case missingUnit
    /// A unit that nobody documents for ECS, though it may be taken: `512MB`.
    case undocumentedUnit(String)
    /// A unit of Kubernetes or Docker: `512Mi`, `500m`.
    case foreignUnit(String)
    case unreadable
  }

  /// CPU units or MiB: what was meant, also where the form is wrong; nil when that is not plain.
  package let amount: Int?
  /// What is wrong with the form; nil for a documented one.
  package let flaw: Flaw?

  package init(amount: Int?, flaw: Flaw? = nil) {
    self.amount = amount
    self.flaw = flaw
  }

  /// CPU units: `256`, `.25 vCPU`.
  package init(cpu text: String) {
    self.init(text) { number, unit in
      switch unit {
      case "vcpu": (number * 1024, nil)
      case "vcpus", "cpu", "cpus": (number * 1024, .undocumentedUnit(unit))
      case "m": (number * 1.024, .foreignUnit("m"))
      default: nil
      }
    }
  }

  /// MiB: `512`, `0.5GB`, `1 GB`.
  package init(memory text: String) {
    self.init(text) { number, unit in
      switch unit {
      case "gb": (number * 1024, nil)
      case "gib": (number * 1024, .undocumentedUnit("GiB"))
      case "mb": (number, .undocumentedUnit("MB"))
      case "mib": (number, .undocumentedUnit("MiB"))
      case "gi": (number * 1024, .foreignUnit("Gi"))
      case "g": (number * 1024, .foreignUnit("G"))
      case "mi": (number, .foreignUnit("Mi"))
      case "m": (number, .foreignUnit("M"))
      default: nil
      }
    }
  }

  /// Reads a number and a unit in any case, with blanks between them or none.
  private init(_ text: String, scaling: (_ number: Double, _ unit: String) -> (amount: Double, flaw: Flaw?)?) {
    let bare = text.withoutOuterBlanks
    let digits = bare.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = bare.dropFirst(digits.count).drop { $0 == " " }.lowercased()
    guard let number = Double(digits), number < 1e9 else {
      self.init(amount: nil, flaw: .unreadable)
      return
    }
    guard !unit.isEmpty else {
      self = TaskQuantity(unitless: number, digits: String(digits), hasBlanks: bare.count != text.count)
      return
    }
    if let exponent = Int(unit.dropFirst()), unit.hasPrefix("e"), 0...6 ~= exponent {
      self.init(amount: (0..<exponent).reduce(number) { power, _ in power * 10 }.asInteger, flaw: .notation)
      return
    }
    guard let scaled = scaling(number, unit) else {
      self.init(amount: nil, flaw: .unreadable)
      return
    }
    self.init(amount: scaled.amount.asInteger, flaw: scaled.flaw ?? (bare.count == text.count ? nil : .blanks))
  }

  private init(unitless number: Double, digits: String, hasBlanks: Bool) {
    if digits.contains(".") {
      let isWhole = number.asInteger != nil
      self.init(
        amount: isWhole ? number.asInteger : (number * 1024).asInteger, flaw: isWhole ? .notation : .missingUnit)
    } else {
      self.init(amount: number.asInteger, flaw: hasBlanks ? .blanks : nil)
    }
  }
}

extension Double {
  /// The number as an integer, nil when it is not a whole one.
  fileprivate var asInteger: Int? { Int(exactly: self) ?? (isNearlyWhole ? Int(rounded()) : nil) }
  private var isNearlyWhole: Bool { isFinite && abs(self - rounded()) < 1e-6 }
}

extension String {
  fileprivate var withoutOuterBlanks: Substring {
    let start = drop { $0 == " " || $0 == "\t" }
    guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" }) else { return "" }
    return start[...last]
  }
}
