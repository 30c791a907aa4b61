extension Text {
  /// The string with its placeholders as holes; nil when it has none.
  package init?(placeholdersIn text: String) { return nil }
}
