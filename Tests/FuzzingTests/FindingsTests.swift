import Foundation
import FuzzTargets
import Testing

/// What fuzzing found stays mended. Each file of `Fixtures/<target>` is an input.
@Suite struct FindingsTests {
  @Test(arguments: FuzzTarget.all) func staysMended(_ target: FuzzTarget) throws {
    for (name, bytes) in try FuzzFiles.findings(of: target) {
      do throws(Violation) {
        try bytes.withUnsafeBufferPointer { bytes throws(Violation) in try target.check(bytes) }
      } catch {
        Issue.record("\(name): \(error)")
      }
    }
  }

  @Test func findingsAreThere() throws {
    let folder = FuzzFiles.root.appending(path: "Tests/FuzzingTests/Fixtures")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(!names.isEmpty)
    for name in names where FuzzTarget.named(name) == nil {
      Issue.record("there is no target for \(name)")
    }
  }
}
