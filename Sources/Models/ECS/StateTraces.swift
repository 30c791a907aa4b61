/// What tells from the settings of a container that it keeps state, as of 2026-11.
///
/// Sources: the pages of the images on Docker Hub and their documentation.
package enum StateTraces {
  /// Directories in which well-known software keeps its data.
  package static let dataDirectories = [
    "/var/lib/postgresql", "/var/lib/pgsql", "/var/lib/mysql", "/var/lib/mariadb", "/var/lib/mongodb", "/data/db",
    "/var/lib/redis", "/var/lib/valkey", "/var/lib/cassandra", "/var/lib/scylla", "/var/lib/kafka",
    "/var/lib/rabbitmq", "/var/lib/zookeeper", "/var/lib/clickhouse", "/var/lib/influxdb", "/var/lib/influxdb2",
    "/var/lib/etcd", "/var/lib/neo4j", "/usr/share/elasticsearch/data", "/usr/share/opensearch/data",
    "/var/jenkins_home", "/qdrant/storage", "/bitnami/postgresql", "/bitnami/mysql", "/bitnami/mariadb",
    "/bitnami/mongodb", "/bitnami/redis", "/bitnami/kafka", "/bitnami/rabbitmq", "/bitnami/zookeeper",
    "/bitnami/elasticsearch", "/bitnami/cassandra", "/bitnami/etcd",
  ]

  /// Whether a mount at a path holds such a directory's data: it is one, or lies inside one.
  package static func isDataDirectory(_ path: String) -> Bool {
    dataDirectories.contains { path == $0 || path == $0 + "/" || path.hasPrefix($0 + "/") }
  }

  /// Environment variables that the servers read and their clients do not.
  package static let variables: [String] = [
    "PGDATA", "MYSQL_DATA_DIR", "KAFKA_LOG_DIRS", "KAFKA_LOG_DIR",
    "KAFKA_ADVERTISED_LISTENERS", "KAFKA_CFG_ADVERTISED_LISTENERS", "KAFKA_NODE_ID", "KAFKA_BROKER_ID", "ETCD_DATA_DIR",
    "ETCD_INITIAL_CLUSTER", "ZOO_MY_ID", "discovery.type", "ES_JAVA_OPTS", "OPENSEARCH_JAVA_OPTS",
    "RABBITMQ_MNESIA_DIR", "ZOO_DATA_DIR",
  ]

  /// The ports of databases and brokers, and of their proxies.
  package static let ports: [Int: String] = [
    5432: "PostgreSQL", 3306: "MySQL", 27017: "MongoDB", 6379: "Redis", 9092: "Kafka", 9200: "Elasticsearch",
    5672: "RabbitMQ", 2181: "ZooKeeper",
  ]

  /// Programs of the images of servers that are no servers: with one of these a container is a job.
  package static let clientPrograms: [String] = [
    "psql", "pg_dump", "pg_dumpall", "pg_restore", "pg_isready", "pg_basebackup", "createdb", "dropdb", "mysql",
    "mysqldump", "mysqladmin", "mariadb", "mariadb-dump", "mongo", "mongosh", "mongodump", "mongorestore",
    "redis-cli", "valkey-cli", "cqlsh", "clickhouse-client", "etcdctl", "rabbitmqadmin", "kafka-topics",
    "kafka-topics.sh", "kafka-console-consumer", "influx", "mc",
  ]
}
