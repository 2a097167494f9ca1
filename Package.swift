// swift-tools-version: 6.1
import PackageDescription

/// Data flows one way and so do imports: a target imports only targets above it in this list.
let package = Package(
  name: "tidings",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "tidings", targets: ["TidingsCommand"]),
    // What `tidings serve` starts: a program of its own, so that no other run loads what a server needs.
    .executable(name: "tidings-serve", targets: ["TidingsServe"]),
    .library(
      name: "Tidings",
      targets: [
        "FeedModel", "FeedFormats", "FeedSources", "FeedValidation", "FeedDiff", "FeedPublishing",
      ]
    ),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    // Sockets without threads, for the preview. The server that comes with them takes a minute for a
    // header line of half a megabyte, and has no limits.
    .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.1")),
  ],
  targets: [
    // The system libraries.
    .systemLibrary(
      name: "CLibXML2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]
    ),
    .systemLibrary(
      name: "CCMarkGFM",
      pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]
    ),
    .systemLibrary(
      name: "CLibYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    // toml++ is a header (libtomlplusplus-dev); its pkg-config flags are for the compiled library.
    .target(name: "CTOMLPlusPlus"),
    .systemLibrary(
      name: "CSQLite",
      pkgConfig: "sqlite3",
      providers: [.apt(["libsqlite3-dev"]), .brew(["sqlite"])]
    ),
    .systemLibrary(
      name: "CZlib",
      pkgConfig: "zlib",
      providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]
    ),
    .systemLibrary(
      name: "CXXHash",
      pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]
    ),

    .target(name: "CMarkdownSupport"),
    // glibc's switches of malloc, which Swift's module of glibc leaves out.
    .systemLibrary(name: "CMalloc"),
    // libcurl's header is needed to build, libcurl itself when the first feed is fetched.
    .target(name: "CFetching"),

    // Values, then the two syntaxes, then what is built from them.
    .target(name: "FeedModel"),
    .target(
      name: "FeedXML",
      dependencies: ["FeedModel", "CLibXML2", "CCMarkGFM"],
      // glibc has iconv in it, Apple's C library has not.
      linkerSettings: [.linkedLibrary("iconv", .when(platforms: [.macOS]))]
    ),
    .target(name: "FeedJSON"),
    .target(name: "FeedFormats", dependencies: ["FeedModel", "FeedXML", "FeedJSON"]),
    .target(
      name: "FeedSources",
      dependencies: [
        "FeedModel", "FeedXML", "FeedJSON",
        "CCMarkGFM", "CMarkdownSupport", "CLibYAML", "CTOMLPlusPlus",
      ]
    ),
    .target(name: "FeedFetching", dependencies: ["FeedModel", "CFetching"]),
    .target(
      name: "FeedValidation",
      dependencies: ["FeedModel", "FeedXML", "FeedJSON"],
      exclude: ["FeedValidation.docc"],
      resources: [.embedInCode("Grammars")]
    ),
    .target(
      name: "FeedDiff",
      dependencies: [
        "FeedModel", "FeedXML", "FeedJSON", "FeedFormats", "FeedSources", "FeedValidation",
        "CXXHash",
      ]
    ),
    .target(
      name: "FeedPublishing",
      dependencies: [
        "FeedModel", "FeedJSON", "FeedFormats", "FeedSources", "FeedFetching", "FeedValidation",
        "FeedDiff", "CSQLite", "CZlib",
      ]
    ),
    .target(
      name: "FeedPreview",
      dependencies: [
        "FeedModel", "FeedXML", "FeedFormats", "FeedSources", "FeedValidation", "FeedDiff",
        "FeedPublishing", "CXXHash",
      ]
    ),
    .target(
      name: "ServeArguments",
      dependencies: [.product(name: "ArgumentParser", package: "swift-argument-parser")]
    ),
    .executableTarget(
      name: "TidingsServe",
      dependencies: [
        "FeedModel", "FeedSources", "FeedPublishing", "FeedPreview", "ServeArguments",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]
    ),
    .executableTarget(
      name: "TidingsCommand",
      dependencies: [
        "FeedModel", "FeedFormats", "FeedJSON", "FeedSources", "FeedFetching", "FeedValidation",
        "FeedDiff", "FeedPublishing", "ServeArguments", "CMalloc",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),

    // `swift run -c release tidings-benchmark` measures the binary that lies beside it.
    .executableTarget(
      name: "tidings-benchmark",
      dependencies: [
        "FeedModel", "FeedXML", "FeedFormats", "FeedSources", "TidingsCommand",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Sources/TidingsBenchmark"
    ),
    // Examples are targets, so that they are built and tested with everything else.
    .executableTarget(
      name: "reading-list",
      dependencies: ["FeedModel", "FeedFormats"],
      path: "Examples/ReadingList"
    ),

    .target(name: "TestSupport", path: "Tests/TestSupport"),
    // An HTML5 parser, as the second opinion on ours.
    .systemLibrary(
      name: "CGumbo",
      path: "Tests/CGumbo",
      pkgConfig: "gumbo",
      providers: [.apt(["libgumbo-dev"]), .brew(["gumbo-parser"])]
    ),
    // What `Tests/fuzz` runs for as long as one likes, and the tests for seconds.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "FeedModel", "FeedXML", "FeedJSON", "FeedFormats", "FeedSources", "FeedValidation",
        "FeedPublishing", "FeedPreview", "TestSupport",
      ],
      path: "Tests/Fuzzing/Targets"
    ),
    .executableTarget(
      name: "tidings-fuzz",
      dependencies: ["FuzzTargets"],
      path: "Tests/Fuzzing/Driver"
    ),
    .testTarget(
      name: "FuzzingTests",
      dependencies: ["FuzzTargets", "TestSupport"],
      exclude: ["Fixtures"]
    ),
    .testTarget(name: "FeedModelTests", dependencies: ["FeedModel", "TestSupport"]),
    .testTarget(
      name: "FeedFetchingTests",
      dependencies: ["FeedFetching", "FeedModel", "TestSupport"]
    ),
    .testTarget(name: "FeedJSONTests", dependencies: ["FeedJSON", "TestSupport"]),
    .testTarget(
      name: "FeedSourcesTests",
      dependencies: ["FeedSources", "FeedJSON", "FeedModel", "TestSupport"],
      exclude: [
        "FrontMatter/Fixtures", "Markdown/Fixtures", "Presets/Fixtures", "Templates/Fixtures",
      ]
    ),
    .testTarget(
      name: "FeedPublishingTests",
      dependencies: [
        "FeedPublishing", "FeedDiff", "FeedFetching", "FeedFormats", "FeedSources",
        "FeedValidation", "FeedModel", "TestSupport",
      ],
      exclude: ["Init/Fixtures"]
    ),
    .testTarget(
      name: "FeedPreviewTests",
      dependencies: [
        "FeedPreview", "FeedPublishing", "FeedModel", "FeedXML", "TestSupport",
      ]
    ),
    .testTarget(
      name: "FeedDiffTests",
      dependencies: [
        "FeedDiff", "FeedFormats", "FeedModel", "FeedXML", "FeedSources", "TestSupport",
      ],
      exclude: ["Corpora/DiffSequences.tsv"]
    ),
    .testTarget(
      name: "TidingsCommandTests",
      dependencies: [
        "TidingsCommand", "TidingsServe", "FeedDiff", "FeedValidation", "TestSupport",
      ],
      exclude: ["Validate/Fixtures"]
    ),
    .testTarget(
      name: "ExamplesTests",
      dependencies: ["reading-list", "TidingsCommand"],
      exclude: ["Blog"]
    ),
    .testTarget(
      name: "FeedXMLTests",
      dependencies: ["FeedXML", "FeedModel", "CLibXML2", "CGumbo", "TestSupport"],
      exclude: ["HTML/Fixtures"]
    ),
    .testTarget(
      name: "FeedFormatsTests",
      dependencies: [
        "FeedFormats", "FeedModel", "FeedXML", "FeedJSON", "FeedValidation", "TestSupport",
      ],
      exclude: ["Fixtures", "Reading/Fixtures"]
    ),
    .testTarget(
      name: "FeedValidationTests",
      dependencies: ["FeedValidation", "FeedXML", "FeedJSON", "TestSupport"],
      exclude: [
        "Corpora/RealFeeds.tsv", "Engine/Fixtures", "Fixing/Fixtures", "Gate/Fixtures",
        "SecondOpinion/OneVerdict.tsv",
      ]
    ),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
