import FeedModel
import Testing

@testable import FeedValidation

@Suite("Baselines")
struct BaselineTests {
  @Test(
    "paths are those in the entry",
    arguments: [
      ("/rss/channel/item[3]/guid", "guid"), ("/rss/channel/item[3]", ""),
      ("/feed/entry[1]/a:link[2]", "a:link[2]"), ("/rdf:RDF/item[2]/dc:date", "dc:date"),
      ("/a:feed/a:entry[4]/a:id", "a:id"), ("/items/2/url", "url"), ("/items/0", ""),
      ("/items/2/attachments/0/url", "attachments/0/url"), ("/entry/id", "id"), ("", ""),
    ]
  )
  func paths(path: String, inEntry: String) {
    #expect(Baseline.pathInEntry(path) == inEntry)
  }

  private func ids(_ text: String, kind: FeedKind, chunk: Int) -> EntryIdentities {
    let diagnostics = (0..<8).map {
      Diagnostic(
        rule: "r",
        severity: .error,
        message: "m",
        line: 1,
        column: 1,
        entryIndex: $0
      )
    }
    let reader = EntryIdentityReader(diagnostics, kind: kind)
    let bytes = Array(text.utf8)
    bytes.withUnsafeBufferPointer { buffer in
      for start in stride(from: 0, to: buffer.count, by: chunk) {
        let end = min(start + chunk, buffer.count)
        reader.consume(UnsafeBufferPointer(rebasing: buffer[start..<end]))
      }
    }
    return reader.finish()
  }

  @Test("entries are known by guid, id or about, else by their link", arguments: [1, 5, 1_000])
  func identities(chunk: Int) {
    let rss = ids(
      """
      <rss><channel><title>T</title><image><url>u</url></image>
      <item><link>l</link><guid> a </guid><source><id>no</id></source></item><item><link>b</link></item>
      <item><title>t</title></item><item><guid>d</guid></channel></rss>
      """,
      kind: .rss(version: "2.0"),
      chunk: chunk
    )
    #expect([rss[0], rss[1], rss[2], rss[3], rss[4]] == ["a", "b", nil, "d", nil])
    let atom = ids(
      "<feed><id>f</id><entry><source><id>s</id></source><id>e&amp;1</id></entry></feed>",
      kind: .atom(version: "1.0"),
      chunk: chunk
    )
    #expect(atom[0] == "e&1")
    let rdf = ids(
      "<rdf:RDF xmlns:rdf='r'><channel/><item rdf:about='x'><link>l</link></item></rdf:RDF>",
      kind: .rdf(version: "1.0"),
      chunk: chunk
    )
    #expect(rdf[0] == "x")
    let json = ids(
      #"{"a": [{"id": "no"}], "items": [{"x": {"id": "no"}, "id": "a"}, 1, [2], {"id": 4}, {"#,
      kind: .jsonFeed(version: "1.1"),
      chunk: chunk
    )
    #expect([json[0], json[1], json[2], json[3]] == ["a", nil, nil, "4"])
  }

  @Test("what is written is what is read")
  func roundTrip() throws {
    var baseline = Baseline()
    let diagnostics = [
      Diagnostic(
        rule: "b",
        severity: .error,
        message: "m",
        line: 1,
        column: 1,
        path: "/rss/channel/item[1]/guid",
        element: "guid",
        attribute: "isPermaLink",
        entryIndex: 0
      ),
      Diagnostic(
        rule: "a",
        severity: .info,
        message: "“\u{1}”",
        line: 1,
        column: 1,
        path: "/rss/channel",
        element: "title"
      ),
    ]
    let report = ValidationReport(
      kind: .rss(version: "2.0"),
      entries: 1,
      diagnostics: diagnostics + diagnostics,
      counts: ["a": 2, "b": 2]
    )
    let ids = EntryIdentities([0: "id \"quoted\""])
    var document = DocumentReport(report, name: "x")
    baseline.learn(document, as: "x/ü.xml", ids)
    let read = try baseline.json.withUnsafeBufferPointer { try Baseline(parsing: $0) }
    #expect(read == baseline)
    #expect(read.count == 4)
    read.filter(&document, as: "x/ü.xml", ids)
    #expect(document.known.all == 4)
    #expect(document.diagnostics.isEmpty && document.found == Tally())
  }
}
