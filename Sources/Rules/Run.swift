import Forms
import Models
import Syntax

/// The resources of a run that a check may look at.
package struct Run: Sendable {
  package let resources: [Resource]

  package init(_ resources: [Resource]) { self.resources = resources }
}
