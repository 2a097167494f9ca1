import Foundation
import Testing

/// The example of a planet, by the real binary.
@Suite("Examples/Planet")
struct PlanetTests {
  @Test("builds valid feeds of its neighbours' entries")
  func builds() throws {
    let output = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: output) }
    let folder = output.appendingPathComponent("public").path
    let (status, report, errors) = try ExampleRun.run([
      "build", "--config", "Examples/Planet/tidings.yml", "--output", folder, "--as-of",
      "2024-07-01",
    ])
    #expect(status == 0, "\(errors)")
    #expect(report.contains("3 posts in 3 files, all valid"), "\(report)")
    let text = try String(contentsOfFile: folder + "/atom.xml", encoding: .utf8)
    for title in ["Low water", "Two herons", "A map worth a morning", "The heron&apos;s diary"] {
      let plain = title.replacingOccurrences(of: "&apos;", with: "'")
      #expect(text.contains(title) || text.contains(plain), "\(title) is not in \(text)")
    }
    #expect(!text.contains("A new lens"))
    #expect(try ExampleRun.run(["validate", folder]).status == 0)
  }
}
