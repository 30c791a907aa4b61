import Models
import Testing

@Suite struct StopSignalTests {
  @Test(arguments: [
    (["npm", "start"], StopSignal.Obstacle.runner("npm start"), 0),
    (["/usr/local/bin/npm", "--silent", "run", "serve"], .runner("npm run"), 0),
    (["yarn", "start"], .runner("yarn start"), 0), (["pnpm", "run", "start"], .runner("pnpm run"), 0),
    (["./gradlew", "bootRun"], .runner("gradlew bootRun"), 0),
    (["mvn", "spring-boot:run"], .runner("mvn spring-boot:run"), 0),
    (["sh", "-c", "exec npm start"], .runner("npm start"), 2), (["bash", "-c", "npm start"], .runner("npm start"), 2),
    (["sh", "-c", "node server.js | tee log"], .shell("sh"), 2), (["bash", "-c", "a & b & wait"], .shell("bash"), 2),
    (["/bin/bash", "-ec", "server || exit 1"], .shell("bash"), 2),
    (["sh", "-c", "node server.js"], .perhapsShell("sh", program: "node"), 2),
    (["sh", "-c", "migrate && server"], .perhapsShell("sh", program: "server"), 2),
  ])
  func whatIsInTheWay(_ command: [String], _ obstacle: StopSignal.Obstacle, _ index: Int) {
    let signal = StopSignal(command, isAlpine: false)
    #expect(signal?.obstacle == obstacle)
    #expect(signal?.index == index)
  }

  @Test(arguments: [
    ["node", "server.js"], ["sh", "-c", "exec node server.js"], ["sh", "-c", "migrate && exec server"],
    ["bash", "-c", "node server.js"], ["sh", "/start.sh"], ["sh", "-c", "trap 'kill 0' TERM; server & wait"],
    ["tini", "--", "npm", "start"], ["sh", "-c", "while true; do work; done"], ["sh", "-c", "\u{FFFC}"], ["npm", "ci"],
    ["sh", "-c", "sleep infinity"], ["sh", "-c", "echo hello"], ["npm", "\u{FFFC}"], ["yarn", "node", "server.js"],
    ["sh", "-c", "dumb-init node server.js"],
  ])
  func nothingIsKnownToBeInTheWay(_ command: [String]) {
    #expect(StopSignal(command, isAlpine: false) == nil)
  }

  @Test func theShellOfAlpineLinuxGoesOutOfTheWay() {
    #expect(StopSignal(["sh", "-c", "node server.js"], isAlpine: true) == nil)
    #expect(StopSignal(["sh", "-c", "node server.js | tee log"], isAlpine: true) != nil)
  }
}

@Suite struct ShutdownGraceTests {
  @Test(arguments: [
    ("SHUTDOWN_TIMEOUT", "30", 30_000), ("SHUTDOWN_TIMEOUT_MS", "1500", 1500), ("GRACEFUL_TIMEOUT", "1m", 60_000),
    ("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "20s", 20_000), ("QUARKUS_SHUTDOWN_TIMEOUT", "PT30S", 30_000),
    ("SHUTDOWN_TIMEOUT", "500ms", 500), ("GUNICORN_CMD_ARGS", "--workers 2 --graceful-timeout=40", 40_000),
  ])
  func timesOfVariables(_ name: String, _ value: String, _ milliseconds: Int) {
    #expect(ShutdownGrace(variable: name, value)?.milliseconds == milliseconds)
  }

  @Test(arguments: [
    ("SHUTDOWN_TIMEOUT", "30000"), ("SHUTDOWN_TIMEOUT", "long"), ("SHUTDOWN_TIMEOUT", ""), ("TIMEOUT", "30"),
    ("GUNICORN_CMD_ARGS", "--timeout 60"),
  ])
  func whatSaysNoTime(_ name: String, _ value: String) {
    #expect(ShutdownGrace(variable: name, value) == nil)
  }

  @Test func flagsHaveTheirNumberInTheSameWordOrTheNext() {
    let found = ShutdownGrace.all(in: ["gunicorn", "--graceful-timeout", "90", "--timeout", "5", "--drain-time-s=20"])
    #expect(found.map(\.index) == [2, 5])
    #expect(found.map(\.grace.title) == ["90 seconds", "20 seconds"])
    #expect(
      ShutdownGrace.all(inScript: "exec uvicorn a:b --timeout-graceful-shutdown 60").map(\.milliseconds) == [60_000])
  }
}

@Suite struct LocalDatabaseTests {
  @Test(arguments: [
    ("DATABASE_URL", "sqlite:////data/app.db", "/data/app.db"), ("DATABASE_URL", "sqlite:///app.db", "app.db"),
    ("DB", "sqlite+aiosqlite:////data/app.db?mode=rw", "/data/app.db"), ("DATABASE_URL", "file:./dev.db", "./dev.db"),
    ("SPRING_DATASOURCE_URL", "jdbc:sqlite:/data/x.db", "/data/x.db"),
    ("SPRING_DATASOURCE_URL", "jdbc:h2:file:/data/x;MODE=MySQL", "/data/x"),
  ])
  func filesOfDatabases(_ name: String, _ value: String, _ path: String) {
    #expect(LocalDatabase(variable: name, value)?.path == path)
  }

  @Test(arguments: [
    ("DATABASE_URL", "sqlite://"), ("DATABASE_URL", "sqlite:///:memory:"), ("DATABASE_URL", "postgres://db/api"),
    ("URL", "jdbc:h2:mem:test"), ("URL", "jdbc:h2:tcp://db/test"), ("CONFIG", "file:./app.db"),
    ("DATABASE_URL", "file:memory.db"),
  ])
  func whatIsNoFile(_ name: String, _ value: String) {
    #expect(LocalDatabase(variable: name, value) == nil)
  }

  @Test func aFileLiesInAFolderByWholeNames() {
    let database = LocalDatabase(variable: "DATABASE_URL", "sqlite:////data/app.db")
    #expect(database?.lies(in: "/data") == true)
    #expect(database?.lies(in: "/data/") == true)
    #expect(database?.lies(in: "/dat") == false)
  }

  @Test func programsThatTakeJobsFromAQueue() {
    #expect(queueWorker(in: ["celery", "-A", "shop", "worker"]) == "celery")
    #expect(queueWorker(in: ["bundle", "exec", "sidekiq"]) == "sidekiq")
    #expect(queueWorker(in: ["sh", "-c", "exec php artisan queue:work --tries=3"]) == "queue:work")
    #expect(queueWorker(in: ["celery", "-A", "shop", "beat"]) == nil)
  }
}
