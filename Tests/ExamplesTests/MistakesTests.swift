import Foundation
import Testing

/// The example with mistakes, checked by the real binary: what the README shows.
@Suite("Examples/Mistakes")
struct MistakesTests {
  @Test("the README shows what tidings validate prints", arguments: [[], ["--diff"]])
  func validate(_ options: [String]) throws {
    let (status, output, _) = try ExampleRun.run(
      ["validate"] + options + ["Examples/Mistakes/feed.xml"]
    )
    #expect(status == 1)
    try ExampleRun.expectInReadme(output)
  }

  @Test("the README shows what tidings convert tells")
  func convert() throws {
    let (status, output, errors) = try ExampleRun.run([
      "convert", "Examples/Mistakes/feed.xml", "--to", "atom",
    ])
    #expect(status == 0)
    #expect(output.contains("<title>The Weir</title>"))
    try ExampleRun.expectInReadme(errors)
  }
}
