import Testing

@testable import FeedXML

/// A list of entries, each a title, which holds text, and any number of notes.
enum ListDocument {
  static let plan = GrammarPlan(entryPath: [.init("list"), .init("entry")]) {
    part,
    _ throws(GrammarError) in
    let entry = """
      <element name="entry"><interleave><element name="title"><text/></element>
      <zeroOrMore><element name="note"><text/></element></zeroOrMore></interleave></element>
      """
    let skeleton =
      "<element name=\"list\"><optional><element name=\"head\"><empty/></element></optional></element>"
    let body = part == .entry ? entry : skeleton
    return try Grammar(
      text: Array(
        """
        <grammar xmlns="http://relaxng.org/ns/structure/1.0"><start>\(body)</start></grammar>
        """.utf8
      )
    )
  }

  static func check(_ document: [UInt8], chunk: Int = .max) -> [GrammarFinding] {
    let checker = GrammarChecker(plan: plan)
    document.withUnsafeBufferPointer { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let count = min(chunk, rest.count)
        checker.consume(UnsafeBufferPointer(rebasing: rest[..<count]))
        rest = UnsafeBufferPointer(rebasing: rest[count...])
      }
    }
    return checker.finish()
  }

  static func check(_ document: String, chunk: Int = .max) -> [GrammarFinding] {
    check(Array(document.utf8), chunk: chunk)
  }
}

struct GrammarCheckerTests {
  @Test func acceptsWhatTheGrammarAllows() {
    #expect(ListDocument.check("<list/>").isEmpty)
    #expect(
      ListDocument.check(
        "<list><head/><entry><note/><title>a</title><note/></entry>\n<entry><title/></entry></list>"
      ).isEmpty
    )
  }

  @Test func saysWhichEntryAndWhere() throws {
    let findings = ListDocument.check(
      "<list>\n<entry><title>é</title></entry> <entry><note>東京</note><date/><title/></entry></list>"
    )
    let finding = try #require(findings.first)
    #expect(finding.kind == .grammar)
    #expect(finding.entryIndex == 1)
    #expect(finding.entryLine == 2 && finding.entryColumn == 33)
    #expect(finding.line == 2 && finding.column == 55)
    #expect(finding.path == "/list/entry[2]/date")
    #expect(finding.message == "date is not allowed in entry")
  }

  @Test func goesOnAfterAnOffence() {
    let findings = ListDocument.check(
      "<list><x/><entry/><entry><y/><title/><title/><z/></entry><entry><title/></entry></list>"
    )
    #expect(findings.map(\.element) == ["entry", "y", "title", "z", "x"])
  }

  @Test func tellsWhatRepeatsFromWhatIsWrong() {
    let repeated = ListDocument.check("<list><entry><title/><title/></entry></list>")
    #expect(repeated.map(\.message) == ["title may stand only once in entry"])
    #expect(repeated.map(\.column) == [22])
    let wrong = ListDocument.check("<list><entry><title/><note/><note><x/></note></entry></list>")
    #expect(wrong.count == 1)
    #expect(!wrong.contains { $0.message.contains("only once") }, "\(wrong)")
  }

  @Test func saysHowFarAFaultMayReach() throws {
    let finding = try #require(
      ListDocument.check("<list><entry><title/><note><x/></note><note/></entry></list>").first
    )
    let end = try #require(finding.end)
    #expect(end.line == 1 && end.column > finding.column && end.column <= 50)
  }

  @Test func stopsCollectingAtAHundred() {
    let entries = String(repeating: "<entry/>", count: 500)
    let findings = ListDocument.check("<list>\(entries)</list>")
    #expect(findings.count == GrammarChecker.mostFindings)
  }

  @Test func positionsAreThoseOfTheWholeText() throws {
    // Much of the text never reaches the parser.
    let line = "text with é, 東京, &lt;tags&gt; and &#65;\n"
    let text = String(repeating: line, count: 5_000)
    let findings = ListDocument.check(
      "<list><entry><title>\(text)</title><note><![CDATA[\(text)]]></note><date/></entry></list>"
    )
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.line == 10_001)
    #expect(finding.column == 11)
  }

  @Test(arguments: ["CDATA", "text", "escaped markup"])
  func refusesTextThatParsersRefuse(kind: String) throws {
    let content =
      switch kind {
      case "CDATA": "<![CDATA[" + String(repeating: "word ", count: 2_400_000) + "]]>"
      case "text": String(repeating: "word\n", count: 2_400_000)
      default: String(repeating: "&lt;p&gt;abcdefgh", count: 1_200_000)
      }
    let findings = ListDocument.check("<list><entry>\n <title>\(content)</title></entry></list>")
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.kind == .limit)
    #expect(finding.message.contains("the content of title is larger than 10 MB"))
    #expect(finding.line == 2 && finding.column == 2)
    #expect(finding.path == "/list/entry[1]/title")
  }

  @Test func acceptsNearlyTenMegabytes() {
    let text = String(repeating: "word ", count: 1_990_000)
    #expect(
      ListDocument.check(
        "<list><entry><title><![CDATA[\(text)]]></title><note>\(text)</note></entry></list>"
      ).isEmpty
    )
  }

  @Test func refusesWhatNestsTooDeep() {
    let deep = String(repeating: "<note>", count: 300) + String(repeating: "</note>", count: 300)
    let findings = ListDocument.check("<list><entry>\(deep)</entry></list>")
    #expect(findings.map(\.kind) == [.limit])
  }

  @Test func keepsNoMoreThanItMustOfWhatIsNoEntry() {
    let many = String(repeating: "<x/>", count: GrammarChecker.mostSkeletonElements + 1)
    #expect(ListDocument.check("<list>\(many)</list>").map(\.kind) == [.limit])
  }

  @Test(arguments: ["UTF-16", "ISO-8859-1"])
  func readsOtherEncodings(encoding: String) throws {
    let text = """
      <?xml version="1.0" encoding="\(encoding)"?>
      <list>\n  <entry><title>é</title><date/></entry></list>
      """
    var bytes: [UInt8] = []
    if encoding == "UTF-16" {
      bytes = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    } else {
      bytes = text.unicodeScalars.map { UInt8($0.value) }
    }
    let finding = try #require(ListDocument.check(bytes).first)
    #expect(finding.line == 3 && finding.column == 26)
    #expect(finding.element == "date")
  }

  @Test func checksOnSeveralThreadsAtOnce() async {
    let good = "<list>" + String(repeating: "<entry><title/></entry>", count: 200) + "</list>"
    let bad = good + "<x/>"
    await withTaskGroup(of: Int.self) { group in
      for index in 0..<64 {
        group.addTask { ListDocument.check(index.isMultiple(of: 2) ? good : bad).count }
      }
      var total = 0
      for await count in group { total += count }
      #expect(total == 32)
    }
  }
}
