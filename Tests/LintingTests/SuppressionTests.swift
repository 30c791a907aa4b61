import Rules
import Syntax
import Testing

@testable import Linting

private func service(_ image: String = "ghcr.io/acme/api:latest", before: String = "", top: String = "") -> String {
  """
  \(top)apiVersion: serving.knative.dev/v1
  kind: Service
  metadata:
    name: api
    annotations:
      run.googleapis.com/ingress: internal
  spec:
    template:
      spec:
        containers:
          \(before)- image: \(image)
  """
}

private func task(_ names: [String] = ["web"]) -> String {
  let containers = names.map { #"{ "name": "\#($0)", "image": "acme/\#($0):latest" }"# }
  return #"{ "family": "api", "containerDefinitions": [\#(containers.joined(separator: ",\n"))] }"#
}

/// What is reported and what is kept back, of the given rules.
private func report(
  _ files: [String: String], _ configuration: String = "", selecting codes: [String] = ["IMG001", "CFG001", "CFG002"],
  today: CivilDate = CivilDate(year: 2026, month: 11, day: 23)
) throws -> (found: [String], suppressed: [String]) {
  let choice = RuleChoice(select: try codes.map { try RuleSelector($0) })
  let report = try lintReport(files, configuration, choice: choice, today: today)
  return (
    report.findings.map { "\($0.file.path):\($0.file.line(at: $0.range.lower)) \($0.code)" },
    report.suppressed.map { "\($0.finding.code) \($0.means) \($0.reason ?? "-")" }
  )
}

@Suite struct SuppressionCommentTests {
  @Test func aCommentIsAboutItsLineOrTheNextOne() throws {
    let reason = #"reason="no other tag""#
    for text in [
      service("ghcr.io/acme/api:latest # seatrial: ignore=IMG001 \(reason)"),
      service(before: "# seatrial: ignore=IMG001 \(reason)\n        "),
      service(before: "# seatrial: ignore=IMG001 \(reason)\n\n        # another\n        "),
      service("ghcr.io/acme/api:latest # pinned elsewhere seatrial: ignore=IMG001 \(reason)"),
      service("ghcr.io/acme/api:latest # seatrial: ignore=image-latest-tag \(reason)"),
      service("ghcr.io/acme/api:latest # seatrial: ignore=IMG \(reason) and more words"),
      service(top: "# seatrial: ignore-file=IMG001 \(reason)\n"),
    ] {
      let result = try report(["a.yaml": text])
      #expect(result.found.isEmpty, "\(text)")
      #expect(result.suppressed == ["IMG001 comment no other tag"], "\(text)")
    }
  }

  @Test func anotherLineIsNotMeant() throws {
    let result = try report(["a.yaml": service(top: "# seatrial: ignore=IMG001\n")])
    #expect(result.found == ["a.yaml:1 CFG001", "a.yaml:12 IMG001"])
    #expect(try report(["a.yaml": service("\"ghcr.io/acme/api:latest # seatrial: ignore=IMG001\"")]).suppressed.isEmpty)
  }

  @Test func severalRulesAreNamedAtOnce() throws {
    let text = service("ghcr.io/acme/api:latest # seatrial: ignore=IMG001,IMG002")
    let result = try report(["a.yaml": text], selecting: ["IMG", "CFG001"])
    #expect(result.found == ["a.yaml:11 CFG001"])
    #expect(result.suppressed == ["IMG001 comment -"])
  }

  @Test func whatDidNotRunIsNotUnused() throws {
    let text = service("ghcr.io/acme/api:1.4.2 # seatrial: ignore=IMG001")
    #expect(try report(["a.yaml": text], selecting: ["SCH", "CFG001"]).found.isEmpty)
    #expect(try report(["a.yaml": text]).found == ["a.yaml:11 CFG001"])
  }

  @Test func whatIsNotUnderstoodIsSaid() throws {
    for comment in ["seatrial: ignroe=IMG001", "seatrial: ignore=IMG001 untill=2027-01-01", "seatrial: ignore=XYZ001"] {
      let result = try report(["a.yaml": service("ghcr.io/acme/api:latest # \(comment)")])
      #expect(result.found.contains("a.yaml:11 CFG001"), "\(comment)")
    }
    for comment in ["see seatrial: it is strict", "use seatrial", "https://seatrial.example/x"] {
      #expect(try report(["a.yaml": service("ghcr.io/acme/api:latest # \(comment)")]).found == ["a.yaml:11 IMG001"])
    }
  }

  @Test func anExpiredOneHoldsNothingBack() throws {
    let text = service("ghcr.io/acme/api:latest # seatrial: ignore=IMG001 until=2026-11-23")
    #expect(try report(["a.yaml": text]).found.isEmpty)
    let later = CivilDate(year: 2026, month: 11, day: 24)
    #expect(try report(["a.yaml": text], today: later).found == ["a.yaml:11 IMG001", "a.yaml:11 CFG002"])
  }

  @Test func anUnusedCommentIsTakenOutAsItStands() throws {
    for (text, wanted) in [
      (service("ghcr.io/acme/api:1.4.2 # seatrial: ignore=IMG001"), service("ghcr.io/acme/api:1.4.2")),
      (service("ghcr.io/acme/api:1.4.2", top: "  # seatrial: ignore-file=IMG001\n"), service("ghcr.io/acme/api:1.4.2")),
    ] {
      let choice = RuleChoice(select: [try RuleSelector("CFG001"), try RuleSelector("IMG")])
      let finding = try #require(try lintReport(["a.yaml": text], "", choice: choice).findings.first)
      let edit = try #require(finding.fixes.first?.edits.first)
      var bytes = Array(text.utf8)
      bytes.replaceSubrange(edit.range.lower..<edit.range.upper, with: Array(edit.replacement.utf8))
      #expect(String(decoding: bytes, as: UTF8.self) == wanted)
    }
  }

  @Test func anyCommentIsSurvived() throws {
    var random = SystemRandomNumberGenerator()
    let parts = [
      "seatrial:", " ", "ignore=", "ignore-file=", "IMG001", ",", "\"", "=", "reason=", "until=", "2027-01-01", "#",
      "'", "é",
    ]
    for _ in 0..<300 {
      let comment = (0..<Int.random(in: 0...9, using: &random)).map { _ in parts.randomElement(using: &random) ?? "" }
      _ = try report(["a.yaml": service("ghcr.io/acme/api:latest # seatrial: \(comment.joined())")])
    }
  }
}

@Suite struct ConfiguredSuppressionTests {
  private func suppressing(_ entry: String) -> String { "suppressions:\n  - { \(entry) }\n" }

  @Test func aPathAndAPlaceAreMeant() throws {
    let files = ["deploy/a.json": task(["web", "otel-collector"]), "b.json": task()]
    let configuration = suppressing(
      "rule: IMG001, path: deploy/*.json, at: 'containerDefinitions[otel-collector].image', reason: vendor")
    let result = try report(files, configuration)
    #expect(result.found == ["b.json:1 IMG001", "deploy/a.json:1 IMG001"])
    #expect(result.suppressed == ["IMG001 configuration vendor"])
    #expect(try report(files, suppressing("rule: IMG001, path: '**'")).found.isEmpty)
    #expect(
      try report(
        ["a.json": task()], suppressing("rule: HLT, path: a.json, at: 'containerDefinitions[web]'"),
        selecting: [
          "HLT", "CFG001",
        ]
      ).found.allSatisfy { !$0.contains("HLT") })
  }

  @Test func oneThatMeetsNothingIsReportedWhereItIsWritten() throws {
    let configuration = suppressing("rule: IMG001, path: a.json, at: 'containerDefinitions[db]'")
    #expect(try report(["a.json": task()], configuration).found == [".seatrial.yaml:2 CFG001", "a.json:1 IMG001"])
    #expect(try report(["b.json": task()], configuration).found == ["b.json:1 IMG001"])
    #expect(try report(["a.json": "{}"], configuration).found.isEmpty)
  }

  @Test func oneThatExpiredIsReportedOnce() throws {
    let configuration = suppressing("rule: IMG001, path: '*.json', until: 2026-01-31")
    let result = try report(["a.json": task(), "b.json": task()], configuration)
    #expect(result.found == [".seatrial.yaml:2 CFG002", "a.json:1 IMG001", "b.json:1 IMG001"])
  }

  @Test func reasonsAreRequiredOnRequest() throws {
    let configuration = suppressing("rule: IMG001, path: a.json")
    #expect(try report(["a.json": task()], configuration).found.isEmpty)
    #expect(
      try report(["a.json": task()], "require-reason: true\n" + configuration).found == [".seatrial.yaml:3 CFG003"])
    let comment = service("ghcr.io/acme/api:latest # seatrial: ignore=IMG001")
    #expect(try report(["a.yaml": comment], "require-reason: true").found == ["a.yaml:11 CFG003"])
  }
}
