import FeedSources
import Testing

@Suite struct MarkdownRendererTests {
  @Test("Quotes without number stay as they are, and take no time", .timeLimit(.minutes(15)))
  func manyQuotes() throws {
    let renderer = MarkdownRenderer(smartPunctuation: true)
    let paragraph = String(repeating: "it's ", count: 4_000)
    let few = try renderer.html(of: paragraph + "\r\n\r\n" + paragraph)
    #expect(few.count { $0 == "’" } == 8_000)
    let many = try renderer.html(of: String(repeating: "it's ", count: 500_000))
    #expect(many.hasPrefix("<p>it's it's"))
  }
}
