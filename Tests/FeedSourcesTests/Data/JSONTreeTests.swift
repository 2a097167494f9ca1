import Testing

@testable import FeedSources

@Suite struct JSONTreeTests {
  @Test func keepsTextAndPlaces() throws {
    let node = try jsonTree(
      "\u{FEFF}{\"title\": \"a\\n\", \"n\": 1.10,\n \"t\": true, \"x\": null, \"l\": [1, {}]}",
      lineOffset: 2
    )
    #expect(node.json == #"{"title":"a\n","n":"1.10","t":"true","x":null,"l":["1",{}]}"#)
    #expect(node["t"]?.position == DataPosition(line: 4, column: 7))
    #expect(node["t"]?.asBool == true && node["t"]?.typeName == "true or false")
    #expect(node["n"]?.typeName == "a number")
    #expect(node.asMapping?.entry("n")?.keyPosition == DataPosition(line: 3, column: 18))
  }

  @Test(arguments: [
    ("{\"a\": 1,\n \"b\": 2,\n \"a\": 3}", 3, 2, "'a' is given twice, first on line 1"),
    ("{\"a\": 1,}", 1, 8, "trailing comma"), ("", 1, 1, "empty"), ("[1] 2", 1, 5, "after the end"),
    (String(repeating: "[", count: 101), 1, 101, "nested"),
  ])
  func explainsErrors(_ text: String, _ line: Int, _ column: Int, _ message: String) throws {
    let error = try #require(dataError { try jsonTree(text) })
    #expect(error.line == line && error.column == column && error.message.contains(message))
  }
}
