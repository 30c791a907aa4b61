import Models
import Syntax
import Testing

@Suite struct ShellScriptTests {
  private func words(_ text: String) -> [[[String]]]? {
    ShellScript(text)?.steps.map { $0.pipeline.commands.map(\.words) }
  }

  @Test func commandsPipelinesAndJointsAreToldApart() {
    let script = ShellScript("A=1 curl -s 'http://localhost/' | grep -q \"U P\" && echo ok || exit 1; wait & true")
    #expect(
      script?.steps.map { $0.pipeline.commands.map(\.words) } == [
        [["curl", "-s", "http://localhost/"], ["grep", "-q", "U P"]], [["echo", "ok"]], [["exit", "1"]], [["wait"]],
        [["true"]],
      ])
    #expect(script?.steps.map(\.joint) == [.and, .or, .then, .background, nil])
  }

  @Test(arguments: [
    ("curl -f x > /dev/null 2>&1 || exit 1", [[["curl", "-f", "x"]], [["exit", "1"]]]),
    ("curl -f x &> /dev/null || exit 1", [[["curl", "-f", "x"]], [["exit", "1"]]]),
    ("curl -f x 2>/dev/null;", [[["curl", "-f", "x"]]]),
    ("test \"$(curl -s x; echo)\" = ok # why", [[["test", "$(curl -s x; echo)", "=", "ok"]]]),
    ("a \\\n  b\n\nc", [[["a", "b"]], [["c"]]]),
    ("a &&\n b", [[["a"]], [["b"]]]),
    ("! a", [[["a"]]]),
    ("echo a#b", [[["echo", "a#b"]]]),
    ("echo `date`", [[["echo", "`date`"]]]),
    ("timeout 5 curl -f x || exit 1", [[["curl", "-f", "x"]], [["exit", "1"]]]),
    ("/usr/bin/timeout -k 3 -s KILL 5s wget x", [[["wget", "x"]]]),
    ("timeout -t 5 wget x", [[["wget", "x"]]]),
    ("timeout 5", [[["timeout", "5"]]]),
    ("sh -c 'curl -f x || exit 1'", [[["curl", "-f", "x"]], [["exit", "1"]]]),
    ("bash -ec \"sh -c 'timeout 3 a'\"", [[["a"]]]),
    ("sh -c a || exit 1", [[["sh", "-c", "a"]], [["exit", "1"]]]),
  ])
  func whatIsNoArgumentIsLeftOut(_ text: String, _ expected: [[[String]]]) {
    #expect(words(text) == expected)
  }

  @Test(arguments: [
    "", "  ", "if true; then a; fi", "while true; do a; done", "for i in 1; do a; done", "(a)", "{ a; }", "f() { a; }",
    "a <<E\nx\nE", "a <(b)", "[[ a == b ]]", "a 'b", "a \"b", "a $(b", "a `b", "a &&", "a ||", "|| a", "a | | b", "a |",
    "case x in y) z;; esac", "a ;; b",
  ])
  func whatIsMoreThanAListOfCommandsIsNotRead(_ text: String) {
    #expect(ShellScript(text) == nil)
  }

  @Test(arguments: [
    ("curl -f x || exit 1", ShellStatus.either), ("curl -f x", .either), ("curl -f x || true", .success),
    ("curl -f x; exit 0", .success), ("curl -f x || exit 0", .success), ("curl -f x && exit 0 || exit 1", .either),
    ("curl -f x && exit 1 || exit 1", .failure), ("exit 1", .failure), ("exit 256", .success), ("exit", .success),
    ("curl -f x; exit", .either), ("curl -f x; exit $?", .either), ("echo ok", .success), ("echo a | nc b 1", .either),
    ("nc b 1 | echo a", .success), ("echo > /dev/tcp/localhost/80", .either), ("! true", .failure),
    ("! curl -f x", .either), ("! curl -f x || true", .success), ("true && false", .failure),
    ("false || curl -f x", .either), ("true || curl -f x", .success), ("set -e; curl -f x; exit 0", .either),
    ("curl -f x &", .success), ("exec curl -f x; exit 0", .either), ("A=$(curl -f x)", .either),
    (": && true", .success),
    ("exit 0; curl -f x", .success), ("false; true", .success),
  ])
  func howAScriptCanEnd(_ text: String, _ status: ShellStatus) {
    #expect(ShellScript(text)?.status == status)
  }

  @Test func noTextMakesTheReaderTrapOrHang() {
    let pieces = [
      "a", " ", "'", "\"", "`", "$(", ")", "(", "|", "&", ">", "<", ";", "\n", "\\", "#", "=", "!", "2>&1", "if",
      "\u{FFFC}",
    ]
    var random = SystemRandomNumberGenerator()
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...24, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }
        .joined()
      let script = ShellScript(text)
      #expect(script?.status.isEmpty != true, "\(text)")
      #expect(script?.steps.contains { $0.pipeline.commands.isEmpty } != true, "\(text)")
    }
    #expect(ShellScript(String(repeating: "a && ", count: 3000) + "a") != nil)
    #expect(Array(repeating: "-o", count: 100_000).indexOfShellScript { $0 } == nil)
    #expect((["sh"] + Array(repeating: "-o", count: 100_000) + ["-ec", "a"]).indexOfShellScript { $0 } == 100_002)
  }

  @Test(arguments: [
    (["sh", "-c", "a"], 2), (["/bin/bash", "-ec", "a", "b"], 2), (["bash", "-e", "-o", "pipefail", "-c", "a"], 5),
    (["bash", "-euo", "pipefail", "-c", "a"], 4), (["sh", "a.sh"], nil), (["sh"], nil), (["sh", "-c"], nil),
    (["node", "-c", "a"], nil), (["bash", "--login", "-c", "a"], nil),
  ])
  func scriptsOfShells(_ command: [String], _ index: Int?) {
    #expect(command.indexOfShellScript { $0 } == index)
  }

  @Test func aPartThatIsNotKnownIsNoCommandThatIsKnown() {
    let text = Text([.hole("${CHECK}"), .literal(" || exit 1")])
    #expect(ShellScript(text)?.status == .either)
    #expect(ShellScript(text)?.steps.first?.pipeline.commands.first?.program == String(unknownPart))
  }
}

@Suite struct HTTPClientTests {
  private func command(_ text: String) -> ShellScript.Command? { ShellScript(text)?.steps[0].pipeline.commands[0] }

  @Test(arguments: [
    "curl http://localhost/", "curl -s localhost:8080", "curl -sS -o /dev/null http://localhost/",
    "curl -XGET http://localhost/", "/usr/bin/curl -m5 -H 'f: f' http://127.0.0.1:80/",
    "curl --silent http://localhost/",
    "curl -of http://localhost/",
  ])
  func curlThatTakesAnyAnswer(_ text: String) {
    #expect(command(text)?.ignoresHTTPErrors == true)
  }

  @Test(arguments: [
    "curl -f http://localhost/", "curl -sf http://localhost/", "curl -fsS http://localhost/",
    "curl --fail http://localhost/", "curl --fail-with-body http://localhost/", "curl http://localhost/ -f",
    "curl telnet://localhost:5432", "curl -K check.conf", "curl --version", "wget http://localhost/",
    "curl \u{FFFC} http://localhost/", "curl $OPTIONS http://localhost/",
  ])
  func curlThatFailsOrIsNoneOrIsNotKnown(_ text: String) {
    #expect(command(text)?.ignoresHTTPErrors == false)
  }

  @Test(arguments: ["wget http://localhost/", "wget -q http://localhost:80/x", "wget --tries=1 http://localhost/"])
  func wgetThatSaves(_ text: String) {
    #expect(command(text)?.savesAnswer == true)
  }

  @Test(arguments: [
    "wget -qO- http://localhost/", "wget -q -O /dev/null http://localhost/", "wget --spider http://localhost/",
    "wget --output-document=- http://localhost/", "wget -nv -t1 --spider http://localhost/", "curl http://localhost/",
  ])
  func wgetThatDoesNot(_ text: String) {
    #expect(command(text)?.savesAnswer == false)
  }

  @Test(arguments: [
    ("http://localhost/x", 80), ("https://localhost", 443), ("localhost:8080/x", 8080), ("http://[::1]:90/", 90),
    ("http://u:p@127.0.0.1:81", 81), ("http://localhost:\u{FFFC}/", nil), ("http://localhost?x=1:2", 80),
  ])
  func portsOfAddresses(_ text: String, _ port: Int?) {
    let address = ProbedAddress(text)
    #expect(address?.isLocal == true)
    #expect(address?.effectivePort == port)
  }

  @Test func aWordWithoutASchemeIsAnAddressOnlyWhereItIsLocal() {
    #expect(ProbedAddress("GET") == nil)
    #expect(ProbedAddress("Host: example.com") == nil)
    #expect(ProbedAddress("http://example.com")?.isLocal == false)
  }
}
