import Foundation
import Testing

/// The example of a blog that moved, by the real binary: what the README shows.
@Suite("Examples/Moved")
struct MovedTests {
  @Test("the README shows what tidings ids adopt prints")
  func adopt() throws {
    let (status, output, errors) = try ExampleRun.run([
      "ids", "adopt", "--dry-run", "--config", "Examples/Moved/tidings.yml",
      "Examples/Moved/published.xml",
    ])
    #expect(status == 0, "\(errors)")
    try ExampleRun.expectInReadme(output)
  }

  @Test("what was published is valid")
  func valid() throws {
    #expect(
      try ExampleRun.run(["validate", "--strict", "Examples/Moved/published.xml"]).status == 0
    )
  }
}
