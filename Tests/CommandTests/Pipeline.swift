import Foundation
import Testing

/// A project with a branch of its own, checked out as the runners of GitHub and GitLab do it, and a release to download.
struct Pipeline {
  let scratch: Folder
  /// Where the runner has checked the project out.
  let checkout: Folder
  let base: String
  let head: String
  /// What GitHub makes of a pull request, and GitLab of merged results: both merged.
  let merge: String

  /// The mistakes on main are in old.json; those of the change in new.json, and in a line of both.json.
  init(ref: String, depth: Int?) throws {
    scratch = try Folder()
    let origin = Folder(url: scratch.url.appending(path: "origin"))
    for name in ["old", "both"] {
      try origin.write(Sample.task(family: name, image: "shop/\(name):latest"), to: "deploy/\(name).json")
    }
    try Self.git(["init --quiet --initial-branch=main", "config uploadpack.allowAnySHA1InWant true"], in: origin)
    for number in 0..<4 { try Self.commit("main \(number)", in: origin) }
    base = try Self.git(["rev-parse HEAD", "checkout --quiet -b change"], in: origin)
    try origin.write(Sample.task(family: "new", image: "shop/new:latest"), to: "deploy/new.json")
    try origin.write(Sample.task(family: "other", image: "shop/both:latest"), to: "deploy/both.json")
    for number in 0..<4 { try Self.commit("change \(number)", in: origin) }
    head = try Self.git(["update-ref refs/pull/7/head HEAD", "rev-parse HEAD", "checkout --quiet main"], in: origin)
    // Somebody else's mistake, which is none of the change.
    try origin.write(Sample.task(family: "meanwhile", image: "shop/meanwhile:latest"), to: "deploy/meanwhile.json")
    try Self.commit("meanwhile", in: origin)
    merge = try Self.git(
      [
        "checkout --quiet --detach", "\(Self.identity) merge --quiet --no-ff -m merge change",
        "update-ref refs/pull/7/merge HEAD", "rev-parse HEAD", "checkout --quiet main",
      ], in: origin)

    checkout = Folder(url: scratch.url.appending(path: "checkout"))
    try checkout.write("", to: ".git/made-for-a-test")
    let refs = depth.map { "--depth=\($0) origin \(ref)" } ?? "origin \(ref) '+refs/heads/*:refs/remotes/origin/*'"
    try Self.git(
      [
        "init --quiet", "remote add origin 'file://\(origin.url.path())'", "fetch --quiet --no-tags \(refs)",
        "checkout --quiet --detach FETCH_HEAD",
      ], in: checkout)
  }

  private static let identity = "-c user.name=t -c user.email=t@example.com"

  private static func commit(_ message: String, in folder: Folder) throws {
    try git(["add --all", "\(identity) commit --quiet --allow-empty -m '\(message)'"], in: folder)
  }

  @discardableResult
  private static func git(_ commands: [String], in folder: Folder) throws -> String {
    let result = try Command.shell(commands.map { "git \($0)" }.joined(separator: " && "), in: folder)
    try #require(result.status == 0, "\(result.errors)")
    return result.output.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The tool as a release has it; the address to download from.
  func release() throws -> String {
    let script = """
      version=$("$seatrial" --version)
      name=seatrial-$version-linux-$(uname -m)
      mkdir -p "releases/v$version" "made/$name" && ln -s "$seatrial" "made/$name/seatrial"
      tar -C made -czf "releases/v$version/$name.tar.gz" "$name"
      cd "releases/v$version" && sha256sum "$name.tar.gz" >"$name.tar.gz.sha256"
      """
    let result = try Command.shell(script, in: scratch)
    try #require(result.status == 0, "\(result.errors)")
    return "file://\(scratch.url.appending(path: "releases").path())"
  }

  func remove() { scratch.remove() }
}
