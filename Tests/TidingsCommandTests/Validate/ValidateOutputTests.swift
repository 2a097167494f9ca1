import Foundation
import Testing

@Suite("tidings validate, terminals and pipes")
struct ValidateOutputTests {
  @Test("colours on a terminal, unless NO_COLOR says otherwise")
  func colours() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.invalid())
    let arguments = ["validate", "feed.xml"]
    let coloured = try ValidateTool.runOnTerminal(arguments, in: site.folder)
    #expect(coloured.contains("\u{1B}[1;31merror:\u{1B}[0m"), "\(coloured)")
    let plain = try ValidateTool.runOnTerminal(
      arguments,
      in: site.folder,
      environment: "NO_COLOR=1"
    )
    #expect(plain.contains(": error: ") && !plain.contains("\u{1B}"), "\(plain)")
    let json = try ValidateTool.runOnTerminal(arguments + ["--format", "json"], in: site.folder)
    #expect(!json.contains("\u{1B}"))
    #expect(try !Tool.run("tidings", arguments, in: site.folder).output.contains("\u{1B}"))
  }

  @Test("a reader that goes away is no trouble", arguments: ["", "trap '' PIPE; "])
  func brokenPipe(trap: String) throws {
    let site = try Site()
    let items = String(repeating: "<item><title>T</title></item>\n", count: 200)
    for number in 0..<100 {
      try site.write("p/f\(number).rss", SampleFeed.valid(items: items, name: "f\(number).rss"))
    }
    let tool = Tool.product("tidings").path
    let script = "\(trap)\"\(tool)\" validate p | head -n 1; echo ${PIPESTATUS[0]}"
    // A test that fetches ignores the signal for a moment, and what is started then ignores it, too.
    #if os(Linux)
      let prefix = ["--default-signal=PIPE"]
    #else
      let prefix: [String] = []
    #endif
    let run = try Tool.run("", [], in: site.folder, prefix: prefix + ["bash", "-c", script, "--"])
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.last == (trap.isEmpty ? "141" : "2"))
    #expect(run.errors.isEmpty, "\(run.errors)")
  }

  @Test("a full disk is told of")
  func fullDisk() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    let site = try Site()
    try site.write("feed.xml", SampleFeed.invalid())
    let script = "\"\(Tool.product("tidings").path)\" validate feed.xml >/dev/full"
    let run = try Tool.run("", [], in: site.folder, prefix: ["bash", "-c", script, "--"])
    #expect(run.status == 2)
    #expect(run.errors.contains("standard output: error: cannot write: No space left on device"))
  }
}
