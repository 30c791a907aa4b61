import Rules
import Syntax

extension HTMLFindings {
  /// What the page can be narrowed to; the script shows it, since nothing else can make it work.
  var filters: String {
    let chips = Severity.allCases.reversed().map { severity in
      """
      <label class="chip \(severity)"><input type="checkbox" name="severity" value="\(severity)" checked>\
      \(severity.heading(2)) <span>\(count(of: severity))</span></label>
      """
    }
    let used = Set(groups.map { Rule.category(ofCode: $0.code) })
    let known = Rule.categories.filter { used.contains($0.prefix) }
    let own = used.subtracting(known.map(\.prefix)).sorted().map { (prefix: $0, title: $0) }
    let categories = (known + own).map {
      "<option value=\"\($0.prefix.visible.markup)\">\($0.title.visible.markup)</option>"
    }
    let rules = groups.sorted { $0.code < $1.code }.map { group in
      let code = group.code.visible.markup
      return "<option value=\"\(code)\">\(code)\(group.rule.map { " \($0.name.visible.markup)" } ?? "")</option>"
    }
    return """
      <form id="filters" role="search" aria-label="Findings" hidden>
      <label class="field grow"><span>Search</span>\
      <input type="search" id="search" placeholder="Message, path, code …" autocomplete="off" spellcheck="false"></label>
      <fieldset><legend>Severity</legend>\(chips.joined())</fieldset>
      <label class="field"><span>Category</span><select id="category"><option value="">All</option>\
      \(categories.joined())</select></label>
      <label class="field"><span>Rule</span><select id="rule"><option value="">All</option>\(rules.joined())</select></label>
      <fieldset><legend>Group by</legend>\
      <label class="chip"><input type="radio" name="group" value="rule" checked>Rule</label>\
      <label class="chip"><input type="radio" name="group" value="file">File</label></fieldset>
      <p class="status"><span id="status" role="status"></span>\
      <span class="keys"><kbd>/</kbd> search <kbd>j</kbd> <kbd>k</kbd> next, previous</span></p>
      </form>
      """
  }
}
