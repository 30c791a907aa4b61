import Testing

@testable import Linting

@Suite struct LinkedFilesTests {
  private func files(_ links: [(path: String, links: Links)]) -> LinkedFiles {
    var files = LinkedFiles()
    for (path, links) in links { files.set(links, for: path) }
    return files
  }

  @Test func theyAreThoseThatARunOverAllLooksAtTogether() {
    let names = ["a", "b", "c", "d", "e"]
    var generator = SystemRandomNumberGenerator()
    func some(_ most: Int) -> [String] {
      (0..<Int.random(in: 0...most, using: &generator)).compactMap { _ in names.randomElement(using: &generator) }
    }
    for _ in 0..<300 {
      let all = (0..<9).map { number in
        (
          path: ["", "x/", "x/y/", "z/"][number % 4] + "\(number).json",
          links: Links(defined: some(1), referred: some(2), shared: some(1).map { "shared " + $0 })
        )
      }.sorted { $0.path < $1.path }
      var files = files(all)
      let groups = connectedGroups(all).map { Set($0.map { all[$0].path }) }
      for (path, _) in all {
        let group = groups.first { $0.contains(path) } ?? [path]
        #expect(Set(files.connected(to: [path], most: 100)) == group, "\(all)")
      }
    }
  }

  @Test func theClosestComeFirstAndTheFarthestAreLeftOut() {
    var files = files((0..<6).map { ("\($0)", Links(defined: ["n\($0)"], referred: ["n\($0 + 1)"])) })
    #expect(files.connected(to: ["2"], most: 100) == ["2", "1", "3", "0", "4", "5"])
    #expect(files.connected(to: ["2"], most: 3) == ["2", "1", "3"])
    #expect(files.connected(to: ["0", "5"], most: 1) == ["0", "5"])
    #expect(files.connected(to: ["other"], most: 9) == ["other"])
  }

  @Test func whatChangesIsNoticed() {
    var files = files([("a", Links(defined: ["n"], referred: [])), ("b", Links(defined: [], referred: ["n"]))])
    #expect(files.connected(to: ["a"], most: 9) == ["a", "b"])
    files.set(Links(defined: ["m"], referred: []), for: "a")
    #expect(files.connected(to: ["a"], most: 9) == ["a"])
    files.set(Links(defined: ["n"], referred: []), for: "a")
    files.set(nil, for: "b")
    #expect(files.connected(to: ["a"], most: 9) == ["a"])
  }
}
