/// The rule files in a directory and below it, in sorted order; of a file, itself.
///
/// Links to directories are not followed, so that no circle of them hangs anybody, and hidden names are left out.
func ruleFiles(at path: String) throws(SystemFailure) -> [String] {
  guard try kindOfFile(at: path) == .directory else { return [path] }
  var files: [String] = []
  var pending = [path]
  while let directory = pending.popLast() {
    for (name, kind) in try entries(ofDirectory: directory) where !name.hasPrefix(".") {
      let path = directory == "." ? name : directory + "/" + name
      let isRuleFile = name.hasSuffix(".yaml") || name.hasSuffix(".yml")
      switch kind {
      case .directory: pending.append(path)
      case .file where isRuleFile: files.append(path)
      case .link where isRuleFile:
        // One that leads nowhere is a rule that somebody misses.
        if (try? kindOfFile(at: path)) != .directory { files.append(path) }
      case .file, .link, .other: break
      }
    }
  }
  return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}
