/// A configuration, and where a file stands below it.
package struct AppliedConfiguration: Hashable, Sendable {
  package let configuration: Configuration
  /// From the directory that the configuration's patterns are relative to.
  package let path: String

  package init(configuration: Configuration, path: String) {
    self.configuration = configuration
    self.path = path
  }
}
