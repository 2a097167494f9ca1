import FeedFormats
import FeedModel
import Foundation
import Testing

/// Documents as they were, byte for byte. A file that is missing is written, and the test fails once.
@Suite struct GoldenTests {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures"
  )

  @Test(arguments: Case.named.map(\.name)) func documents(name: String) throws {
    let example = try #require(Case.named.first { $0.name == name }).example
    for format in FeedFormat.allCases {
      try compare(example.output(format).bytes, with: "\(name).\(format.fileEnding)")
      #expect(try example.complaints(format) == [], "\(format)")
    }
    let omissions = FeedFormat.allCases.flatMap { format in
      example.output(format).omissions.map { omission in
        "\(format.rawValue) · \(omission.postID ?? "feed") · \(omission.property): \(omission.reason)\n"
      }
    }
    try compare(Array(omissions.joined().utf8), with: "\(name).omissions.txt")
  }

  @Test func everyFileBelongsToACase() throws {
    let endings = FeedFormat.allCases.map(\.fileEnding) + ["omissions.txt"]
    let expected = Set(
      Case.named.flatMap { named in endings.map { "\(named.name).\($0)" } } + ["list.opml"]
    )
    let found = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path())
    #expect(Set(found) == expected)
  }

  @Test func subscriptionList() throws {
    let list = SubscriptionList(
      title: "Rivers & more",
      modified: Timestamp(year: 2024, month: 2, day: 3, offsetSeconds: 0),
      owner: Person(name: "Ada", email: "ada@weir.example", url: "https://weir.example/"),
      subscriptions: [
        SubscriptionList.Subscription(title: "Weir \"A\"\u{1}", feedURL: "https://weir.example/ä"),
        SubscriptionList.Subscription(
          title: "Bo",
          feedURL: "https://bo.example/feed.xml",
          homePage: "https://bo.example/",
          description: "Bo's & others'",
          language: "sv"
        ),
      ]
    )
    let output = OPMLWriter(list).document()
    #expect(output.omissions.map(\.property) == ["text"])
    try compare(output.bytes, with: "list.opml")
  }

  private func compare(_ bytes: [UInt8], with name: String) throws {
    let file = Self.folder.appending(path: name)
    guard let golden = try? Data(contentsOf: file) else {
      try Data(bytes).write(to: file)
      Issue.record("recorded \(name), run again")
      return
    }
    guard golden != Data(bytes) else { return }
    let found = String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    let expected = String(decoding: golden, as: UTF8.self).components(separatedBy: "\n")
    let line = zip(found, expected).prefix { $0 == $1 }.count
    Issue.record(
      """
      \(name) differs at line \(line + 1) (remove the file to record it anew):
      is  \(line < found.count ? found[line] : "nothing")
      was \(line < expected.count ? expected[line] : "nothing")
      """
    )
  }
}

extension FeedFormat {
  fileprivate var fileEnding: String {
    switch self {
    case .rss: "rss.xml"
    case .atom: "atom.xml"
    case .json: "json"
    }
  }
}
