import Foundation
import PackagePlugin

/// Makes the rule files in `rules/`, reached through a link inside the target, part of the build.
///
/// The inputs come from `target.sourceFiles`, so that SwiftPM notices added, edited, renamed and deleted files.
@main
struct EmbedRulesPlugin: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? SourceModuleTarget else { return [] }
    let inputs = target.sourceFiles.map(\.url).filter { ["yaml", "swift"].contains($0.pathExtension) }
    let output = context.pluginWorkDirectoryURL.appending(path: "RuleList.swift")
    return [
      .buildCommand(
        displayName: "Embedding rules/",
        executable: try context.tool(named: "EmbedRules").url,
        arguments: [output.path(percentEncoded: false)] + inputs.map { $0.path(percentEncoded: false) }.sorted(),
        inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
