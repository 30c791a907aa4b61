import Models
import Syntax
import Testing

@Suite struct RunFactsTests {
  @Test(arguments: [
    ("REDIS_HOST", "10.0.3.4", "10.0.3.4"), ("REDIS_HOST", "10.0.3.4:6379", "10.0.3.4"),
    ("REDIS_URL", "redis://user:pa:ss@172.31.0.9:6379/0", "172.31.0.9"),
    ("DSN", "host=192.168.1.2 port=5432", "192.168.1.2"),
    ("SEARCH", "http://10.1.2.3", "10.1.2.3"),
  ])
  func aPrivateAddressIsSeen(_ name: String, _ value: String, _ host: String) {
    #expect(NetworkTarget.privateHost(in: Text(value), named: name) == host)
  }

  @Test(arguments: [
    ("REDIS_HOST", "172.32.0.1"), ("REDIS_HOST", "8.8.8.8"), ("REDIS_HOST", "10.0.0.0/8"), ("REDIS_HOST", "10.0.3"),
    ("REDIS_HOST", "localhost"), ("REDIS_HOST", ""), ("APP_VERSION", "10.0.3.4"), ("IMAGE", "10.0.3.4:1"),
    ("TRUSTED_PROXIES", "10.0.3.4"),
    ("ALLOWED_HOSTS", "http://10.0.3.4"), ("DB_URL", "postgres://db.example.com/10.0.3.4"),
    ("DB_URL", "postgres://10.0.3.4.example.com/shop"), ("DB_URL", "://"),
  ])
  func otherValuesLeadNowherePrivate(_ name: String, _ value: String) {
    #expect(NetworkTarget.privateHost(in: Text(value), named: name) == nil)
  }

  @Test(arguments: ["api", "a", "api-2", String(repeating: "a", count: 49)])
  func aServiceMayBeCalled(_ name: String) { #expect(RunName.service.flaw(of: name) == nil) }

  @Test(arguments: ["Api", "a_b", "api-", "-api", "2api", "a.b", String(repeating: "a", count: 50)])
  func noServiceIsCalled(_ name: String) { #expect(RunName.service.flaw(of: name) != nil) }

  @Test func containersHaveNamesWithDots() {
    #expect(RunName.container.flaw(of: "web.1") == nil)
    #expect(RunName.container.flaw(of: "1") == nil)
    #expect(RunName.container.flaw(of: "web.") != nil)
    #expect(RunName.container.flaw(of: "") == nil)
  }

  @Test func projectsHaveNamesAndNumbers() {
    #expect(["acme-prod", "123456789012", "example.com:acme-prod"].allSatisfy(isProject))
    #expect(!["", "shop", "Acme-Prod", "acme_prod", "acme-prod-", "1acme-prod"].contains(where: isProject))
  }

  @Test(arguments: [
    ("[\"celery\", \"-A\", \"shop\", \"worker\"]", "a Celery worker"),
    ("[\"sh\", \"-c\", \"cd /app && exec bundle exec sidekiq\"]", "Sidekiq"),
    ("[\"php\", \"artisan\", \"queue:work\"]", "a queue worker of Laravel"),
    ("[\"/usr/local/bin/supercronic\", \"/etc/crontab\"]", "cron jobs of supercronic"),
  ])
  func backgroundWorkIsSeen(_ args: String, _ title: String) {
    #expect(container("{\"image\": \"a/b:1\", \"args\": \(args)}").backgroundWork?.title == title)
  }

  @Test(arguments: [
    "[\"gunicorn\", \"-k\", \"uvicorn.workers.UvicornWorker\", \"app:app\"]", "[\"celery\", \"--help\"]",
    "[\"serve\", \"--mode\", \"cron\"]", "[\"php\", \"artisan\", \"serve\"]", "[\"${COMMAND}\"]", "\"celery worker\"",
  ])
  func aServerIsNone(_ args: String) {
    #expect(container("{\"image\": \"a/b:1\", \"args\": \(args)}").backgroundWork == nil)
  }

  @Test func optionsAreFoundInBothForms() {
    let web = container("{\"command\": [\"serve\", \"--host=::1\"], \"args\": [\"--port\", \"80\", \"--\"]}")
    #expect(web.option(["--host"])?.text == "::1")
    #expect(web.option(["--port"])?.text == "80")
    #expect(web.option(["--"]) == nil)
    #expect(web.option(["-p"]) == nil)
  }

  @Test func secretsAreToldFromKeys() {
    func secret(_ name: String, _ version: String) -> RunSecret {
      let place = SourceRange(0, 0)
      return RunSecret(
        place: .variable("DB_PASS"), name: .known(Text(name), at: place), version: .known(Text(version), at: place))
    }
    #expect(["latest", "7", "stable", "v2"].allSatisfy { !secret("db", $0).isVersionAKey })
    #expect(["password", "db_pass", "API_KEY", "url", "username"].allSatisfy { secret("db", $0).isVersionAKey })
    #expect(secret("db", "tls.key").isVersionStrange)
    #expect(secret("projects/acme/secrets/db", "1").flawOfName == .fullName(project: "acme", secret: "db"))
    #expect(secret("a/b", "1").flawOfName == .strangeCharacter)
    #expect(secret("DB_Pass-1", "1").flawOfName == nil)
    #expect(secret("PROJECT_ID-db", "1").flawOfName == nil)
  }
}

private func container(_ json: String) -> RunContainer {
  let parsed = ParsedFile(reading: SourceFile(path: "", text: json), as: .json)
  return RunContainer(parsed.documents.first ?? Node(.null, SourceRange(0, 0)))
}
