// swift-tools-version: 6.2
import PackageDescription

// Every target is held to the same rules: `any` is visible, imports tell the truth,
// `unsafe` must be written, and a warning fails the build.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "seatrial",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "seatrial", targets: ["seatrial"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0")
  ],
  targets: [
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .target(name: "Syntax", dependencies: ["CLibYAML"], swiftSettings: settings),
    .target(name: "CEL", swiftSettings: settings),
    .target(name: "Models", dependencies: ["Syntax"], swiftSettings: settings),
    .target(name: "Forms", dependencies: ["Models", "Syntax"], swiftSettings: settings),
    .target(name: "RuleFiles", dependencies: ["Syntax"], swiftSettings: settings),
    .target(
      name: "Rules", dependencies: ["Forms", "Models", "Syntax"], swiftSettings: settings,
      plugins: ["EmbedRulesPlugin"]),
    .target(
      name: "Linting", dependencies: ["CEL", "Rules", "RuleFiles", "Forms", "Models", "Syntax"],
      swiftSettings: settings),
    .target(name: "Reporting", dependencies: ["Linting", "Rules", "Forms", "Syntax"], swiftSettings: settings),
    .target(
      name: "LanguageServer", dependencies: ["Reporting", "Linting", "Rules", "RuleFiles", "Syntax"],
      swiftSettings: settings),
    .executableTarget(
      name: "seatrial",
      dependencies: [
        "LanguageServer", "Reporting", "Linting", "Rules", "RuleFiles", "Syntax",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    // Turns rules/ into Swift values while the package is built.
    .executableTarget(name: "EmbedRules", dependencies: ["RuleFiles", "Syntax"], swiftSettings: settings),
    .plugin(name: "EmbedRulesPlugin", capability: .buildTool(), dependencies: ["EmbedRules"]),

    .testTarget(name: "SyntaxTests", dependencies: ["Syntax"], swiftSettings: settings),
    .testTarget(name: "CELTests", dependencies: ["CEL"], swiftSettings: settings),
    .testTarget(name: "ModelsTests", dependencies: ["Models", "Forms", "Syntax"], swiftSettings: settings),
    .testTarget(name: "FormsTests", dependencies: ["Forms", "Models", "Syntax"], swiftSettings: settings),
    .testTarget(
      name: "RulesTests", dependencies: ["Rules", "Linting", "Forms", "Models", "Syntax"], swiftSettings: settings),
    .testTarget(
      name: "LintingTests", dependencies: ["Linting", "Rules", "RuleFiles", "Forms", "Syntax"], swiftSettings: settings),
    .testTarget(
      name: "ReportingTests", dependencies: ["Reporting", "Linting", "Rules", "RuleFiles", "Forms", "Syntax"],
      swiftSettings: settings),
    .testTarget(
      name: "LanguageServerTests", dependencies: ["LanguageServer", "Linting", "Rules", "Syntax"],
      swiftSettings: settings),
    .testTarget(
      name: "CommandTests",
      dependencies: ["seatrial", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: settings),
    .testTarget(name: "TidyTests", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
