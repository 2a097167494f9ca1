import FeedFetching
import FeedModel
import Foundation
import Synchronization
import TestSupport

@testable import FeedPublishing

/// A site whose posts come from servers on the loopback, built at moments that the test names.
struct SourceSite {
  let site: Site
  /// What fetches are done with; times are short, since some servers never answer.
  var fetching: FetchOptions
  var limits = FetchPool<SourceFetch.Answer>.Limits()
  /// The number that waiting times are spread with: none.
  var jitter: @Sendable () -> Double = { 0.5 }

  static let start = moment("2026-03-01T12:00:00Z")

  static func moment(_ text: String) -> Timestamp {
    (try? RFC3339.parse(text)) ?? Timestamp(secondsSince1970: 0)
  }

  /// - Parameter posts: The items of `posts:`.
  init(_ posts: String, feeds: String = "[feed.xml, atom.xml, feed.json]") throws {
    site = try Site()
    fetching = .forSources
    fetching.timeLimit = .seconds(20)
    limits.time = .seconds(20)
    limits.leastShare = .seconds(2)
    try configure(posts, feeds: feeds)
  }

  /// A site with sources from addresses of the loopback.
  init(addresses: [String], feeds: String = "[feed.xml, atom.xml, feed.json]") throws {
    try self.init(
      addresses.map { "  - {from: \"\($0)\", allow_private: true}" }.joined(separator: "\n"),
      feeds: feeds
    )
  }

  func configure(_ posts: String, feeds: String = "[feed.xml, atom.xml, feed.json]") throws {
    try site.write(
      """
      site: {title: A planet, url: "https://planet.example/", language: en}
      posts:
      \(posts)
      feeds: \(feeds)
      """,
      to: "tidings.yml"
    )
  }

  /// Builds some seconds after the start.
  @discardableResult
  func build(after seconds: Int64 = 0, isOffline: Bool = false) async throws -> BuildReport {
    let now = Timestamp(secondsSince1970: Self.start.secondsSince1970 + seconds)
    let configuration = try ConfigurationReader.read(site.path + "/tidings.yml")
    var options = SiteBuilder.Options(now: now, output: site.path + "/feeds")
    options.isOffline = isOffline
    var refreshing = SourceRefresher.Options(now: now, fetching: fetching)
    refreshing.limits = limits
    refreshing.jitter = jitter
    options.refreshing = refreshing
    return try await SiteBuilder(configuration, options: options).build()
  }

  /// What is known of a source.
  func record(_ address: String) throws -> SourceRecord {
    try SourceStore(site.path + "/.tidings/sources.sqlite").record(of: address)
  }

  /// The titles of the entries that the site's feed has.
  func titles() throws -> [String] { try values(of: "title") }

  /// The values of a member of each item of the site's JSON feed.
  func values(of member: String) throws -> [String] {
    let text = try site.text("feeds/feed.json")
    guard
      let feed = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any],
      let items = feed["items"] as? [[String: Any]]
    else { return [] }
    return items.map { $0[member] as? String ?? "" }
  }
}

let minute: Int64 = 60
let hour: Int64 = 3_600
let day: Int64 = 86_400

/// Feeds as servers send them.
enum SampleFeed {
  /// An RSS feed with an entry for each title; the first is the newest.
  static func rss(_ titles: [String], host: String = "weir.example", title: String = "The Weir")
    -> String
  {
    let items = titles.enumerated().map { index, title in
      """
      <item><title>\(title)</title><link>https://\(host)/\(title)</link>
      <guid>https://\(host)/\(title)</guid>
      <pubDate>Sat, \(28 - index % 28) Feb 2026 10:00:00 GMT</pubDate>
      <description>&lt;p&gt;Words of \(title).&lt;/p&gt;</description></item>
      """
    }
    return """
      <rss version="2.0"><channel><title>\(title)</title><link>https://\(host)/</link>
      <description>Notes</description>
      \(items.joined(separator: "\n"))
      </channel></rss>
      """
  }
}
