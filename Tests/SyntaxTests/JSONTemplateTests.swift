import Testing

@testable import Syntax

@Suite struct JSONTemplateTests {
  @Test(arguments: [
    ("[${A}]", "[‹${A}›]", ["${A}"]), ("{\"a\": $MEM}", "{a: ‹$MEM›}", ["$MEM"]),
    ("{\"a\":{{ b }}}", "{a: ‹{{ b }}›}", ["{{ b }}"]),
    ("[<PORT>, <port>]", "[‹<PORT>› ‹<port>›]", ["<PORT>", "<port>"]),
    (
      "[%PORT%,@@P_1@@,@PORT@,__PORT__,#{PORT}#]",
      "[‹%PORT%› ‹@@P_1@@› ‹@PORT@› ‹__PORT__› ‹#{PORT}#›]", ["%PORT%", "@@P_1@@", "@PORT@", "__PORT__", "#{PORT}#"]
    ),
    ("{\"family\": FAMILY, \"r\": ROLE_ARN\n}", "{family: ‹FAMILY› r: ‹ROLE_ARN›}", ["FAMILY", "ROLE_ARN"]),
    ("[{PORT}]", "[‹{PORT}›]", ["{PORT}"]), ("${X}", "‹${X}›", ["${X}"]),
    (
      "[${A}${B}, \"x\"{{y}}, ${N}MB, 5${Z}]", "[‹${A}${B}› ‹\"x\"{{y}}› ‹${N}MB› ‹5${Z}›]",
      ["${A}${B}", "\"x\"{{y}}", "${N}MB", "5${Z}"]
    ),
    (
      "{\"a\": ${jsonencode({ x = \"}\" })}, \"b\": 1}", "{a: ‹${jsonencode({ x = \"}\" })}› b: 1}",
      ["${jsonencode({ x = \"}\" })}"]
    ),
    ("{\"a\": ${{ inputs.x }} }", "{a: ‹${{ inputs.x }}›}", ["${{ inputs.x }}"]),
    ("{{/* c */}}{{ $x := 1 }}{# d #}[1]", "[1]", ["{{/* c */}}", "{{ $x := 1 }}", "{# d #}"]),
    (
      "{\"a\": {{ if .X }}1{{ else }}2{{ end }}, \"b\": 2}", "{a: ‹{{ if .X }}1{{ else }}2{{ end }}› b: 2}",
      ["{{ if .X }}1{{ else }}2{{ end }}"]
    ),
    ("{${KEY}: 1, \"b\": 2}", "{b: 2 …}", ["${KEY}"]),
  ])
  func takesPlaceholdersForUnknownValues(_ text: String, _ tree: String, _ actions: [String]) {
    let parsed = readJSON(text)
    #expect(parsed.diagnostics.map(\.message) == [])
    #expect(parsed.documents.map(outline) == [tree])
    #expect(parsed.templateActions.map { parsed.file.text(in: $0) } == actions)
    #expect(!parsed.isOpaqueTemplate)
  }

  @Test(arguments: [
    ("[\"app:${TAG}\", \"a\\n$X\"]", "[app:‹${TAG}› a\n‹$X›]", 0),
    ("{\"${X}\": 1, \"b\": 2}", "{b: 2 …}", 0),
    ("[\"{{ must_env \"IMAGE\" }}\"]", "[‹{{ must_env \"IMAGE\" }}›]", 1),
    ("[\"a:{{ env `X` `y` }}/\\u0062\"]", "[a:‹{{ env `X` `y` }}›/b]", 0),
    (
      "[\"{{ must_env \"A\" }}-{{ env \"B\" \"}}\" }}:x\", 1]", "[‹{{ must_env \"A\" }}›-‹{{ env \"B\" \"}}\" }}›:x 1]",
      2
    ),
    ("{\"a\": \"{{ if x\n }}b\"}", "{a: ‹{{ if x\n }}›b}", 1),
    ("{\"a\": \"${lookup(m, \"k\")}-x\"}", "{a: ‹${lookup(m, \"k\")}›-x}", 1),
  ])
  func findsPlaceholdersInStrings(_ text: String, _ tree: String, _ actions: Int) {
    let parsed = readJSON(text)
    #expect(parsed.diagnostics.map(\.message) == [])
    #expect(parsed.documents.map(outline) == [tree])
    #expect(parsed.templateActions.count == actions)
  }

  @Test(arguments: [
    "{{ if .X }}{\"a\": 1}{{ end }}", "{\"a\": 1{{ if .X }}, \"b\": 2{{ end }}}", "{\"a\": 1 ${more} }",
    "{\"a\": 1, ${jsonencode(x)} }", "[{{ range .X }}{\"a\": {{ . }}},{{ end }}]", "{% for x in y %}[1]{% endfor %}",
    "[%{ for x in y ~}\"${x}\",%{ endfor ~}]", "{\"a\": {{ if .X }} 1 {{ else }} 2 {{ end }}}",
    "{\"a\": 1, $$$$MORE$$$$ \"b\": 2}", "{{#each x}}[1]{{/each}}",
    "{\"a\": {% if x %} 1 {% else %} 2 {% endif %}, \"a\": 2}",
    "{ {{ fields }} }", "[1] {{ end }}",
  ])
  func leavesTheTextOfATemplateAlone(_ text: String) {
    let parsed = readJSON(text)
    #expect(parsed.diagnostics.map(\.message) == [])
    let (isOpaque, actions) = (parsed.isOpaqueTemplate, parsed.templateActions)
    #expect(isOpaque && !actions.isEmpty)
  }

  @Test(arguments: [
    "[TRUE]", "[FO]", "[Foo]", "[FOO BAR]", "[<null>]", "[{{ x]", "[${x]", "{FOO: 1}", "{\"a\": 1 \"b\": \"${X}\"}",
  ])
  func stillSeesMistakes(_ text: String) {
    let parsed = readJSON(text)
    #expect(parsed.diagnostics.map(\.code) == ["SYN001"])
    #expect(!parsed.isOpaqueTemplate)
  }
}
