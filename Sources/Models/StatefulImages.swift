import Syntax

/// Software that keeps data where it runs.
package struct StatefulSoftware: Sendable, Equatable {
  /// With its article: `a database`.
  package let kind: String
  /// Whether losing the data is what it is made for.
  package let isCache: Bool

  /// Whether what it keeps is the original and no copy: not caches, key-value stores that mostly are caches, metrics that
  /// are mostly sent on, and servers whose data may well be in a database.
  package var keepsOriginals: Bool {
    ![
      "a cache", "a key-value store", "a metrics store", "a server with its own data",
    ].contains(kind)
  }
}

extension ImageReference {
  /// The software of a well-known image that keeps data where it runs; nil when it is another one, or not known.
  ///
  /// The last component of the path decides, whoever's registry it comes from: mirrors and private builds keep it.
  package var statefulSoftware: StatefulSoftware? {
    guard let name = name?.lowercased() else { return nil }
    if name == "server", path.count > 1, let vendor = path[path.count - 2].literal,
      vendor == "mssql" || vendor == "couchbase"
    {
      return StatefulSoftware(kind: "a database", isCache: false)
    }
    if let kind = statefulKind(name) { return StatefulSoftware(kind: kind, isCache: kind == "a cache") }
    // `postgresql-15-centos7`, `redis-6`: only what names the same software with a version.
    let words = name.split(on: "-")
    guard words.count > 1, words[1].first?.isNumber == true, let kind = statefulKind(String(words[0])) else {
      return nil
    }
    return StatefulSoftware(kind: kind, isCache: kind == "a cache")
  }
}

extension ImageReference {
  /// The software that keeps data where it runs, also of images of which only the command tells that they do.
  package func statefulSoftware(running command: [String]) -> StatefulSoftware? {
    if let software = statefulSoftware { return software }
    guard let name = name?.lowercased(), let cause = statefulByFlag.first(where: { $0.name == name }) else {
      return nil
    }
    let words = shellWords(ofCommand: command)
    guard words.contains(where: { cause.flags.contains($0) }) else { return nil }
    return StatefulSoftware(kind: cause.kind, isCache: false)
  }
}

/// Images that keep data with one of these flags alone, from their documentation, as of 2026-11.
private let statefulByFlag = [
  (name: "nats", flags: ["-js", "--js", "--jetstream", "-jetstream"], kind: "a message broker"),
  (name: "consul", flags: ["-server", "--server"], kind: "a coordination service"),
]

/// Last components of image names, from the pages of their publishers, as of 2026-11.
///
/// Only exact names are listed, so that exporters, consoles, clients and backups (`postgres-exporter`, `mongo-express`,
/// `redis-commander`, `kafka-ui`, `postgres-backup`) are none. Lists and no dictionary, which would be made anew in every
/// run.
private let statefulImages: [(kind: String, names: [String])] = [
  (
    "a database",
    [
      "postgres", "postgresql", "postgresql-repmgr", "postgis", "pgvector", "timescaledb", "timescaledb-ha", "spilo",
      "supabase-postgres", "mysql", "mysql-server", "mysql-cluster", "mariadb", "mariadb-galera", "percona",
      "percona-server", "percona-server-mongodb", "percona-xtradb-cluster", "mongo", "mongodb",
      "mongodb-community-server", "mongodb-enterprise-server", "mongodb-sharded", "cassandra", "scylla", "scylladb",
      "couchdb", "couchbase", "neo4j", "influxdb", "clickhouse", "clickhouse-server", "cockroach", "cockroachdb",
      "arangodb", "orientdb", "rethinkdb", "dgraph", "surrealdb", "crate", "questdb", "tidb", "yugabyte", "tarantool",
      "firebird", "db2", "mssql-server", "oracle-xe", "oracle-free",
    ]
  ),
  (
    "a key-value store",
    [
      "redis", "redis-cluster", "redis-stack", "redis-stack-server", "valkey", "valkey-bundle", "valkey-cluster",
      "keydb", "dragonfly", "etcd", "aerospike-server",
    ]
  ),
  (
    "a message broker",
    [
      "kafka", "cp-kafka", "cp-server", "kafka-native", "redpanda", "rabbitmq", "activemq", "activemq-artemis",
      "activemq-classic", "pulsar", "pulsar-all", "emqx", "eclipse-mosquitto", "nats-streaming",
    ]
  ),
  (
    "a coordination service",
    [
      "zookeeper", "cp-zookeeper",
    ]
  ),
  (
    "a search engine",
    [
      "elasticsearch", "elasticsearch-oss", "opensearch", "solr", "meilisearch", "typesense",
    ]
  ),
  (
    "a vector database",
    [
      "qdrant", "weaviate", "milvus", "chroma",
    ]
  ),
  (
    "an object store",
    [
      "minio", "seaweedfs",
    ]
  ),
  (
    "a metrics store",
    [
      "prometheus", "victoria-metrics", "mimir", "graphite-statsd",
    ]
  ),
  (
    "a cache",
    [
      "memcached"
    ]
  ),
  (
    "a server with its own data",
    [
      "jenkins", "gitea", "gitlab-ce", "gitlab-ee", "nexus3", "sonarqube", "n8n",
    ]
  ),
]

private func statefulKind(_ name: String) -> String? { statefulImages.first { $0.names.contains(name) }?.kind }
