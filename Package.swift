// swift-tools-version:6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

// Arithmetic and the reading of files are slow without optimisation, even in a debug build: tests
// that work out ten thousand registers would take four times as long.
let fast = strict + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// Targets stand in the order of the arrows: each may import only what is named in its own line.
let package = Package(
  name: "concordat",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "concordat", targets: ["concordat"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.0.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.4.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.6.0"),
  ],
  targets: [
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

    .target(name: "Calculator", swiftSettings: fast),
    .target(name: "Programme", dependencies: ["Calculator"], swiftSettings: fast),
    .target(
      name: "Postgres",
      dependencies: ["CPostgres", .product(name: "Logging", package: "swift-log")],
      exclude: ["README.md"], swiftSettings: fast),
    .target(
      name: "Store",
      dependencies: [
        "Calculator", "Programme", "Postgres", "CArgon2",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.copy("Migrations")], swiftSettings: strict),
    .target(
      name: "Exchange",
      dependencies: ["Calculator", "Programme", "CXML2", "CZip", "CXLSXWriter"],
      resources: [.copy("Schemas")], swiftSettings: fast),
    .target(name: "Mail", dependencies: ["CCurl"], swiftSettings: strict),
    .target(
      name: "Web",
      dependencies: [
        "Calculator", "Programme", "Store", "Exchange", "Mail", "CZlib",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "concordat",
      dependencies: [
        "Calculator", "Programme", "Store", "Exchange", "Mail", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      swiftSettings: strict),

    .target(
      name: "TestSupport",
      dependencies: [
        "Calculator", "Programme", "Postgres", "Store",
        .product(name: "Logging", package: "swift-log"),
      ],
      path: "Tests/TestSupport", swiftSettings: fast),
    .testTarget(name: "CalculatorTests", dependencies: ["Calculator"], swiftSettings: strict),
    .testTarget(name: "ProgrammeTests", dependencies: ["Programme"], swiftSettings: strict),
    .testTarget(name: "PostgresTests", dependencies: ["Postgres"], swiftSettings: strict),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Exchange"], swiftSettings: strict),
    .testTarget(name: "MailTests", dependencies: ["Mail"], swiftSettings: strict),
    .testTarget(
      name: "StoreTests", dependencies: ["Store", "Exchange", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "WebTests", dependencies: ["Web", "Exchange", "Mail", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "CommandTests", swiftSettings: strict),
    .testTarget(name: "TidyTests", swiftSettings: strict),
  ]
)
