import Models
import Syntax
import Testing

/// An image as it is written, and what it is taken apart into.
struct ImageCase: CustomTestStringConvertible, Sendable {
  let written: String
  let host: String
  let path: String
  let tag: String
  let digest: String
  var testDescription: String { written.isEmpty ? "empty" : written }

  /// `-` is absent, `?` is unknown; holes are written as they are in the reference.
  init(_ written: String, _ host: String, _ path: String, _ tag: String, _ digest: String) {
    (self.written, self.host, self.path, self.tag, self.digest) = (written, host, path, tag, digest)
  }
}

private func reference(_ written: String) -> ImageReference {
  ImageReference(Text(placeholdersIn: written) ?? Text(written))
}

private func described(_ part: ImageReference.Part) -> String {
  switch part {
  case .absent: "-"
  case .present(let text): text.source
  case .unknown: "?"
  }
}

@Suite struct ImageReferenceTests {
  @Test(arguments: [
    ImageCase("nginx", "-", "nginx", "-", "-"),
    ImageCase("nginx:1.27", "-", "nginx", "1.27", "-"),
    ImageCase("bitnami/redis:7", "-", "bitnami/redis", "7", "-"),
    ImageCase("localhost/app", "localhost", "app", "-", "-"),
    ImageCase("localhost:5000", "-", "localhost", "5000", "-"),
    ImageCase("registry:5000/a/b:1", "registry:5000", "a/b", "1", "-"),
    ImageCase("ghcr.io/a/b@sha256:ab", "ghcr.io", "a/b", "-", "sha256:ab"),
    ImageCase("ghcr.io/a/b:1@sha256:ab", "ghcr.io", "a/b", "1", "sha256:ab"),
    ImageCase("gcr.io/x/app:${TAG}", "gcr.io", "x/app", "${TAG}", "?"),
    ImageCase("gcr.io/x/app:v1-${SHA}", "gcr.io", "x/app", "v1-${SHA}", "?"),
    ImageCase("gcr.io/x/app@${DIGEST}", "gcr.io", "x/app", "-", "${DIGEST}"),
    ImageCase("gcr.io/x/${APP}", "gcr.io", "x/${APP}", "?", "?"),
    ImageCase("gcr.io/x/${APP}:1", "gcr.io", "x/${APP}", "1", "?"),
    ImageCase("${REPO}/app", "?", "${REPO}/app", "-", "-"),
    ImageCase("${IMAGE}", "?", "${IMAGE}", "?", "?"),
    ImageCase("nginx:{{ env `V` `latest` }}", "-", "nginx", "{{ env `V` `latest` }}", "?"),
    ImageCase("<IMAGE1_NAME>", "?", "<IMAGE1_NAME>", "?", "?"),
    ImageCase("IMAGE_PLACEHOLDER", "?", "IMAGE_PLACEHOLDER", "?", "?"),
    ImageCase("gcr.io/PROJECT_ID/app:TAG", "gcr.io", "PROJECT_ID/app", "TAG", "?"),
    ImageCase(
      "REGION-docker.pkg.dev/P/r/app:latest", "REGION-docker.pkg.dev", "P/r/app", "latest", "-"),
    ImageCase("ko://github.com/a/b", "?", "", "?", "?"),
    ImageCase("https://quay.io/a:1", "quay.io", "a", "1", "-"),
    ImageCase("", "-", "", "-", "-"),
  ])
  func takesApart(_ image: ImageCase) {
    let parts = reference(image.written)
    #expect(described(parts.host) == image.host)
    #expect(parts.path.map(\.source).joined(separator: "/") == image.path)
    #expect(described(parts.tag) == image.tag)
    #expect(described(parts.digest) == image.digest)
  }

  @Test(
    arguments: [
      ("nginx", Registry.dockerHub),
      ("docker.io/library/nginx", .dockerHub),
      ("MY_REPO/app", nil),
      ("123456789012.dkr.ecr.eu-west-1.amazonaws.com/a", .privateECR(account: "123456789012", region: "eu-west-1")),
      (
        "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a", .privateECR(account: "123456789012", region: "cn-north-1")
      ),
      (
        "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/a",
        .privateECR(account: "123456789012", region: "us-gov-west-1")
      ),
      ("123456789012.dkr-ecr.eu-west-1.on.aws/a", .privateECR(account: "123456789012", region: "eu-west-1")),
      (
        "123456789012.dkr.ecr.us-iso-east-1.c2s.ic.gov/a",
        .privateECR(account: "123456789012", region: "us-iso-east-1")
      ),
      ("${ACCOUNT}.dkr.ecr.${REGION}.amazonaws.com/a", .privateECR(account: nil, region: nil)),
      ("ACCOUNT_ID.dkr.ecr.us-east-1.amazonaws.com/a", .privateECR(account: nil, region: "us-east-1")),
      ("${ECR}.amazonaws.com/a", nil),
      ("public.ecr.aws/nginx/nginx", .publicECR),
      ("europe-west1-docker.pkg.dev/p/r/a", .artifactRegistry(location: "europe-west1")),
      ("${REGION}-docker.pkg.dev/p/r/a", .artifactRegistry(location: nil)),
      ("eu.gcr.io/p/a", .containerRegistry),
      ("ghcr.io/a/b", .other("ghcr.io")),
      ("quay.${TLD}/a", nil),
    ] as [(String, Registry?)])
  func knowsTheRegistry(_ written: String, _ registry: Registry?) {
    #expect(reference(written).registry == registry)
  }

  @Test(
    arguments: [
      ("https://gcr.io/p/a", .scheme("https")), ("docker://nginx", .scheme("docker")),
      ("nginx :1", .blank), ("nginx:1\n", .blank), (" ${IMAGE}", .blank),
      ("gcr.io/p/App", .upperCase(component: "App")), ("MyOrg/app:1", .upperCase(component: "MyOrg")),
      ("gcr.io/p/a_", .path(component: "a_")), ("gcr.io/p/a..b", .path(component: "a..b")),
      ("gcr.io//a", .emptyComponent), ("gcr.io/p/", .emptyComponent),
      ("-x.io/a", .host("-x.io")), ("a.io:x/b", .host("a.io:x")),
      ("nginx:", .emptyTag), ("nginx:1+2", .tag("1+2")), ("nginx:-1", .tag("-1")), ("a:b:c", .tag("b:c")),
      ("nginx@sha256:12", .digest("sha256:12")), ("nginx@latest", .digest("latest")),
      ("${HOST}/App:1", .upperCase(component: "App")),
      (String(repeating: "a", count: 256), .length(256)),
    ] as [(String, ImageReference.Problem)])
  func seesProblems(_ written: String, _ problem: ImageReference.Problem) {
    #expect(reference(written).problem == problem)
  }

  @Test(arguments: [
    "nginx", "a/b__c/d.e-f--g:V1.2_x-y", "[::1]:5000/a", "127.0.0.1:51670/a:b", "${A}${B}", "{{ image }}:{{ tag }}",
    "gcr.io/PROJECT_ID/APP:TAG", "ko://github.com/a/B", "", "nginx:${TAG}+x", "IMAGE",
    "nginx@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
  ])
  func acceptsReferences(_ written: String) {
    #expect(reference(written).problem == nil)
  }

  @Test(arguments: [
    ("app:stable", true), ("app:prod", true), ("app:main", true), ("a/b:init-latest", true), ("redis:7", true),
    ("python:3.12", false), ("nginx:alpine", true), ("nginx:stable-alpine", true), ("nginx:1.27-alpine", false),
    ("acme/app:7", false), ("gcr.io/p/app:v2", false), ("public.ecr.aws/docker/library/redis:7", true),
    ("redis:2024", false), ("app:latest", false), ("app:${TAG}", false), ("acme/app:alpine", false),
    ("redis:7@sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", false),
  ])
  func knowsFloatingTags(_ written: String, _ isFloating: Bool) {
    #expect((reference(written).floatingTagReason != nil) == isFloating)
  }
}
