import Models
import Syntax
import Testing

@Suite struct HostsInTextTests {
  @Test(arguments: [
    ("http://api:8080/x", "api"), ("https://user:p%40ss@db.example.com/app?x=http", "db.example.com"),
    ("jdbc:postgresql://db:5432/app", "db"), ("kafka:9092,kafka2:9092", "kafka kafka2"), ("redis:7", ""),
    ("http://a/?next=http://b/", "a b"), ("plain words", ""), ("--upstream=http://web", "web"), ("a:b:80", ""),
    ("http://", ""), ("localhost:99999", ""),
  ])
  func hostsStandInURLsAndBeforePorts(_ text: String, _ hosts: String) {
    #expect(Text(text).namedHosts.joined(separator: " ") == hosts)
  }

  @Test func whatIsUnknownIsPartOfNoHost() {
    let text = Text([.literal("http://"), .hole("${HOST}"), .literal(":80/,http://api:"), .hole("${PORT}")])
    #expect(text.namedHosts.last == "api")
    #expect(text.namedHosts.first != "")
  }
}

@Suite struct ImageArchitectureTests {
  @Test(arguments: [
    ("app:1.2-arm64", "ARM64"), ("app:1.2-amd64", "X86_64"), ("arm64v8/nginx:1.27", "ARM64"),
    ("app:linux_x86_64", "X86_64"), ("app:aarch64", "ARM64"), ("registry.example.com/arm64/app:1", nil),
    ("app:amd64-arm64", nil), ("alarm64:1.2", nil), ("app:1.2", nil), ("app@sha256:arm64", nil),
  ])
  func theTagSaysForWhichProcessorAnImageIs(_ image: String, _ architecture: String?) {
    #expect(ImageReference(image).namedArchitecture == architecture)
  }
}
