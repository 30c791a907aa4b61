import Forms
import Models
import Syntax

extension Check {
  static let invalidImageReference = Check.containers { container, findings in
    guard case .known(let image, let range) = container.imageReference, let problem = image.problem else { return }
    let written = image.text.source
    findings.report(
      range, "'\(written)' is no image reference: \(problem.explanation(in: written))", caption: problem.caption,
      help: "an image reference is [host[:port]/]path[:tag][@sha256:digest], its path in lower case",
      fixes: problem.fix(of: written, at: range, in: findings.resource.file).map { [$0] } ?? [])
  }
}

extension ImageReference.Problem {
  /// What is wrong, in words that follow a colon.
  fileprivate func explanation(in written: String) -> String {
    switch self {
    case .scheme(let scheme): "it starts with \(scheme)://, and no image has a scheme"
    case .blank: "it has white space in it"
    case .upperCase(let component): "'\(component)' has upper-case letters, which no repository has"
    case .path(let component):
      "'\(component)' is not made of lower-case letters and digits, joined by '.', '_', '__' or '-'"
    case .emptyComponent: "a part of its path is empty"
    case .host(let host): "'\(host)' is no host name with an optional port"
    case .emptyTag: "nothing follows the colon where the tag belongs"
    case .tag(let tag):
      tag.utf8.count > 128
        ? "its tag has \(tag.utf8.count) characters, at most 128 are allowed"
        : "the tag '\(tag)' is not made of letters, digits, '_', '.' and '-', or starts with '.' or '-'"
    case .digest(let digest): "'\(digest)' is not sha256: with 64 hexadecimal digits\(digestLength(digest))"
    case .length(let count): "it has \(count) characters, at most 255 are allowed"
    }
  }

  private func digestLength(_ digest: String) -> String {
    guard digest.hasPrefix("sha256:") else { return "" }
    return ", it has \(digest.utf8.count - 7)"
  }

  fileprivate var caption: String {
    switch self {
    case .scheme: "remove the scheme"
    case .blank: "white space"
    case .upperCase: "upper case"
    case .emptyTag: "no tag"
    case .tag: "no valid tag"
    case .digest: "no valid digest"
    case .path, .emptyComponent, .host, .length: ""
    }
  }

  /// Removes a scheme or outer blanks, which is plainly meant; lowers capitals, which is likely.
  fileprivate func fix(of written: String, at range: SourceRange, in file: SourceFile) -> Fix? {
    switch self {
    case .scheme(let scheme):
      guard let place = file.range(of: scheme + "://", in: range) else { return nil }
      return Fix("Remove the scheme", .safe, [.init(place, "")])
    case .upperCase(let component):
      guard let place = file.range(of: component, in: range) else { return nil }
      return Fix("Write the path in lower case", .unsafe, [.init(place, component.lowercased())])
    case .blank:
      let trimmed = written.trimmingBlanks
      guard !trimmed.isEmpty, !trimmed.utf8.contains(where: { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }) else {
        return nil
      }
      guard let place = file.range(of: written, in: range) else { return nil }
      return Fix("Remove the blanks around it", .safe, [.init(place, trimmed)])
    default: return nil
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var rest = self[...]
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
