import Foundation
import Testing

@testable import FeedSources

/// The front matter of real blogs, where they stand beside the project.
@Suite struct SharedBlogsTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/blogs")

  private static var isThere: Bool { FileManager.default.fileExists(atPath: folder.path) }

  @Test(.enabled(if: isThere)) func allFrontMatterParses() throws {
    var posts = 0
    var simple = 0
    var counts: [FrontMatter.Syntax: Int] = [:]
    let files = FileManager.default.enumerator(at: Self.folder, includingPropertiesForKeys: nil)
    for case let file as URL in try #require(files) {
      guard ["md", "mdx", "markdown"].contains(file.pathExtension) else { continue }
      posts += 1
      let isPelican = file.path.contains("pelican-samples")
      try Array(Data(contentsOf: file)).withUnsafeBufferPointer { buffer in
        do {
          let split = try FrontMatter.split(
            buffer,
            isWholeFile: true,
            allowsHeaderLines: isPelican
          )
          let node = try FrontMatter.parse(buffer, split)
          if split.syntax == .yaml, !split.metadata.isEmpty {
            let yaml = UnsafeBufferPointer(rebasing: buffer[split.metadata])
            let other = try YAML.parseWithLibYAML(yaml, lineOffset: split.metadataLine - 1)
            #expect(node == other || other.isNull, "\(file.path)")
            if SimpleYAML.parse(yaml, lineOffset: 0) != nil { simple += 1 }
          }
          counts[split.syntax, default: 0] += 1
          let isEmpty = node.asMapping?.entries.isEmpty != false
          if split.syntax == .headerLines { #expect(!isEmpty, "\(file.path)") }
        } catch {
          Issue.record("\(file.path): \(error)")
        }
      }
    }
    print("front matter of \(posts) posts: \(counts); \(simple) of YAML without libyaml")
    #expect(posts > 0)
  }
}
