import Foundation
import Testing

/// The files of Examples/Publish do what they say, with the real binary on the blog of Examples/Blog.
@Suite("Examples/Publish", .timeLimit(.minutes(15)))
struct PublishExamplesTests {
  private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Examples")

  private func text(_ name: String) throws -> String {
    try String(
      contentsOf: Self.examples.appendingPathComponent("Publish/" + name),
      encoding: .utf8
    )
  }

  /// A home with the blog in it, in the folder `weir`.
  private func home() throws -> URL {
    let home = FileManager.default.temporaryDirectory
      .appendingPathComponent("tidings-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let blog = home.appendingPathComponent("weir")
    try FileManager.default.copyItem(at: Self.examples.appendingPathComponent("Blog"), to: blog)
    try? FileManager.default.removeItem(at: blog.appendingPathComponent("public"))
    usleep(70_000)
    return home
  }

  /// Runs a command of a shell, with tidings in the path.
  private func run(
    _ command: String,
    home: URL,
    in folder: URL? = nil
  ) throws -> (status: Int32, output: String) {
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder ?? home
    var environment = ProcessInfo.processInfo.environment
    environment["HOME"] = home.path
    environment["PATH"] =
      bundle.deletingLastPathComponent().path + ":" + (environment["PATH"] ?? "")
    process.environment = environment
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  @Test("crontab: a line when something was published, nothing afterwards")
  func crontab() throws {
    let line = try #require(text("crontab").split(separator: "\n").last)
    let command = line.split(separator: " ", maxSplits: 5)
    #expect(command.count == 6)
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let first = try run(String(command[5]), home: home)
    #expect(first.status == 0)
    #expect(first.output == "published 11 files: public/feed.xml: new, with 4 entries\n")
    let second = try run(String(command[5]), home: home)
    #expect(second.status == 0 && second.output.isEmpty, "\(second.output)")
  }

  @Test("the service runs in its folder, and the timer names it")
  func service() throws {
    let service = try text("tidings-publish.service")
    let command = try #require(service.firstMatch(of: #/ExecStart=(.*)/#)?.1)
    let folder = try #require(service.firstMatch(of: #/WorkingDirectory=%h/(.*)/#)?.1)
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let first = try run(
      String(command),
      home: home,
      in: home.appendingPathComponent(String(folder))
    )
    #expect(first.status == 0 && first.output.hasPrefix("published 11 files"), "\(first.output)")
    #expect(try text("tidings-publish.timer").contains("OnCalendar=*:0/10"))
    try verify(["tidings-publish.service", "tidings-publish.timer"])
  }

  /// What systemd itself says of the units, where it is installed.
  private func verify(_ units: [String]) throws {
    let home = Self.examples.appendingPathComponent("Publish")
    guard try run("command -v systemd-analyze", home: home).status == 0 else { return }
    let result = try run(
      "systemd-analyze verify " + units.joined(separator: " "),
      home: home
    )
    // It does not find the command in its own path.
    let words = result.output.split(separator: "\n").filter { !$0.contains("not executable") }
    #expect(words.isEmpty, "\(result.output)")
  }

  @Test("the workflow publishes, checks, and keeps what it published")
  func workflow() throws {
    let workflow = try text("workflow.yml")
    var commands: [String] = []
    var isBlock = false
    for line in workflow.split(separator: "\n") {
      if isBlock, line.hasPrefix("          ") {
        commands[commands.count - 1] += line.dropFirst(10) + "\n"
      } else if let command = line.firstMatch(of: #/^ +run: (.*)/#)?.1 {
        isBlock = command == "|"
        commands.append(isBlock ? "" : String(command))
      }
    }
    #expect(commands.count == 4)
    let home = try home()
    defer { try? FileManager.default.removeItem(at: home) }
    let blog = home.appendingPathComponent("weir")
    #expect(try run("git init --quiet . && git add .", home: home, in: blog).status == 0)
    for round in 1...2 {
      for command in commands {
        let result = try run(command, home: home, in: blog)
        #expect(result.status == 0, "round \(round): \(command): \(result.output)")
      }
    }
    let log = try run("git log --format=%s", home: home, in: blog).output
    #expect(log == "Publish the feeds\n", "\(log)")
  }
}
