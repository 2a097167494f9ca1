import FeedModel
import Testing

@testable import FeedSources

@Suite struct PostReaderTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ name: String, preset: Preset = .gatsby) throws -> [String] {
    var rules = PostRules(
      preset: preset,
      site: try #require(BaseURL("https://example.org/")),
      now: Timestamp(secondsSince1970: 1_700_000_000)
    )
    rules.from = "posts"
    let reader = try PostReader(rules: rules)
    var buffer = FileReader()
    var outcomes: [String] = []
    let file = PostFiles.File(
      relativePath: name,
      path: folder.path + "/" + name,
      markup: try #require(PostFiles.markup(ofFile: name))
    )
    reader.read(file, shownAs: name, using: &buffer) { outcome in
      switch outcome {
      case .success(.post(let post)):
        let length = post.body.length.map { "+\($0)" } ?? ""
        outcomes.append("\(post.post.title ?? "-") @\(post.body.offset)\(length)")
      case .success(.excluded(let reason)): outcomes.append(reason.reason)
      case .failure(let problem):
        let place = problem.line.map { ":\($0):\(problem.column ?? 0)" } ?? ""
        outcomes.append("\(problem.path)\(place): \(problem.message)")
      }
    }
    return outcomes
  }

  @Test(arguments: [100, 4_090, 5_000, 100_000, 900_000])
  func readsHeadsOfAnyLength(_ length: Int) throws {
    let filling = String(repeating: "x", count: length)
    let head = "---\ntitle: T\ndate: 2019-06-13\nnote: \(filling)\n---\n"
    try folder.write(head + "Text", to: "a.md")
    #expect(try read("a.md") == ["T @\(head.utf8.count)"])
  }

  @Test func aFenceThatIsNeverClosedEndsTheSearch() throws {
    try folder.write("---\n" + String(repeating: "text\n", count: 1_000_000), to: "a.md")
    #expect(
      try read("a.md") == [
        "a.md:1:1: the front matter that opens with '---' on line 1 is never closed"
      ]
    )
  }

  @Test func filesThatCannotBeReadAreProblems() throws {
    try folder.makeFolder("folder.md")
    #expect(try read("folder.md") == ["folder.md: cannot read it: Is a directory"])
    #expect(try read("none.md") == ["none.md: cannot read it: No such file or directory"])
    try folder.write(
      [0x2D, 0x2D, 0x2D, 0x0A, 0x61, 0x3A, 0x20, 0xFF, 0x0A, 0x2D, 0x2D, 0x2D],
      to: "bytes.md"
    )
    #expect(try read("bytes.md").first?.hasPrefix("bytes.md:2:4: ") == true)
    try folder.write("", to: "empty.md")
    #expect(try read("empty.md") == ["without front matter"])
  }

  @Test func linesOfAFileArePosts() throws {
    let first = #"{"slug": "a", "title": "A", "date": "2019-06-13"}"#
    let second = #"{"slug": "b", "title": "B", "date": "2019-06-13"}"#
    try folder.write("\u{FEFF}" + first + "\r\n\n  \n" + second, to: "posts.jsonl")
    let start = 3 + first.utf8.count + 2 + 1 + 3
    #expect(
      try read("posts.jsonl") == [
        "A @3+\(first.utf8.count + 1)", "B @\(start)+\(second.utf8.count)",
      ]
    )
    try folder.write("", to: "none.jsonl")
    #expect(try read("none.jsonl").isEmpty)
  }

  @Test func brokenLinesAreNamedAndTheOthersRead() throws {
    try folder.write(
      """
      {"slug": "a", "title": "A", "date": "2019-06-13"}
      {"slug": "b", "title": "B", "date": 
      {"slug": "c", "title": "C", "date": "2019-02-30"}
      {"slug": "d", "title": ["D"], "date": "2019-06-13"}
      {"slug": "e", "title": "E", "draft": true}
      {"slug": "f", "title": "F", "date": "2019-06-13"}
      """,
      to: "posts.jsonl"
    )
    let found = try read("posts.jsonl")
    #expect(found.count == 6)
    #expect(found[0].hasPrefix("A @0+"))
    #expect(found[1].hasPrefix("posts.jsonl:2:37: "), "\(found[1])")
    #expect(
      found[2].hasPrefix("posts.jsonl:3:37: date: \"2019-02-30\" is not a date"),
      "\(found[2])"
    )
    #expect(found[3] == "posts.jsonl:4:24: title must be text, not a list")
    #expect(found[4] == "draft (draft: true)")
    #expect(found[5].hasPrefix("F @"))
  }

  @Test(.timeLimit(.minutes(15))) func longLinesAreReadInLinearTime() throws {
    let text = String(repeating: "word ", count: 400_000)
    var lines = ""
    for index in 0..<5 {
      lines += #"{"slug": "\#(index)", "title": "\#(index)", "date": "2019-06-13", "content": ""#
      lines += text + "\"}\n"
    }
    for index in 5..<2_000 {
      lines += #"{"slug": "\#(index)", "title": "\#(index)", "date": "2019-06-13"}"# + "\n"
    }
    try folder.write(lines, to: "posts.ndjson")
    let found = try read("posts.ndjson")
    #expect(found.count == 2_000)
    #expect(found.last?.hasPrefix("1999 @") == true)
  }

  @Test func aLineLongerThanAnyPostIsNamed() throws {
    try folder.write(
      #"{"slug": "a", "title": "A", "date": "2019-06-13"}"# + "\n"
        + String(repeating: "x", count: 33_000_000),
      to: "posts.jsonl"
    )
    let found = try read("posts.jsonl")
    #expect(found.last == "posts.jsonl:2:1: the line is longer than 32 MB, which is no post")
    #expect(found.count == 2)
  }
}
