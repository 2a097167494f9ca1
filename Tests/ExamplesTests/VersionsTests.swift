import Foundation
import Testing

/// The example of two versions, compared by the real binary: what the README shows.
@Suite("Examples/Versions")
struct VersionsTests {
  @Test("the README shows what tidings diff prints")
  func diff() throws {
    let (status, output, _) = try ExampleRun.run([
      "diff", "Examples/Versions/before.xml", "Examples/Versions/after.xml",
    ])
    #expect(status == 1)
    try ExampleRun.expectInReadme(output)
  }

  @Test("both are valid")
  func valid() throws {
    #expect(try ExampleRun.run(["validate", "--strict", "Examples/Versions"]).status == 0)
  }
}
