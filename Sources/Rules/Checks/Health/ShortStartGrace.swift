extension Check {
  static let shortStartGrace = Check.shortContainerGrace + .shortStartupProbe
}
