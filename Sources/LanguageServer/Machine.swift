import Linting
import RuleFiles
import Syntax

/// What the server asks of the machine it runs on; all paths are absolute.
package struct Machine: Sendable {
  /// Gives the bytes of a file by its path, at most as many as asked for.
  package typealias Reader = Linter.Reader

  /// Which configurations are looked for, and how their files are read.
  package struct ConfigurationRequest {
    /// The files that have them, as they are shown.
    package let names: [String]
    /// Configurations that are read for their mistakes alone, as they are shown.
    package let checked: [String]
    /// The directory that names are relative to.
    package let directory: String
    /// Reads a configuration by its path.
    package let read: Reader
  }

  /// What was found.
  package struct Configurations {
    /// By the name of the file; a file without a configuration has none.
    package let applied: [String: AppliedConfiguration]
    /// The mistakes in everything that was read.
    package let problems: [ConfigurationProblem]

    package init(applied: [String: AppliedConfiguration], problems: [ConfigurationProblem]) {
      self.applied = applied
      self.problems = problems
    }
  }

  /// The version of the tool.
  package let version: String
  /// How many files may be in work at the same time.
  package let jobs: Int
  /// In a workspace of more files than this, only the folders of open documents are looked at.
  package let mostFiles: Int
  package let read: Reader
  /// The names that a configuration may have.
  package let configurationNames: [String]
  package let configure: @Sendable (ConfigurationRequest) -> Configurations
  /// The files below a directory that may be deployment configurations, one after the other.
  package let walk: @Sendable (_ directory: String) -> () -> String?
  /// Those in the directory itself.
  package let list: @Sendable (_ directory: String) -> [String]
  /// The day by which suppressions expire.
  package let today: @Sendable () -> CivilDate?

  package init(
    version: String, jobs: Int, mostFiles: Int = 20_000, read: @escaping Reader, configurationNames: [String],
    configure: @escaping @Sendable (ConfigurationRequest) -> Configurations,
    walk: @escaping @Sendable (_ directory: String) -> () -> String?,
    list: @escaping @Sendable (_ directory: String) -> [String], today: @escaping @Sendable () -> CivilDate?
  ) {
    self.version = version
    self.jobs = jobs
    self.mostFiles = mostFiles
    self.read = read
    self.configurationNames = configurationNames
    self.configure = configure
    self.walk = walk
    self.list = list
    self.today = today
  }
}
