import FeedJSON
import FeedModel
import FeedValidation
import FeedXML

extension FuzzTarget {
  /// The validator, on XML.
  static let validateXML = FuzzTarget(
    "validate-xml",
    longestInput: 8192,
    frames: [
      Frame("<rss version=\"2.0\"><channel><item>", "</item></channel></rss>"),
      Frame(
        "<rss version=\"2.0\"><channel><item><description>",
        "</description></item></channel></rss>"
      ),
      Frame("<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry>", "</entry></feed>"),
      Frame(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><content type=\"xhtml\"><div xmlns=\"http://www.w3.org/1999/xhtml\">",
        "</div></content></entry></feed>"
      ),
      Frame("<rss version=\"2.0\"><channel>", "</channel></rss>"), Frame("<rss ", "/>"),
    ],
    check: checkValidation
  )

  /// The validator, on JSON.
  static let validateJSON = FuzzTarget(
    "validate-json",
    longestInput: 8192,
    frames: [
      Frame("{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[", "]}"),
      Frame(
        "{\"version\":\"https://jsonfeed.org/version/1.1\",\"items\":[{\"id\":\"1\",\"tags\":[",
        "]}]}"
      ),
      Frame("{\"version\":\"https://jsonfeed.org/version/1.1\",", "}"),
      Frame("{\"items\":[{\"content_html\":\"", "\"}]}"),
    ],
    check: checkValidation
  )

  /// 2026-06-01T12:00:00Z.
  static let settings = ValidationSettings(now: 1_780_315_200)

  private static func checkValidation(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(Violation) {
    let whole = validate([bytes])
    try checkDiagnostics(whole.diagnostics, in: bytes)
    try checkReports(whole, of: bytes)
    try Chunks(bytes).forEachCut { name, chunks throws(Violation) in
      let cut = validate(chunks)
      try expectSame(cut.kind, whole.kind, "the kind, \(name)")
      try expectSame(cut.entries, whole.entries, "the number of entries, \(name)")
      try expectSame(cut.diagnostics, whole.diagnostics, "the findings, \(name)")
      try expectSame(cut.counts, whole.counts, "the counts, \(name)")
    }
  }

  static func validate(_ chunks: [UnsafeBufferPointer<UInt8>]) -> ValidationReport {
    let validator = FeedValidator(settings)
    for chunk in chunks { validator.consume(chunk) }
    return validator.finish()
  }

  /// Every finding names a rule and a place that there are, in words of one line.
  private static func checkDiagnostics(
    _ diagnostics: [Diagnostic],
    in bytes: UnsafeBufferPointer<UInt8>
  ) throws(Violation) {
    let lines = DecodedText(of: [bytes]).lines
    for diagnostic in diagnostics {
      let place = "\(diagnostic.rule) at \(diagnostic.line):\(diagnostic.column)"
      try expect(Rule.named(diagnostic.rule) != nil, "\(place): there is no such rule")
      try expect(
        diagnostic.line == 0 && diagnostic.column == 0
          || lines.contains(line: diagnostic.line, column: diagnostic.column),
        "\(place) is outside of the document"
      )
      try expect(!diagnostic.message.isEmpty, "\(place) has no message")
      try expect(
        !diagnostic.message.utf8.contains { $0 < 0x20 },
        "\(place) has control characters: \(diagnostic.message.debugDescription)"
      )
      try expect(
        diagnostic.message.utf8.count < 2000,
        "\(place) has \(diagnostic.message.utf8.count) bytes of message"
      )
    }
  }

  /// Reports are well-formed, whatever a document puts into them.
  private static func checkReports(
    _ report: ValidationReport,
    of bytes: UnsafeBufferPointer<UInt8>
  ) throws(Violation) {
    let reader = SourceExcerptReader(report.diagnostics)
    reader.consume(bytes)
    var document = DocumentReport(report, name: "feed & \"so on\".xml")
    document.excerpts = reader.finish()
    try checkJSON(write(JSONReport(), document), "JSON")
    try checkJSON(write(SARIFReport(version: "1"), document), "SARIF")
    let junit = write(JUnitReport(), document)
    try junit.withUnsafeBufferPointer { junit throws(Violation) in
      let found = EventRecorder(reading: [junit])
      try expect(found.problems.isEmpty, "JUnit: \(found.problems)")
    }
    try expect(isUTF8(write(TextReport(), document)), "text: no UTF-8")
    try expect(isUTF8(write(GitHubReport(), document)), "GitHub: no UTF-8")
  }

  private static func write(_ writer: some ReportWriter, _ document: DocumentReport) -> [UInt8] {
    var writer = writer
    var output: [UInt8] = []
    var total = ReportTotal()
    total.add(document)
    writer.begin(into: &output)
    writer.add(document, into: &output)
    writer.end(total, into: &output)
    return output
  }

  private static func checkJSON(_ json: [UInt8], _ name: String) throws(Violation) {
    let result = json.withUnsafeBufferPointer { buffer in
      Result { () throws(JSONError) in
        var reader = JSONReader(buffer)
        while try reader.next() != nil {}
      }
    }
    if case .failure(let error) = result { throw Violation("\(name): \(error)") }
  }
}
