import Models
import Syntax
import Testing

@Suite struct WildcardTests {
  @Test(arguments: [
    ("release-*", "release-eu", true), ("release-*", "release-", true), ("release-*", "releases", false),
    ("*", "", true), ("*", "a/b", false), ("**", "a/b", true), ("a/*/c", "a/b/c", true), ("a/*/c", "a/b/b/c", false),
    ("a/**/c", "a/b/b/c", true), ("*-*", "a-b-c", true), ("", "", true), ("", "a", false), ("a", "", false),
    ("v*.*.*", "v1.2", false), ("*a*b*", "xxaxxbxx", true),
  ])
  func aStarStandsForAnyTextBetweenSlashes(_ pattern: String, _ text: String, _ matches: Bool) {
    #expect(Wildcard(pattern).matches(text) == matches)
  }

  @Test(arguments: [
    ("abc", "a${X}", true), ("abc", "b${X}", false), ("abc", "${X}c", true), ("abc", "${X}d", false),
    ("a/*", "${X}", true), ("a", "a${X}", true), ("a", "${X}a${Y}", true), ("a/*", "b${X}/c", false),
    ("*x", "y${X}", true), ("*", "a${X}/b", false),
  ])
  func anUnknownPartMayBecomeAnything(_ pattern: String, _ text: String, _ mayMatch: Bool) throws {
    #expect(Wildcard(pattern).mayMatch(try #require(Text(placeholdersIn: text))) == mayMatch)
  }

  @Test(arguments: [
    ("ghcr.io/acme", "ghcr.io/acme/api:1", true), ("ghcr.io/acme/", "ghcr.io/acme/a/b@sha256:0", true),
    ("ghcr.io/acme", "ghcr.io/acme-fake/api", false), ("ghcr.io/acme/*", "ghcr.io/acme/a/b", true),
    ("*.dkr.ecr.*.amazonaws.com", "1.dkr.ecr.eu-west-1.amazonaws.com/a", true),
    ("*.dkr.ecr.*.amazonaws.com", "1.dkr.ecr.evil.com/x.amazonaws.com/a", false),
    ("docker.io/library", "nginx", true), ("docker.io/library", "index.docker.io/library/nginx", true),
    ("docker.io/acme", "acme/api", true), ("docker.io/library", "acme/api", false),
  ])
  func aPatternMeansTheImagesBelowIt(_ pattern: String, _ image: String, _ isMeant: Bool) {
    #expect(ImagePattern(pattern).mayMean(ImageReference(image)) == isMeant)
  }
}
