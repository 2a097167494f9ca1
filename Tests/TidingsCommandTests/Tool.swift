import Foundation

/// The real binary, run as its users run it.
struct Tool {
  /// What a run left behind.
  struct Run {
    var status: Int32
    var output: String
    var errors: String
  }

  /// A program that the package builds, beside the test bundle.
  static func product(_ name: String) -> URL {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = bundle.deletingLastPathComponent()
    // On macOS the tests run inside a bundle, some folders deep.
    while !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent(name).path),
      folder.path != "/"
    {
      folder.deleteLastPathComponent()
    }
    return folder.appendingPathComponent(name)
  }

  /// Runs a program to its end.
  static func run(
    _ name: String = "tidings",
    _ arguments: [String],
    in folder: URL? = nil,
    prefix: [String] = []
  ) throws -> Run {
    let process = Process()
    let command = prefix + [product(name).path] + arguments
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    let output = TemporaryFile()
    let errors = TemporaryFile()
    process.standardOutput = output.handle
    process.standardError = errors.handle
    try process.run()
    process.waitUntilExit()
    return Run(status: process.terminationStatus, output: output.text, errors: errors.text)
  }
}

/// A file for a program's output: a pipe could fill up while nobody reads it.
final class TemporaryFile {
  let url: URL
  let handle: FileHandle

  init() {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    handle = FileHandle(forUpdatingAtPath: url.path) ?? .nullDevice
  }

  deinit {
    try? handle.close()
    try? FileManager.default.removeItem(at: url)
  }

  var text: String { (try? String(contentsOf: url, encoding: .utf8)) ?? "" }
}

/// A site in a temporary folder.
final class Site {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("tidings-\(UUID().uuidString)").resolvingSymlinksInPath()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit {
    // Folders that tests made unwritable would stay.
    _ = try? Process.run(
      URL(fileURLWithPath: "/bin/chmod"),
      arguments: ["-R", "u+rwX", folder.path]
    )
    .waitUntilExit()
    try? FileManager.default.removeItem(at: folder)
  }

  /// Writes a file, with the folders that it is in.
  func write(_ path: String, _ data: Data) throws {
    let url = folder.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try data.write(to: url)
  }

  /// Writes a text file.
  func write(_ path: String, _ text: String) throws {
    try write(path, Data(text.utf8))
  }

  /// Writes a post with the front matter given.
  func post(_ name: String, _ frontMatter: String, body: String = "Words.\n") throws {
    try write("posts/\(name)", "---\n\(frontMatter)\n---\n\n\(body)")
  }

  /// Writes a configuration for the posts in `posts`.
  func configure(feeds: String = "[feed.xml]", more: String = "") throws {
    try write(
      "tidings.yml",
      """
      site:
        title: A site
        url: https://example.org/
      posts:
        from: posts
        url: /{slug}/
      feeds: \(feeds)
      output: public
      \(more)
      """
    )
  }

  /// The bytes of a file; nil when there is none.
  func data(_ path: String) -> Data? {
    try? Data(contentsOf: folder.appendingPathComponent(path))
  }

  /// The text of a file; nil when there is none.
  func text(_ path: String) -> String? {
    data(path).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The names in a folder, hidden ones too.
  func names(_ path: String = "public") -> [String] {
    let url = folder.appendingPathComponent(path)
    return ((try? FileManager.default.contentsOfDirectory(atPath: url.path)) ?? []).sorted()
  }

  /// Builds with the real binary, as at a fixed moment.
  func build(_ arguments: String..., prefix: [String] = []) throws -> Tool.Run {
    try Tool.run(
      "tidings",
      ["build", "--as-of", "2024-07-01"] + arguments,
      in: folder,
      prefix: prefix
    )
  }
}
