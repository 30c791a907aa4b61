import Models
import Testing

@Suite struct KnownImageTests {
  @Test(arguments: [
    "postgres:16", "docker.io/library/postgres@sha256:0123", "public.ecr.aws/docker/library/redis:7.2",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/mirror/mysql:8.4", "bitnami/mongodb",
    "quay.io/sclorg/postgresql-15-c9s",
    "confluentinc/cp-kafka:7.6.0", "docker.elastic.co/elasticsearch/elasticsearch:8.14.0", "memcached:1.6",
  ])
  func softwareThatKeepsDataIsKnownByItsName(_ image: String) {
    #expect(ImageReference(image).statefulSoftware != nil)
  }

  @Test(arguments: [
    "nginx", "prometheuscommunity/postgres-exporter", "mongo-express", "rediscommander/redis-commander",
    "provectuslabs/kafka-ui", "acme/postgres-backup", "acme/kafka-consumer", "acme/redis-worker", "dpage/pgadmin4",
    "acme/mysql-client:8",
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
