import Models
import Testing

@Suite struct KnownImageTests {
  @Test(arguments: [
    "postgres:16", "docker.io/library/postgres@sha256:0123", "public.ecr.aws/docker/library/redis:7.2",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/mirror/mysql:8.4", "bitnami/mongodb",
    "quay.io/sclorg/postgresql-15-c9s",
    "confluentinc/cp-kafka:7.6.0", "docker.elastic.co/elasticsearch/elasticsearch:8.14.0", "memcached:1.6",
    "mcr.microsoft.com/mssql/server:2022-latest", "mirror.example.com/docker-hub/couchbase/server:7.6",
  ])
  func softwareThatKeepsDataIsKnownByItsName(_ image: String) {
    #expect(ImageReference(image).statefulSoftware != nil)
  }

  @Test(arguments: [
    "nginx", "prometheuscommunity/postgres-exporter", "mongo-express", "rediscommander/redis-commander",
    "provectuslabs/kafka-ui", "acme/postgres-backup", "acme/kafka-consumer", "acme/redis-worker", "dpage/pgadmin4",
    "acme/mysql-client:8", "acme/server:1", "nats:2.10", "consul:1.20",
  ])
  func namesThatOnlyContainSuchSoftwareAreOther(_ image: String) {
    #expect(ImageReference(image).statefulSoftware == nil)
  }

  @Test(arguments: [
    "public.ecr.aws/datadog/agent:7", "amazon/aws-for-fluent-bit", "public.ecr.aws/xray/aws-xray-daemon:3.x",
    "840364872350.dkr.ecr.eu-west-1.amazonaws.com/aws-appmesh-envoy:v1.29.9.0-prod", "signalfx/agent",
  ])
  func helpersAreKnownByTheirName(_ image: String) {
    #expect(ImageReference(image).isKnownSidecar)
  }

  @Test(arguments: ["acme/agent:1", "agent", "acme/api", "${REGISTRY}/app"])
  func otherImagesAreNoHelpers(_ image: String) {
    #expect(!ImageReference(image).isKnownSidecar)
  }

  @Test func dataDirectoriesAreKnownWithWhatIsInThem() {
    #expect(StateTraces.isDataDirectory("/var/lib/postgresql/data"))
    #expect(StateTraces.isDataDirectory("/var/lib/mysql/"))
    #expect(!StateTraces.isDataDirectory("/var/lib/mysql-backup"))
    #expect(!StateTraces.isDataDirectory("/data"))
  }
}

@Suite struct ImageProgramTests {
  @Test(arguments: [
    "gcr.io/distroless/java21-debian12", "mirror.example.com/distroless/static:nonroot", "fluent/fluent-bit:3.1",
    "public.ecr.aws/aws-observability/aws-otel-collector:v0.40.0", "otel/opentelemetry-collector-contrib:0.109.0",
  ])
  func imagesWithoutAShell(_ image: String) {
    #expect(ImageReference(image).hasNoShell)
  }

  @Test(arguments: [
    "gcr.io/distroless/java21-debian12:debug", "fluent/fluent-bit:3.1-debug", "amazon/aws-for-fluent-bit:2.32",
    "acme/fluent-bit:3.1", "nginx", "acme/java21:1",
  ])
  func imagesThatHaveOneOrMayHaveOne(_ image: String) {
    #expect(!ImageReference(image).hasNoShell)
  }

  @Test(arguments: [
    ("node:22-alpine", "curl", true), ("node:22-alpine", "wget", false), ("node:22-slim", "wget", true),
    ("public.ecr.aws/docker/library/python:3.12-slim-bookworm", "curl", true), ("python:3.12", "curl", false),
    ("alpine:3.20", "curl", true), ("acme/node:22-alpine", "curl", false), ("nginx:1.27-alpine", "curl", false),
  ])
  func programsThatOfficialImagesLack(_ image: String, _ program: String, _ isMissing: Bool) {
    #expect(ImageReference(image).lacks(program) == isMissing)
  }

  @Test func someSoftwareKeepsDataOnlyWithAFlag() {
    #expect(ImageReference("nats:2.10").statefulSoftware(running: ["-js"]) != nil)
    #expect(ImageReference("nats:2.10").statefulSoftware(running: []) == nil)
    #expect(ImageReference("hashicorp/consul").statefulSoftware(running: ["sh", "-c", "consul agent -server"]) != nil)
  }
}
