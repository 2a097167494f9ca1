import FeedModel
import Testing

@testable import FeedPublishing

@Suite("sources that moved")
struct MovedSourcesTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    /// What the ledger has and no folder any more: source, id, day.
    var gone: [(String, String, String)]
    /// What the ledger does not know.
    var new: [(String, String, String)]
    /// The dates of other posts.
    var others: [String] = []
    /// What was found: new source and old one.
    var moves: [String: String]
  }

  static let cases = [
    Case(
      description: "the address is the same, whatever else",
      gone: [("a.md", "/x", "2020-01-01"), ("b.md", "/y", "2020-01-01")],
      new: [("c/d.md", "/x", "2024-01-01"), ("e.md", "/z", "2020-01-02")],
      moves: ["c/d.md": "a.md"]
    ),
    Case(
      description: "the folder is another",
      gone: [("blog/a.md", "/a", "2020-01-01"), ("blog/b.md", "/b", "2020-01-01")],
      new: [
        ("content/posts/a/index.mdx", "/1", "2020-01-01"),
        ("content/posts/2020-01-01-b.md", "/2", "2020-01-01"),
      ],
      moves: [
        "content/posts/a/index.mdx": "blog/a.md", "content/posts/2020-01-01-b.md": "blog/b.md",
      ]
    ),
    Case(
      description: "languages are told apart by their folders",
      gone: [("blog/en/a.md", "/1", "2020-01-01"), ("blog/da/a.md", "/2", "2020-01-01")],
      new: [("posts/en/a.md", "/3", "2020-01-01"), ("posts/da/a.md", "/4", "2020-01-01")],
      moves: ["posts/en/a.md": "blog/en/a.md", "posts/da/a.md": "blog/da/a.md"]
    ),
    Case(
      description: "one name, and dates that are far apart, are two posts",
      gone: [("now.md", "/1", "2020-01-01")],
      new: [("pages/now.md", "/2", "2023-01-01")],
      moves: [:]
    ),
    Case(
      description: "one date is enough where nobody else has it",
      gone: [("a.md", "/1", "2020-01-01"), ("b.md", "/2", "2020-01-02")],
      new: [("c.md", "/3", "2020-01-01"), ("d.md", "/4", "2020-01-02")],
      moves: ["c.md": "a.md", "d.md": "b.md"]
    ),
    Case(
      description: "a date that two have says nothing",
      gone: [("a.md", "/1", "2020-01-01"), ("b.md", "/2", "2020-01-01")],
      new: [("c.md", "/3", "2020-01-01"), ("x/b.md", "/4", "2020-01-01")],
      moves: ["x/b.md": "b.md"]
    ),
    Case(
      description: "nor does one that a post has that is known",
      gone: [("a.md", "/1", "2020-01-01")],
      new: [("c.md", "/3", "2020-01-01")],
      others: ["2020-01-01"],
      moves: [:]
    ),
    Case(
      description: "posts of one file go by what they are called there",
      gone: [("old.jsonl#flood", "/1", "2020-01-01"), ("old.jsonl#gauge", "/2", "2020-01-01")],
      new: [("new/posts.jsonl#gauge", "/3", "2020-01-01"), ("flood.md", "/4", "2020-01-01")],
      moves: ["new/posts.jsonl#gauge": "old.jsonl#gauge", "flood.md": "old.jsonl#flood"]
    ),
  ]

  @Test("are recognized, and others are not", arguments: cases)
  func moves(test: Case) throws {
    let site = try Site()
    func date(_ day: String) throws -> Timestamp { try RFC3339.parse(day + "T00:00:00Z") }
    let ledger = try IDLedger(reading: site.path + "/ids")
    try ledger.append(
      test.gone.map { LedgerLine(source: $0.0, id: $0.1, published: try date($0.2)) }
    )
    var posts = try test.new.map {
      PostIdentity(
        source: $0.0,
        nameInFile: nil,
        path: $0.0,
        id: $0.1,
        published: try date($0.2)
      )
    }
    posts += try test.others.map {
      PostIdentity(
        source: "known-\($0)",
        nameInFile: nil,
        path: "",
        id: "known",
        published: try date($0)
      )
    }
    let read = try IDLedger(reading: site.path + "/ids")
    // The outcome does not depend on the order.
    for isReversed in [false, true] {
      let newcomers = Array(test.new.indices)
      let gone = Array(read.entries.indices)
      let found = MovedSources(
        posts,
        newcomers: isReversed ? newcomers.reversed() : newcomers,
        ledger: read,
        gone: isReversed ? gone.reversed() : gone
      )
      let pairs = found.moves.map { (posts[$0.post].source, read.entries[$0.entry].line.source) }
      #expect(Dictionary(uniqueKeysWithValues: pairs) == test.moves)
    }
  }
}
