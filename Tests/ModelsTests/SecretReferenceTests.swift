import Models
import Syntax
import Testing

private let secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:api/db-AbCdEf"

@Suite struct SecretReferenceTests {
  @Test(arguments: [
    secret, "\(secret):::", "\(secret):password::", "\(secret)::AWSPREVIOUS:", "\(secret):::0b3c5d1e",
    "\(secret):password:AWSCURRENT:", "arn:aws-cn:secretsmanager:cn-north-1:123456789012:secret:db-AbCdEf",
    "arn:aws-us-gov:ssm:us-gov-west-1:123456789012:parameter/db",
    "arn:aws-iso:secretsmanager:us-iso-east-1:123456789012:secret:db-AbCdEf",
    "arn:aws-eusc:ssm:eusc-de-east-1:123456789012:parameter/db",
    "arn:aws:ssm:eu-west-1:123456789012:parameter/api/token", "arn:aws:ssm:eu-west-1:123456789012:parameter/token:3",
    "/api/token", "token", "api.TOKEN", "/aws/reference/secretsmanager/db", "token:latest",
    "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME", "<secret-arn>",
    "arn:aws-new:ssm:xx-new-1:123456789012:parameter/a",
  ])
  func formsThatCanBeResolved(_ text: String) {
    #expect(SecretReference(text).flaw == nil)
  }

  @Test(arguments: [
    ("arn:aws:ssm:eu-west-1", SecretReference.Flaw.shortARN(parts: 4)),
    ("arn:aws:s3:::bucket/key", .otherService("s3")),
    ("\(secret):password", .partsOfSecret(8)), ("\(secret):password:", .partsOfSecret(9)),
    ("\(secret):password:::", .partsOfSecret(11)), ("\(secret):k:AWSCURRENT:0b3c", .stageAndVersion),
    ("arn:aws:secretsmanager:eu-west-1:123456789012:api/db-AbCdEf", .wrongResource(wanted: "secret:")),
    ("arn:aws:secretsmanager:eu-west-1:123456789012:secret:", .missingName),
    ("arn:aws:secretsmanager:eu-west-1:123456789012:secret", .missingName),
    ("arn:aws:ssm:eu-west-1:123456789012:parameter//a/b", .doubledSlash),
    ("arn:aws:ssm:eu-west-1:123456789012:parameter/", .missingName),
    ("arn:aws:ssm:eu-west-1:123456789012:parameter:a", .wrongResource(wanted: "parameter/")),
    ("arn:aws:ssm:eu-west-1:123456789012:/a/b", .wrongResource(wanted: "parameter/")),
    ("arn:aws:ssm::123456789012:parameter/a", .missingRegion),
    ("arn:aws:ssm:eu-west-1a:123456789012:parameter/a", .zone("eu-west-1a")),
    ("arn:aws:ssm:eu-west-1::parameter/a", .missingAccount),
    ("arn:aws:ssm:eu-west-1:1234:parameter/a", .digitsOfAccount(4)),
    (
      "arn:aws:ssm:cn-north-1:123456789012:parameter/a",
      .partition(found: "aws", region: "cn-north-1", wanted: "aws-cn")
    ),
    ("prod/db", .relativePath), ("my secret", .strangeCharacter), ("db+prod", .strangeCharacter),
  ])
  func formsThatCannot(_ text: String, _ flaw: SecretReference.Flaw) {
    #expect(SecretReference(text).flaw == flaw)
  }

  @Test func partsThatAreFilledInLaterMayHoldWhatIsMissing() {
    let hole = Text.Piece.hole("${X}")
    let start = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:"
    #expect(SecretReference(Text([hole, .literal(":password")])).flaw == nil)
    #expect(SecretReference(Text([.literal(start), hole, .literal(":password")])).flaw == nil)
    #expect(SecretReference(Text([.literal("arn:aws:ssm:"), hole])).flaw == nil)
    #expect(SecretReference(Text([.literal("arn:aws:ssm:eu-west-1:123456789012:"), hole])).flaw == nil)
    #expect(SecretReference(Text([hole, .literal("/db")])).flaw == nil)
    #expect(SecretReference(Text([.literal("prod/"), hole])).flaw == .relativePath)
    let region = Text([.literal("arn:aws:secretsmanager:"), hole, .literal(":123456789012:secret:db:password")])
    #expect(SecretReference(region).flaw == .partsOfSecret(8))
    #expect(SecretReference(region).completed == nil)
  }

  @Test func missingColonsAreKnown() {
    #expect(SecretReference("\(secret):password").completed == "\(secret):password::")
    #expect(SecretReference("\(secret):password:").completed == "\(secret):password::")
    #expect(SecretReference("\(secret):password:::").completed == nil)
  }
}
