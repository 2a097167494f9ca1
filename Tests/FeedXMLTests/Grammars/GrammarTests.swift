import Testing

@testable import FeedXML

struct GrammarTests {
  private static let namespace = "xmlns=\"http://relaxng.org/ns/structure/1.0\""

  @Test func compiles() throws {
    _ = try Grammar(text: Array("<element name=\"a\" \(Self.namespace)><text/></element>".utf8))
  }

  @Test(arguments: [
    ("<element name=\"a\" \(namespace)><ref name=\"b\"/></element>", "b"),
    ("<grammar \(namespace)><start><ref name=\"b\"/></start></grammar>", "b"),
    ("<element name=\"a\" \(namespace)><text>", "Premature end"),
    ("", "empty"),
  ])
  func throwsTheFirstComplaint(text: String, part: String) {
    let error = #expect(throws: GrammarError.self) { try Grammar(text: Array(text.utf8)) }
    #expect(error?.description.contains(part) == true, "\(String(describing: error))")
  }
}
