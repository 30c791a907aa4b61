import Testing

@testable import Syntax

@Suite struct YAMLTemplateTests {
  @Test(
    arguments: [
      YAMLCase("value", "a: {{ .Values.image }}\n", "{a: «{{ .Values.image }}»}"),
      YAMLCase("parts", "a: x/{{ b }}:{{ c }}-y\n", "{a: \"x/\"«{{ b }}»\":\"«{{ c }}»\"-y\"}"),
      YAMLCase(
        "quoted", "a: \"x{{ b }}\\ty\"\nc: 'it''s {{ d }}'\n", "{a: \"x\"«{{ b }}»\"\\ty\", c: \"it's \"«{{ d }}»}"),
      YAMLCase("quotes inside", "a: \"{{ env \"TAG\" }}\"\n", "{a: «{{ env \"TAG\" }}»}"),
      YAMLCase("colon inside", "a: {{ f \"b: c\" }}\n", "{a: «{{ f \"b: c\" }}»}"),
      YAMLCase("in a flow", "a: [{{ b }}, {c: {{ d }}}]\n", "{a: [«{{ b }}», {c: «{{ d }}»}]}"),
      YAMLCase("with a dollar", "a: ${{ github.sha }}\n", "{a: «${{ github.sha }}»}"),
      YAMLCase("beside a variable", "a: ${B}-{{ c }}\n", "{a: «${B}»\"-\"«{{ c }}»}"),
      YAMLCase(
        "text block", "a: |\n  {{ if b }}\n  x\nc: >-\n  d\n  {{ e }}\n",
        "{a: «{{ if b }}»\"\\nx\\n\", c: \"d \"«{{ e }}»}"),
      YAMLCase("key", "{{ a }}: 1\nb: 2\n", "{b: 2, …}"),
      YAMLCase("comment", "# {{ a\nb: 1 # {{ c }}\n", "{b: 1}"),
      YAMLCase("comment of the template", "{{/* don't */}}\na: 1\n{# b #}\n{%- set c = 1 %}\n", "{a: 1}"),
      YAMLCase(
        "either of two", "a: r/{{ if b }}x{{ else }}y{{ end }}:1\n",
        "{a: \"r/\"«{{ if b }}x{{ else }}y{{ end }}»\":1\"}"),
      YAMLCase("letters like the filler", "a: xx{{ b }}xxxx{{ c }}x\n", "{a: \"xx\"«{{ b }}»\"xxxx\"«{{ c }}»\"x\"}"),
      YAMLCase("private use", "a: \u{E000}{{ b }}\u{E001}\n", "{a: \"\u{E000}\"«{{ b }}»\"\u{E001}\"}"),
      YAMLCase("variables in a flow", "a: [${B}, x-${C}]\n", "{a: [«${B}», \"x-\"«${C}»]}"),
      YAMLCase("other placeholders", "a: %TAG%\nb: @NAME@\nc: 1\n", "{a: «%TAG%», b: «@NAME@», c: 1}"),
    ])
  func seesThroughActions(_ example: YAMLCase) {
    let parsed = parseYAML(example.yaml)
    #expect(parsed.outline == example.expected)
    #expect(parsed.complaints == [])
    #expect(!parsed.isOpaqueTemplate)
  }

  @Test(
    arguments: [
      YAMLCase("condition", "a: 1\n{{- if b }}\nc: 2\n{{- else }}\nc: 3\n{{- end }}\n", "{a: 1, c: 2, …}"),
      YAMLCase("included lines", "a:\n  {{- include \"b\" . | nindent 4 }}\nc: 1\n", "{a: null, c: 1, …}"),
      YAMLCase("Jinja", "a:\n{% for b in c %}\n- {{ b }}\n{% endfor %}\n", "{a: [«{{ b }}»], …}"),
      YAMLCase(
        "inside a text block", "a: |\n  b\n{{- if c }}\n  d\n{{- end }}\n", "{a: «|\n  b\n{{- if c }}\n  d», …}"),
      YAMLCase("not YAML", "a: 1\n{{ b }} c {{ d }}\ne: 2\n", "{a: «1», …}"),
      YAMLCase("several lines", "{{- /* a\n b: c */ -}}\n{{ template\n  \"x\" }}\nd: 1\n", "{d: 1, …}"),
    ])
  func knowsWhatItCannotSee(_ example: YAMLCase) {
    let parsed = parseYAML(example.yaml)
    #expect(parsed.outline == example.expected)
    #expect(parsed.complaints == [])
    #expect(parsed.isOpaqueTemplate)
  }

  @Test func saysWhereActionsStandOutsideOfStrings() {
    let parsed = parseYAML("a: {{ b }}\nc: \"{{ d }}\"\n{{ if e }}\nf: x{{ g }}\n{{ end }}\n")
    #expect(
      parsed.templateActions.map { parsed.file.text(in: $0) } == ["{{ b }}", "{{ if e }}", "{{ g }}", "{{ end }}"])
  }

  @Test func stillFindsMistakesBesidePlaceholders() {
    #expect(parseYAML("a: [${B}]\nc: d: e\n").complaints == ["2:4 `d: e` a value without quotes cannot contain `: `"])
    #expect(parseYAML("a: ${B}\na: 2\n").diagnostics.map(\.code) == ["SYN002"])
  }
}
