import Syntax

extension Language {
  /// The language of a file: by its extension, and where that says nothing, by its first bytes.
  ///
  /// Templates keep the extension of what they make before their own: `task.json.tpl`.
  init(path: String, bytes: [UInt8]) {
    let name = path.split(on: "/").last ?? ""
    for part in name.split(on: ".").dropFirst().reversed() {
      switch part.lowercased() {
      case "json", "jsonc":
        self = .json
        return
      case "yaml", "yml":
        self = .yaml
        return
      default: continue
      }
    }
    self = Self.startsLikeJSON(bytes) ? .json : .yaml
  }

  /// Whether the first line that is no template action (`{{ … }}`, `{% … %}`) starts an object or a list.
  private static func startsLikeJSON(_ bytes: [UInt8]) -> Bool {
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"):
        offset += 1
      case UInt8(ascii: "["):
        return true
      case UInt8(ascii: "{"):
        guard offset + 1 < bytes.count, [UInt8(ascii: "{"), UInt8(ascii: "%")].contains(bytes[offset + 1]) else {
          return true
        }
        while offset < bytes.count, bytes[offset] != UInt8(ascii: "\n") { offset += 1 }
      default:
        return false
      }
    }
    return false
  }

  /// Whether a file with this name is worth a look in a walk.
  ///
  /// Its content decides; this only spares reading what is plainly program text, an image or an archive.
  package static func mayBe(name: some StringProtocol) -> Bool {
    let dot = UInt8(ascii: ".")
    let extensions = name.utf8.split(separator: dot).dropFirst(name.utf8.first == dot ? 0 : 1)
    return extensions.isEmpty
      || extensions.contains { known.contains(String(decoding: $0, as: UTF8.self).lowercased()) }
  }

  /// The extensions that such names have.
  package static let known = [
    "json", "jsonc", "yaml", "yml", "template", "tpl", "tftpl", "tmpl", "gotmpl", "j2", "jinja", "jinja2",
    "erb", "mustache", "hbs", "ejs", "dist", "example", "sample",
  ]
}
