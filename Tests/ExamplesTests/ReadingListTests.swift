import Foundation
import Testing

@Suite("Examples/ReadingList")
struct ReadingListTests {
  @Test("prints the feed in each format", arguments: ["rss", "atom", "json"])
  func prints(format: String) throws {
    let name = "reading-list"
    let bundle = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    let process = Process()
    process.executableURL = bundle.deletingLastPathComponent().appendingPathComponent(name)
    process.arguments = [format]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("Rivers &#x26; Reasons") == (format == "rss"))
    #expect(text.contains("Rivers &amp; Reasons") == (format == "atom"))
    #expect(text.contains("\"Rivers & Reasons\"") == (format == "json"))
    #expect(!text.contains("<!--"), "the example should lose nothing: \(text)")
  }
}
