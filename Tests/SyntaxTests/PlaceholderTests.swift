import Testing

@testable import Syntax

/// A text, and the same text with each hole in «».
struct MarkedCase: Sendable, CustomTestStringConvertible {
  let marked: String
  var text: String { marked.filter { $0 != "«" && $0 != "»" } }
  var testDescription: String { marked }

  init(_ marked: String) { self.marked = marked }
}

private func mark(_ text: Text?) -> String? {
  text.map { text in
    text.pieces.map { piece in
      switch piece {
      case .literal(let text): text
      case .hole(let source): "«\(source)»"
      }
    }.joined()
  }
}

@Suite struct PlaceholderTests {
  @Test(
    arguments: [
      "«${TAG}»", "app:«${TAG}»", "«${A}»«${B}»", "a«${A:-x}»b«${var.tag}»c", "«${{ github.sha }}»",
      "repo:«${{ format('{0}', x) }}»!", "«${jsonencode({\"a\" = \"}\"})}»", "«${lookup(m, \"a\")}»/x",
      "«$TAG»", "app:«$Tag»-x", "«$a_1».b", "«$(VAR)»", "«{{ must_env `X` }}»:«{{ env `TAG` `}}` }}»", "«{{{raw}}}»",
      "«{{.ID}}»", "«{{resolve:ssm:/a/b:1}}»", "«{% if x %}»a«{% endif %}»", "«%{ if x }»a«%{ endif ~}»",
      "/ecs/«<FAMILY>»", "a«<TAG>»", "«<image>»", "arn:aws:iam::«<your account id>»:role/x", "«%GCP_PROJECT%»/x",
      "«@@VAR@@»", "«@VAR@»", "«#{VAR}#»", "«#{var.name}»", "«__VAR__»", "x-«__A_B__»-y", "«[[VAR]]»",
      "«{VAR}»/«{B_2}»",
      "«$$$$START_PERIOD$$$$»", "$$«$VAR»", "«${a}»}", "é«${É}»é",
    ].map(MarkedCase.init))
  func findsPlaceholders(_ marked: MarkedCase) {
    #expect(mark(Text(placeholdersIn: marked.text)) == marked.marked)
  }

  @Test(arguments: [
    "", "$", "$5", "$$", "cost $ 5", "a < b > c", "x <y", "List<AWS::EC2::Subnet::Id>", "Value<String>",
    "<html><body style=\"x\">hi</body></html>", "cat <<EOF > file", "100%", "%b %d, %Y %H:%M:%S", "date +%H%M%S",
    "%C3%A9", "curl -w %{http_code}", "a@b.c", "nginx@sha256:0123", "#!/bin/sh", "a#{", "AIRFLOW__CORE__EXECUTOR",
    "__init__", "____", "[[ -f x ]]", "[[:alpha:]]", "{\"a\":{\"b\":1}}", "{2,3}", "{a}", "{{ open", "${open",
    "$(date +%s)",
    "awk '{print $1}'", "<", "{", "{{", "$$VAR", "<a <", "[[A", "@A@", "plain",
  ])
  func leavesOtherTextAlone(_ text: String) {
    #expect(mark(Text(placeholdersIn: text)) == nil)
  }

  @Test(
    arguments: [
      "«REGION»-docker.pkg.dev/«PROJECT_ID»/repo/app:«TAG»", "«ACCOUNT_ID».dkr.ecr.«REGION».amazonaws.com/app:1",
      "arn:aws:iam::«XXXXXXXXXXXX»:role/ecs_task", "gcr.io/«your-project-id»/app", "gcr.io/«my-project»/app:v1",
      "gcr.io/«YOUR-PROJECT»/app", "«IMAGE_PLACEHOLDER»", "«REPLACE_ME»", "«changeme»", "app-«change-me»",
      "«xxxxxxxxxxxx».dkr",
      "a/«<...>»:«<the tag>»", "{«your-environment-id»}.live",
    ].map(MarkedCase.init))
  func findsStandIns(_ marked: MarkedCase) {
    #expect(mark(Text(standInsIn: marked.text)) == marked.marked)
  }

  @Test(arguments: [
    "nginx:1.27", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/app:V1", "gcr.io/my-project-7/app", "a < b", "",
    "arn:aws:iam::123456789012:role/ecsTaskExecutionRole",
  ])
  func leavesRealNamesAlone(_ text: String) {
    #expect(mark(Text(standInsIn: text)) == nil)
  }

  @Test func marksStandInsBesidePlaceholders() {
    let text = Text(placeholdersIn: "gcr.io/PROJECT_ID/app:${TAG}")?.markingStandIns
    #expect(mark(text) == "gcr.io/«PROJECT_ID»/app:«${TAG}»")
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["${", "{{", "{{ \"", "$$", "__A", "<A ", "{%", "#{a", "%A", "@A", "a-", "${\"}", "{A", "[[A"])
  func staysLinearOnHostileText(_ piece: String) {
    let text = String(repeating: piece, count: 100_000)
    _ = Text(placeholdersIn: text)
    _ = Text(standInsIn: text)
  }
}
