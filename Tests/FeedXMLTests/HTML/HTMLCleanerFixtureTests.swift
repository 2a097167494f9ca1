import FeedModel
import FeedXML
import Foundation
import Testing

/// Each `Fixtures/<policy>/<name>.in.html` is cleaned into `<name>.out.html`.
@Suite struct HTMLCleanerFixtureTests {
  static let base = BaseURL("https://ex.org/blog/post/")
  static let anchorPrefix = "p1-"

  static let policies: [String: HTMLCleaner.Policy] = [
    "feed": .feed,
    "kept": {
      var policy = HTMLCleaner.Policy()
      policy.frames = .keep
      policy.unlistedElements = .keep
      policy.keepsStyleAttributes = true
      policy.keepsDataAttributes = false
      policy.taskListMarks = .keep
      policy.removesHeadingAnchors = false
      return policy
    }(),
    "selectors": {
      var policy = HTMLCleaner.Policy()
      let selector = ".ad, #toc, p[data-kind~=share], x-share, a[href^='https://ads.']"
      policy.removedSelectors = [try? HTMLSelector(parsing: selector)].compactMap(\.self)
      return policy
    }(),
  ]

  static let fixtures: [URL] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return (files?.compactMap { $0 as? URL } ?? [])
      .filter { $0.lastPathComponent.hasSuffix(".in.html") }
      .sorted { $0.path < $1.path }
  }()

  @Test func fixturesAreThere() {
    #expect(Self.fixtures.count > 20)
  }

  @Test(arguments: fixtures)
  func cleans(input: URL) throws {
    let name = input.lastPathComponent.replacingOccurrences(of: ".in.html", with: ".out.html")
    let output = input.deletingLastPathComponent().appending(path: name)
    let policyName = input.deletingLastPathComponent().lastPathComponent
    let cleaner = HTMLCleaner(policy: try #require(Self.policies[policyName]))
    let source = try String(contentsOf: input, encoding: .utf8)
    let expected = try String(contentsOf: output, encoding: .utf8)
    let once = cleaner.clean(source, base: Self.base, anchorPrefix: Self.anchorPrefix)
    #expect(once.html == expected)
    let twice = cleaner.clean(once.html, base: Self.base, anchorPrefix: Self.anchorPrefix)
    #expect(twice.html == once.html)
    #expect(twice.report.unclosed == 0)
  }
}
