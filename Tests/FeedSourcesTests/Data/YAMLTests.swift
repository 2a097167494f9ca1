import Testing

@testable import FeedSources

@Suite struct YAMLTests {
  @Test func keepsSourceText() throws {
    let node = try yaml(
      """
      title: 2023
      version: 1.10
      flag: yes
      date: 2019-06-13
      time: 12:30:45
      octal: 017
      empty:
      tilde: ~
      word: "null"
      folded: >-
        one
        two
      block: |
        a: b
          c
      """
    )
    #expect(
      node.json == #"{"title":"2023","version":"1.10","flag":"yes","date":"2019-06-13","#
        + #""time":"12:30:45","octal":"017","empty":null,"tilde":null,"word":"null","#
        + #""folded":"one two","block":"a: b\n  c"}"#
    )
  }

  @Test func tellsPositionsInTheFile() throws {
    let node = try yaml("é: [日, {b: c}]\ntags:\n  - x\n  - \"y\"\n", lineOffset: 10)
    #expect(node.position == DataPosition(line: 11, column: 1))
    #expect(node[path: "é.0"]?.position == DataPosition(line: 11, column: 5))
    #expect(node[path: "é.1.b"]?.position == DataPosition(line: 11, column: 12))
    #expect(node[path: "tags.1"]?.position == DataPosition(line: 14, column: 5))
    #expect(node.asMapping?.entry("tags")?.keyPosition == DataPosition(line: 12, column: 1))
  }

  @Test(arguments: [
    ("", "null"), ("# nothing\n", "null"), ("---\na: b\n", #"{"a":"b"}"#),
    ("a: b\r\nc: d\r\n", #"{"a":"b","c":"d"}"#), ("\u{FEFF}a: b", #"{"a":"b"}"#),
    (
      "a: !!int \"5\"\nb: !ruby/object {c: d}\ne: !!str null\nf: !mine [x]",
      #"{"a":"5","b":{"c":"d"},"e":"null","f":["x"]}"#
    ),
    ("a: &x [1, 2]\nb: *x\nc: {<<: {d: 1}}", #"{"a":["1","2"],"b":["1","2"],"c":{"d":"1"}}"#),
    (
      "base: &b {x: 1, y: 2}\nuse:\n  y: 3\n  <<: *b\n  z: 4",
      #"{"base":{"x":"1","y":"2"},"use":{"y":"3","z":"4","x":"1"}}"#
    ),
    (
      "a: &a {x: 1}\nb: &b {x: 2, y: 3}\nc: {<<: [*a, *b]}",
      #"{"a":{"x":"1"},"b":{"x":"2","y":"3"},"c":{"x":"1","y":"3"}}"#
    ),
    ("&k key: v\nother: *k", #"{"key":"v","other":"key"}"#),
    ("\"\\u00e9\\0\": 'it''s'", #"{"é\u0000":"it's"}"#),
    ("a: b\n...\n", #"{"a":"b"}"#),
  ])
  func reads(_ text: String, _ expected: String) throws {
    #expect(try yaml(text).json == expected)
  }

  @Test(arguments: [
    ("title: Foo: bar", 1, 8, "must be quoted", "quotes"),
    ("a: 1\ndescription: See: http://x", 2, 14, "contains ': '", "quotes"),
    ("title: a\n  sub: b", 2, 3, "indented deeper", "alike"),
    ("title: \"Foo\n\nbar: baz\n", 1, 8, "quotation mark that opens here", "close"),
    ("a: 'x\nb: y", 1, 4, "quotation mark that opens here", "close"),
    ("title: \"Foo\" bar", 1, 14, "text after the quotation mark", "\\\""),
    ("title: 'It's'", 1, 12, "text after the quotation mark", "''"),
    ("title: @foo", 1, 8, "begins with @", "quotes"),
    ("title: `foo`", 1, 8, "begins with `", "quotes"),
    ("title: %foo", 1, 8, "begins with %", "quotes"),
    ("title: **foo**", 1, 8, "begins with *", "quotes"),
    ("title: *foo", 1, 8, "'&foo', which is not defined", "quotes"),
    ("title: & foo", 1, 8, "begins with &", "quotes"),
    ("title: !foo!bar x", 1, 8, "begins with !", "quotes"),
    ("title: > foo", 1, 8, "begins with >", "quotes"),
    ("title: | foo", 1, 8, "begins with |", "quotes"),
    ("title: - foo", 1, 8, "a list begins with '- '", "quotes"),
    ("title: ? foo", 1, 8, "begins with ?", "quotes"),
    ("title: {{ page.title }}", 1, 8, "'{{' begins a YAML mapping", "quotes"),
    ("tags:\n\t- a", 2, 1, "tabs", "spaces"),
    ("a: 1\n\tb: 2", 2, 1, "tabs", "spaces"),
    ("a: 1\nfoo\nb: 2", 2, 1, "without ': '", "KEY: VALUE"),
    ("a: 1\n b: 2", 2, 2, "indented deeper", "alike"),
    ("a:\n  b: 1\n c: 2", 3, 2, "indentation", "alike"),
    ("a:\n  - x\n  y: 1", 3, 3, "continues with '- '", "alike"),
    ("tags: [a, b\ntitle: x\n", 1, 7, "'[' that opens here", "close"),
    ("a: {b: c\nd: e\n", 1, 4, "'{' that opens here", "close"),
    ("tags: [a] b", 1, 11, "does not belong", "quotes"),
    ("a: \"\\d\"", 1, 5, "escape", "single quotes"),
    ("title: a\ndate: b\ntitle: c", 3, 1, "'title' is given twice, first on line 6", "keep one"),
    ("{a: 1, a: 2}", 1, 8, "first on column 2", "keep one"),
    ("? [a]\n: b", 1, 3, "a key must be text", ""),
    ("a: 1\n---\nb: 2", 2, 1, "second YAML document", "---"),
    ("a: b\u{1}c", 1, 5, "U+0001", "remove"),
    ("<<: words", 1, 5, "merges mappings", "alias"),
  ])
  func explainsErrors(
    _ text: String,
    _ line: Int,
    _ column: Int,
    _ message: String,
    _ help: String
  ) throws {
    let error = dataError { try yaml(text, lineOffset: 5) }
    let found = try #require(error, "no error in \(text)")
    #expect(found.line == line + 5 && found.column == column, "\(text): \(found)")
    #expect(found.message.contains(message), "\(text): \(found)")
    #expect(help.isEmpty || found.help?.contains(help) == true, "\(text): \(found)")
  }

  @Test(
    arguments: [[0x61, 0x3A, 0x20, 0xE9], [0xFF, 0xFE, 0x61, 0], [0x61, 0xC0, 0xAF]] as [[UInt8]]
  )
  func refusesOtherEncodings(_ bytes: [UInt8]) throws {
    let error = try #require(dataError { try yaml(bytes) })
    #expect(error.message.contains("UTF-8") && error.help == "save the file as UTF-8")
    #expect(error.line == 1)
  }

  @Test func boundsAliases() throws {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    let error = try #require(dataError { try yaml(text) })
    #expect(error.message.contains("100000"))
    let merges = "a: &a {x: 1}\n" + "b: {<<: [" + String(repeating: "*a, ", count: 60_000) + "]}"
    #expect(try #require(dataError { try yaml(merges) }).message.contains("100000"))
  }

  @Test func boundsDepth() throws {
    let shallow = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
    #expect(dataError { try yaml(shallow) } == nil)
    let error = dataError { try yaml(String(repeating: "[", count: 101)) }
    #expect(try #require(error).message.contains("nested"))
    #expect(dataError { try yaml(String(repeating: "- ", count: 100_000)) } != nil)
    #expect(dataError { try yaml(String(repeating: "? ", count: 100_000)) } != nil)
    #expect(dataError { try yaml(String(repeating: "[", count: 100_000)) } != nil)
    var chain = "a0: &a0 [x]\n"
    for level in 1...200 { chain += "a\(level): &a\(level) [*a\(level - 1)]\n" }
    #expect(try #require(dataError { try yaml(chain) }).message.contains("nested"))
  }

  @Test func anAnchorInsideItselfIsNoLoop() {
    #expect(dataError { try yaml("a: &a [*a]") } != nil)
  }

  @Test func manyKeysStayFast() throws {
    let text = (0..<20_000).map { "key\($0): v" }.joined(separator: "\n")
    #expect(try yaml(text).asMapping?.entries.count == 20_000)
    #expect(dataError { try yaml(text + "\nkey7: again") }?.message.contains("line 8") == true)
  }
}
