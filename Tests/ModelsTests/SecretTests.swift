import Models
import Testing

@Suite struct SecretTests {
  @Test(arguments: [
    "DB_PASSWORD", "POSTGRES_PASSWORD", "PGPASSWORD", "MYSQL_PWD", "SMTP_PASS", "dbPassword", "password", "JWT_SECRET",
    "CLIENT_SECRET", "SECRET_KEY_BASE", "DJANGO_SECRET_KEY", "AWS_SECRET_ACCESS_KEY", "PRIVATE_KEY", "ENCRYPTION_KEY",
    "SPRING_DATASOURCE_PASSWORD", "spring.datasource.password", "DB_PASSWORD_1", "MYSQL_ROOT_PASSWORD",
    "ADMIN_PASSWORD_PROD",
  ])
  func namesOfSecrets(_ name: String) {
    #expect(SecretName(name) == .secret)
  }

  @Test(arguments: [
    "DB_SECRET", "SECRET", "GITHUB_TOKEN", "TOKEN", "API_KEY", "STRIPE_API_KEY", "apikey", "splunk-token", "AUTH_KEY",
    "LICENSE_KEY", "SUPABASE_SERVICE_ROLE_KEY", "NEW_RELIC_LICENSE_KEY", "githubToken",
  ])
  func namesOfWhatMayBeSecrets(_ name: String) {
    #expect(SecretName(name) == .perhaps)
  }

  @Test(arguments: [
    "SECRET_ARN", "SECRET_NAME", "PASSWORD_FILE", "DB_PASSWORD_FILE", "TOKEN_EXPIRY", "PASSWORD_MIN_LENGTH",
    "ENABLE_PASSWORD_LOGIN", "CACHE_KEY", "PARTITION_KEY", "PUBLIC_KEY", "JWT_PUBLIC_KEY", "STRIPE_PUBLISHABLE_KEY",
    "NEXT_PUBLIC_MAPBOX_TOKEN", "VITE_API_KEY", "SUPABASE_ANON_KEY", "S3_KEY", "KEY", "PWD", "MAX_TOKENS",
    "PASSTHROUGH",
    "TOKEN_URL", "SECRETS_MANAGER_ENDPOINT", "AWS_ACCESS_KEY_ID", "COMPASS", "KEYCLOAK_REALM", "NEXT_PAGE_TOKEN",
    "RECAPTCHA_SITE_KEY", "AUTHOR", "SESSION_COOKIE_NAME", "BYPASS", "ESM2_MAX_BATCH_TOKENS",
    "REDASH_JWT_AUTH_COOKIE_NAME", "",
  ])
  func namesOfOtherThings(_ name: String) {
    #expect(SecretName(name) == nil)
  }

  @Test(arguments: [
    "", " ", "true", "no", "3600", "12345", "/run/secrets/db", "./certs/key.pem", "https://vault.example.org/v1",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf", "projects/1/secrets/db/versions/2",
    "sm://acme/db", "prod/db/password", "changeme", "CHANGE_ME", "YOUR_API_KEY", "your-token-here", "<token>",
    "xxxxxxxx",
    "****", "DB_PASSWORD", "PLACEHOLDER", "vault:secret/data/db#password", "op://vault/item/field",
    "ENC[AES256,data:x]",
    "{cipher}abcdef", "$2b$10$abcdefghijklmnopqrstuv", "REPLACE_WITH_SECRET", "aaaaaa", "AKIAIOSFODNN7EXAMPLE",
  ])
  func harmlessValues(_ text: String) {
    #expect(SecretValue(text).isHarmless)
  }

  @Test(arguments: [
    "password", "hunter2", "postgres", "oh no D:", "123456", "S3cr3t!", "p@ss/w0rd", "correct horse battery", "admin",
    "9f86d081884c7d659a2feaa0c55ad015", "base64:q2Vb3lTz0dN8sHk1mPq7xw==",
  ])
  func valuesThatSayNothingAgainstBeingSecret(_ text: String) {
    #expect(!SecretValue(text).isHarmless)
  }

  @Test(arguments: [
    ("9f86d081884c7d659a2feaa0c55ad015", true), ("dGhpc2lzYXNlY3JldGtleTEyMw==", true),
    ("3fa85f64-5717-4562-b3fc-2c963f66afa6", true), ("kJh8GfDsA2qWeRtY", true),
    ("my-app-db-secret", false), ("prod-api-token-v2", false), ("github-token", false),
    ("rds-db-credentials-2024", false),
    ("short1", false), ("MyApplicationSecretName", false), ("12345678901234567890", false),
  ])
  func valuesDrawnAtRandom(_ text: String, _ isRandom: Bool) {
    #expect(SecretValue(text).looksRandom == isRandom)
  }

  /// In pieces with `~` between them, so that no scanner takes the tests for a leak.
  static let forms: [(String, String)] = [
    ("AKIA~QWERTYUIOPASDFG2", "an AWS access key"),
    ("ghp_~a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8", "a GitHub token"),
    ("token=xoxb-~2048-4096-q1w2e3r4t5y6u7i8", "a Slack token"),
    ("sk_live_~q1w2e3r4t5y6u7i8o9p0", "a Stripe secret key"),
    ("AIza~SyQ1w2E3r4T5y6U7i8O9p0AsDfGhJkLzXcV", "a Google API key"),
    (
      "-----BEGIN RSA ~PRIVATE KEY-----\nMIIEpAIBAAKCAQEAMIIEpAIBAAKCAQEAMIIEpAIBAAKCAQEAMIIEpAIBAAKCAQEA",
      "a private key"
    ),
    (
      "{\"k\": \"-----BEGIN ~PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj\"}",
      "a private key"
    ),
    ("postgres://app:~hunter2@db.internal:5432/app", "an address with a password in it"),
    ("postgres://app:~hunter2@\u{FFFC}/app", "an address with a password in it"),
    ("amqp://guest:~s3cr3t@mq", "an address with a password in it"),
    (
      "https://hooks.slack.com/services/T~0Q1W2E3R/B4T5Y6U7I/q1W2e3R4t5Y6u7I8o9P0a1S2",
      "the address of a Slack webhook, which is its password"
    ),
    ("Server=db;User=sa;Password=~Hunter2!;", "a connection string with a password in it"),
    ("host=db user=app password=~hunter2", "a connection string with a password in it"),
    ("eyJhbGciOiJIUzI1NiJ9.~eyJzdWIiOiJhcHAifQ.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg", "a JSON Web Token"),
  ]

  @Test(arguments: forms)
  func knownForms(_ value: String, _ title: String) {
    #expect(CredentialShape(in: value.filter { $0 != "~" })?.title == title)
  }

  @Test(arguments: [
    "AKIAIOSFODNN7EXAMPLE", "ghp_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", "pk_live_q1w2e3r4t5y6u7i8o9p0",
    "postgres://localhost:5432/app", "postgres://user:password@localhost/app", "redis://:@cache:6379",
    "postgres://app:${DB_PASSWORD}@db/app", "postgres://app:\u{FFFC}@db/app", "https://user@host/path",
    "https://abc123@o1.ingest.sentry.io/42", "mysql://app:<password>@db/app", "http://a:8080/x@y",
    "-----BEGIN PUBLIC KEY-----",
    "-----BEGIN PRIVATE KEY-----...-----END PRIVATE KEY-----", "user:password", "key=value;password=",
    "https://example.com",
    "mongodb+srv://app:****@cluster0.mongodb.net", "skin-care-and-other-things-that-are-long", "",
    "arn:aws:iam::123456789012:role/AKIA", "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiJ9.c2lnbmF0dXJlLW9mLXRoZS10b2tlbg",
  ])
  func otherForms(_ value: String) {
    #expect(CredentialShape(in: value) == nil)
  }
}
