import Models
import Syntax

extension Check {
  /// Amounts on Cloud Run are Kubernetes quantities, and say what was meant.
  static var cloudRunQuantity: Check {
    .cloudRun { resource, findings in
      for container in resource.containers {
        for list in ["limits", "requests"] {
          let amounts = container.node.field("resources").field(list)
          findings.check(amounts.field("cpu").text, isCPU: true)
          findings.check(amounts.field("memory").text, isCPU: false)
        }
      }
      for volume in resource.volumes {
        findings.check(volume.field("emptyDir").field("sizeLimit").text, isCPU: false)
      }
      findings.checkUnits(resource)
    }
  }
}

extension Findings {
  /// Reports what cannot be read as a quantity, and memory that is less than a MiB.
  fileprivate mutating func check(_ amount: Field<Text>, isCPU: Bool) {
    guard case .known(let text, let range) = amount, let literal = text.literal, !literal.isEmpty else { return }
    guard let quantity = Quantity(literal) else {
      // `SIZE` in a sample stands for something else.
      guard literal.contains(where: \.isNumber), Text(standInsIn: literal) == nil else { return }
      reportMalformed(literal, isCPU: isCPU, at: range)
      return
    }
    guard !isCPU, quantity.whole > 0, quantity.whole < 1 << 20, quantity.unit == "m" || quantity.unit.isEmpty else {
      return
    }
    let meant = (quantity.unit == "m" ? String(literal.dropLast()) : literal) + "Mi"
    let isPlausible = Quantity(meant).map { $0.whole >= 16 << 20 && $0.whole <= 32 << 30 } ?? false
    report(
      range,
      quantity.unit == "m"
        ? "'\(literal)' of memory is \(memoryText(bytes: quantity.whole)): m means thousandths"
        : "'\(literal)' of memory is \(memoryText(bytes: quantity.whole)): a number without a unit counts bytes",
      caption: memoryText(bytes: quantity.whole),
      help: isPlausible ? "write \(meant)" : "write it with a unit, such as 512Mi or 1Gi",
      fixes: isPlausible ? [Fix("Write \(meant)", .unsafe, [replacing(range, with: meant)])] : [])
  }

  private mutating func reportMalformed(_ text: String, isCPU: Bool, at range: SourceRange) {
    let guess = isCPU ? QuantityGuess(ofCPU: text) : QuantityGuess(ofMemory: text)
    let forms = isCPU ? "a number such as 2, 0.5 or 500m" : "a number and a unit such as 512Mi or 2Gi"
    report(
      range, "'\(text)' is no quantity: \(isCPU ? "cpu" : "memory") is \(forms)", caption: "cannot be read",
      help: guess.map { "write \($0.text)" },
      fixes: guess.map { guess in
        [Fix("Write \(guess.text)", guess.isCertain ? .safe : .unsafe, [replacing(range, with: guess.text)])]
      } ?? [])
  }

  /// Reports memory that is under the floor only because its unit counts in thousands.
  fileprivate mutating func checkUnits(_ resource: CloudRunResource) {
    guard let total = resource.totalMemory, total < InstanceFloor.memory, resource.isShortByUnits else { return }
    let demands = resource.demands
    guard !demands.isEmpty else { return }
    for container in resource.containers {
      guard case .known(let text, let range) = container.memoryLimit, let literal = text.literal,
        let quantity = Quantity(literal), quantity.isDecimalUnit
      else { continue }
      let meant = (quantity.unit == "k" ? literal.dropLast() + "K" : literal[...]) + "i"
      report(
        range,
        "\(literal) is \(memoryText(bytes: quantity.whole)), and less than 512 MiB in total is not possible with "
          + demands.inWords,
        caption: "counts in 1000s, not in 1024s", labels: labels(demands, "512 MiB"), help: "write \(meant)",
        fixes: [Fix("Write \(meant)", .safe, [replacing(range, with: String(meant))])])
      return
    }
  }
}
