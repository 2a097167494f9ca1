import FeedFormats
import FeedModel
import Foundation
import TestSupport
import Testing

@testable import FeedPublishing

/// Whatever sources write, a site's own documents are valid: no source ends a build.
@Suite("Sources of any bytes")
struct HostileFeedsTests {
  @Test("make documents that the gate lets pass")
  func mutations() async throws {
    let alphabet = Array("<>&;/\"'=:[]{},\\ \u{0}x0#?".utf8)
    let site = try Site()
    var merged = 0
    for round in 0..<120 {
      // Other feeds every time; a failure names the seed that repeats it.
      let seed = UInt64.random(in: 0...UInt64.max)
      var feeds = CarriedFeeds(seed: seed)
      var names: [String] = []
      for number in 0..<4 {
        let (feed, posts) = feeds.next()
        let format = FeedFormat.allCases[(round + number) % 3]
        let text = String(decoding: format.document(feed, posts), as: UTF8.self)
        let bytes = feeds.random.mutated(text, alphabet: alphabet)
        let result = FeedReader.read(bytes).result
        guard result.isFeed, result.isComplete else { continue }
        try Data(bytes).write(to: URL(fileURLWithPath: "\(site.path)/\(number).xml"))
        names.append("\(number).xml")
      }
      guard !names.isEmpty else { continue }
      try site.write(
        """
        site: {title: A planet, url: "https://planet.example/", language: en}
        posts: {from: [\(names.joined(separator: ", "))], future: true}
        feeds: [feed.xml, atom.xml, feed.json]
        history: false
        """,
        to: "tidings.yml"
      )
      let report = try await site.build()
      merged += report.posts
      #expect(report.refusals.isEmpty, "seed \(seed): \(report.refusals)")
      #expect(report.problems.isEmpty && report.conflicts.isEmpty, "seed \(seed)")
    }
    #expect(merged > 100)
  }
}
