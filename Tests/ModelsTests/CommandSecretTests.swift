import Models
import Syntax
import Testing

@Suite struct CommandSecretTests {
  @Test(arguments: [
    (["redis-server", "--requirepass", "hunter2x"], 2, "a secret behind '--requirepass'"),
    (["server", "--db-password=hunter2x"], 1, "a secret behind '--db-password'"),
    (
      ["java", "-Dspring.datasource.password=hunter2x", "-jar", "a.jar"], 1,
      "a secret behind '-Dspring.datasource.password'"
    ),
    (["sh", "-c", "DB_PASSWORD=hunter2x exec server"], 2, "a secret behind 'DB_PASSWORD'"),
    (["sh", "-c", "set -e; export DB_PASSWORD='hunter2 x'; exec server"], 2, "a secret behind 'DB_PASSWORD'"),
    (["CMD-SHELL", "mysqladmin ping -h localhost -u root -phunter2x || exit 1"], 1, "a secret behind '-p'"),
    (["CMD", "mysqladmin", "ping", "-phunter2x"], 3, "a secret behind '-p'"),
    (["CMD-SHELL", "redis-cli -a hunter2x ping"], 1, "a secret behind '-a'"),
    (["CMD-SHELL", "curl -fsS -u admin:hunter2x http://localhost/"], 1, "a password behind '-u'"),
    (["CMD-SHELL", "mongosh -u root -p hunter2x --eval 'db.stats()'"], 1, "a secret behind '-p'"),
    (["sh", "-c", "sh -c \"server --password hunter2x\""], 2, "a secret behind '--password'"),
    (["migrate", "-database", "postgres://api:hunter2x@db/api"], 2, "an address with a password in it"),
    (["server", "--api-key", "9f86d081884c7d659a2feaa0c55ad015"], 2, "a secret behind '--api-key'"),
    (["server", "--license-key=kJh8GfDsA2qWeRtY"], 1, "a secret behind '--license-key'"),
  ])
  func secretsInCommands(_ command: [String], _ index: Int, _ title: String) {
    let found = CommandSecret.all(in: command.map { Text($0) })
    #expect(found.map(\.index) == [index])
    #expect(found.map(\.title) == [title])
  }

  @Test(arguments: [
    ["server", "--password-file", "/run/secrets/db"], ["server", "--password-file=/run/secrets/db"],
    ["psql", "--no-password", "orders"], ["mysqldump", "--password", "orders"],
    ["docker", "login", "--password-stdin"],
    ["sh", "-c", "exec server --password \"$DB_PASSWORD\""], ["CMD-SHELL", "mysqladmin ping -p$MYSQL_ROOT_PASSWORD"],
    ["CMD-SHELL", "redis-cli -a \"$REDIS_PASSWORD\" ping"], ["CMD-SHELL", "pg_isready -U api -d orders -p 5432"],
    ["sh", "-c", "TOKEN=$(cat /run/token) exec server"], ["sh", "-c", "TOKEN=`cat /run/token` exec server"],
    ["server", "--api-key", "maps-key"], ["server", "--token-ttl=3600"], ["server", "--password", "<password>"],
    ["server", "--password=changeme"], ["curl", "-u", "$USER:$PASSWORD", "http://localhost/"],
    ["ssh", "-p", "2222", "host"], ["mkdir", "-p", "/data/db"], ["CMD-SHELL", "mkdir -p /data && mysqld_safe"],
    ["sh", "-c", "if [ \"$PASSWORD\" = \"\" ]; then exit 1; fi"], ["sh", "-c", "server --password < /run/secrets/db"],
    ["server", "--secret-name=prod/db"], ["server", "--use-password", "orders"], ["node", "server.js"], [],
  ])
  func commandsWithoutSecrets(_ command: [String]) {
    #expect(CommandSecret.all(in: command.map { Text($0) }).isEmpty)
  }

  @Test func whatIsFilledInLaterIsNone() {
    let hole = Text.Piece.hole("${DB_PASSWORD}")
    #expect(CommandSecret.all(in: [Text("--password"), Text([hole])]).isEmpty)
    #expect(CommandSecret.all(in: [Text([.literal("server --password="), hole])]).isEmpty)
    #expect(CommandSecret.all(in: [Text("--password"), nil]).isEmpty)
  }

  @Test(arguments: [
    (StaticCredential.accessKey, "AWS_ACCESS_KEY_ID", "AKIA~9Q8RZ1MTKX0VWL8D"),
    (.accessKey, "AWS_ACCESS_KEY_ID", "ASIA~9Q8RZ1MTKX0VWL8D"),
    (.secretAccessKey, "AWS_SECRET_ACCESS_KEY", "q7Lm2ZpX9~vTbR4sKd8WnY1cJh6GfA3uE5oIrQ0Bz"),
    (.serviceAccountKey, "GCP_KEY", "eyJ0eXBlIjoic2VydmljZV9hY2NvdW50~" + String(repeating: "aB3d", count: 200)),
  ])
  func keysOfClouds(_ credential: StaticCredential, _ name: String, _ value: String) {
    // The mark keeps scanners for keys quiet.
    #expect(StaticCredential(named: name, value.replacing("~", with: "")) == credential)
  }

  @Test(arguments: [
    ("AWS_ACCESS_KEY_ID", "test"), ("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"), ("AWS_ACCESS_KEY_ID", "minioadmin"),
    ("AWS_SECRET_ACCESS_KEY", "test"), ("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"),
    ("AWS_SESSION_TOKEN", "token"), ("GCP_KEY", "{\"type\": \"service_account\"}"), ("OTHER", "AKIA9Q8RZ1MTKX0VWL8D"),
  ])
  func otherValues(_ name: String, _ value: String) {
    #expect(StaticCredential(named: name, value) == nil)
  }
}
