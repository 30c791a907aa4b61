import Syntax

/// What the containers of both clouds have in common.
package struct Container: Sendable {
  package let node: Node
  package let name: Field<String>
  package let image: Field<Text>
  /// The image, taken apart.
  package let imageReference: Field<ImageReference>
  package let environment: [EnvironmentVariable]
  /// How messages call it: `container 'web'`.
  package let title: String
  /// Where to point when something is missing in it.
  package let anchor: SourceRange

  package init(_ container: ContainerDefinition) {
    node = container.node
    name = container.name
    image = container.image
    imageReference = container.imageReference
    environment = container.environment
    title = container.title
    anchor = container.anchor
  }

  package init(_ container: RunContainer) {
    node = container.node
    name = container.name
    image = container.image
    imageReference = container.imageReference
    environment = container.environment
    title = container.title
    anchor = container.anchor
  }
}
