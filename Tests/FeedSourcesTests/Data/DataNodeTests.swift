import Testing

@testable import FeedSources

@Suite struct DataNodeTests {
  @Test(
    arguments: [
      ("true", true), ("False", false), ("YES", true), ("no", false), ("on", true), ("Off", false),
      ("'true'", true), ("\"false\"", false), ("'yes'", nil), ("y", nil), ("1", nil), ("~", nil),
      ("[true]", nil), ("truely", nil),
    ] as [(String, Bool?)]
  )
  func readsTruthValues(_ text: String, _ expected: Bool?) throws {
    #expect(try yaml(text).asBool == expected)
  }

  @Test(
    arguments: [
      ("12", 12), ("-3", -3), ("'7'", 7), ("1.0", nil), ("99999999999999999999", nil), ("x", nil),
      ("true", nil),
    ] as [(String, Int?)]
  )
  func readsIntegers(_ text: String, _ expected: Int?) throws {
    #expect(try yaml(text).asInt == expected)
  }

  @Test(
    arguments: [
      ("[a, 1, ~, \"b\"]", ["a", "1", "b"]), ("one", ["one"]), ("", []), ("[]", []),
      ("[[a]]", nil), ("{a: b}", nil),
    ] as [(String, [String]?)]
  )
  func readsStringLists(_ text: String, _ expected: [String]?) throws {
    #expect(try yaml(text).asStringList == expected)
  }

  @Test func looksUpPaths() throws {
    let node = try yaml(
      """
      cover: {image: a.png, alt.text: words, 0: zero}
      cover.image: dotted
      authors:
        - name: Ada
        - name: {first: Grace}
      a.b: {c: deep}
      a: {b: {d: nested}}
      """
    )
    #expect(node[path: "cover.image"]?.asString == "dotted")
    #expect(node[path: "cover.alt.text"]?.asString == "words")
    #expect(node[path: "cover.0"]?.asString == "zero")
    #expect(node[path: "authors.0.name"]?.asString == "Ada")
    #expect(node[path: "authors.1.name.first"]?.asString == "Grace")
    #expect(node[path: "a.b.c"]?.asString == "deep")
    #expect(node[path: "a.b.d"]?.asString == "nested")
    for absent in ["authors.name", "authors.2", "authors.-1", "cover.image.x", "", ".", "a..b"] {
      #expect(node[path: absent] == nil, "\(absent)")
    }
  }

  @Test func looksUpKeysInAnyCase() throws {
    let mapping = try #require(try yaml("Title: a\nDATE: b\ndate: c").asMapping)
    #expect(mapping.entry(ignoringCaseOf: "title")?.node.asString == "a")
    #expect(mapping.entry(ignoringCaseOf: "date")?.node.asString == "c")
    #expect(mapping.entry(ignoringCaseOf: "Date")?.node.asString == "b")
    #expect(mapping.entry(ignoringCaseOf: "dates") == nil)
    #expect(mapping["title"] == nil)
  }

  @Test(arguments: [
    ("[a]", "a list"), ("{a: 1}", "a mapping"), ("~", "nothing"), ("words", "text"),
    ("'12'", "text"), ("12", "a number"), ("1.10", "a number"), ("-5", "a number"),
    ("2019-06-13", "a date"), ("2019-06-13T10:00:00Z", "a date"), ("2019-6-13", "text"),
    ("yes", "true or false"), ("!!str yes", "text"), ("|\n  12", "text"),
  ])
  func namesTypes(_ text: String, _ name: String) throws {
    #expect(try yaml(text).typeName == name)
  }
}
