import Testing

@testable import FeedValidation

@Suite("GitHub's annotations")
struct GitHubReportTests {
  private func report(_ diagnostics: [Diagnostic], name: String = "feed.xml") -> String {
    var document = DocumentReport(
      ValidationReport(
        kind: .rss(version: "2.0"),
        entries: 0,
        diagnostics: diagnostics,
        counts: [:]
      ),
      name: name
    )
    document.found = Tally(diagnostics)
    var writer = GitHubReport()
    var output: [UInt8] = []
    writer.begin(into: &output)
    writer.add(document, into: &output)
    writer.end(ReportTotal(), into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  private func diagnostic(_ rule: String, _ line: Int, message: String = "m") -> Diagnostic {
    Diagnostic(rule: rule, severity: .error, message: message, line: line, column: 1)
  }

  @Test("what would end a command or a property is escaped")
  func escaping() {
    #expect(
      report([diagnostic("r", 1, message: "50% of a,b: c\u{9B} ::error::")], name: "a,b:c%.xml")
        == "::error file=a%2Cb%3Ac%25.xml,line=1,col=1,title=r::50%25 of a,b: c\u{FFFD} ::error::\n"
    )
  }

  @Test("so are line ends")
  func lineEnds() {
    #expect(GitHubReport.escape("a\r\n%", isProperty: false) == "a%0D%0A%25")
  }

  @Test("ten are shown; of eleven nine, and a tenth that says how many there are")
  func selection() {
    let ten = (1...10).map { diagnostic("r", $0) }
    #expect(report(ten).split(separator: "\n").count == 10)
    let eleven = report((1...11).map { diagnostic("r", $0) }).split(separator: "\n")
    #expect(eleven.count == 10)
    #expect(eleven.last == "::error title=tidings validate::and 2 more errors")
  }

  @Test("as many rules as possible are shown, in the order of the document")
  func variety() {
    let many = (1...50).map { diagnostic("a", $0) } + [diagnostic("b", 60), diagnostic("c", 70)]
    let lines = report(many).split(separator: "\n")
    #expect(lines.count == 10)
    #expect(
      lines.contains { $0.contains("title=b::") } && lines.contains { $0.contains("title=c::") }
    )
    #expect(lines[8].contains("line=70,"))
    #expect(lines[9].hasSuffix("and 43 more errors"))
  }
}
