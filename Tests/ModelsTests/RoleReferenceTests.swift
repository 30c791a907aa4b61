import Models
import Syntax
import Testing

private func role(_ written: String) -> RoleReference {
  RoleReference(Text(placeholdersIn: written) ?? Text(written))
}

@Suite struct RoleReferenceTests {
  @Test(
    arguments: [
      ("arn:aws:iam::123456789012:role/api", "api"), ("arn:aws-cn:iam::123456789012:role/path/api", "api"),
      ("arn:aws:iam::${ACCOUNT}:role/api", "api"), ("arn:aws:iam::ACCOUNT_ID:role/api", "api"),
      ("ecsTaskExecutionRole", "ecsTaskExecutionRole"), ("path/api", "api"),
      ("arn:aws:iam::123456789012:role/${NAME}", nil), ("arn:aws:iam::123456789012:policy/api", nil),
      ("${ROLE}", nil), ("ROLE_ARN", nil), ("arn:aws:iam::1", nil),
    ] as [(String, String?)])
  func knowsItsName(_ written: String, _ name: String?) {
    #expect(role(written).name == name)
  }

  @Test(
    arguments: [
      ("ecsTaskExecutionRole", .execution), ("ecs_task_execution_role", .execution), ("api-execution", .execution),
      ("GokabotTaskExecutionRole", .execution), ("TaskExecRole", .execution), ("taskexecutionrole", .execution),
      ("ecsTaskRole", .task), ("ecs_task_role", .task), ("api-taskrole", .task), ("my-app-role", .task),
      ("StackTaskDefTaskRoleA3BA9222-nTdaQ9rUJO6Q", .task),
      ("StackTaskDefExecutionRole9B4BE31F-OQM2Q2ePK55s", .execution),
      ("ecs-exec-role", nil), ("api", nil), ("ecs_task_iam_role", nil), ("ecsRole", nil), ("role", nil), ("task", nil),
    ] as [(String, RoleReference.Purpose?)])
  func readsThePurposeFromTheName(_ name: String, _ purpose: RoleReference.Purpose?) {
    #expect(role(name).namedPurpose == purpose)
  }

  @Test(arguments: [
    ("arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/a", true),
    ("arn:aws:iam::123456789012:role/a", "a", true), ("a", "a", true),
    ("arn:aws:iam::${ID}:role/${NAME}-x", "arn:aws:iam::${ID}:role/${NAME}-x", true),
    ("arn:aws:iam::ACCOUNT_ID:role/a", "arn:aws:iam::ACCOUNT_ID:role/a", true),
    ("arn:aws:iam::123456789012:role/<ROLE>", "arn:aws:iam::123456789012:role/<ROLE>", false),
    ("arn:aws:iam::123456789012:role/ROLE_NAME", "arn:aws:iam::123456789012:role/ROLE_NAME", false),
    ("arn:aws:iam::123456789012:role/a", "arn:aws:iam::123456789012:role/b", false),
    ("arn:aws:iam::123456789012:role/a", "arn:aws:iam::210987654321:role/a", false),
    ("ROLE", "ROLE", false), ("${ROLE}", "a", false),
  ])
  func comparesRoles(_ one: String, _ other: String, _ isSame: Bool) {
    #expect(role(one).isSame(as: role(other)) == isSame)
    #expect(role(other).isSame(as: role(one)) == isSame)
  }

  @Test func takesAnARNApart() throws {
    let arn = try #require(ARN("arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf:password::"))
    #expect(arn.region.literal == "eu-west-1")
    #expect(arn.account.literal == "123456789012")
    #expect(arn.resource.literal == "secret:db-AbCdEf:password::")
    #expect(arn.resourceType == "secret")
    #expect(ARN("arn:aws:iam::123") == nil)
    #expect(ARN("aws:iam::123:role/a:b") == nil)
  }

  @Test(arguments: [
    ("eu-west-1", "aws"), ("cn-north-1", "aws-cn"), ("us-gov-west-1", "aws-us-gov"), ("us-isob-east-1", "aws-iso-b"),
    ("eusc-de-east-1", "aws-eusc"),
  ])
  func knowsThePartitionOfARegion(_ region: String, _ name: String) {
    #expect(partition(ofRegion: region) == name)
  }
}
