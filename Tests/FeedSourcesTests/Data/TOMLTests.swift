import Testing

@testable import FeedSources

@Suite struct TOMLTests {
  @Test func keepsOrderAndText() throws {
    let node = try toml(
      """
      title = "Zürich \\u00e9"
      draft = false
      weight = 0x10
      version = 1.10
      big = 1_000.5
      odt = 1979-05-27T07:32:00-08:00
      utc = 1979-05-27 07:32:00.25Z
      local = 1979-05-27T07:32:00
      date = 1979-05-27
      time = 07:32:00
      authors = ["a", "b"]
      empty = []

      [taxonomies]
      tags = ['x']
      [extra.deep]
      "key.dotted" = '''
      one
      two'''
      [[items]]
      n = 1
      [[items]]
      n = { m = inf }
      """
    )
    #expect(
      node.json == #"{"title":"Zürich é","draft":"false","weight":"16","version":"1.10","#
        + #""big":"1000.5","odt":"1979-05-27T07:32:00-08:00","utc":"1979-05-27T07:32:00.25Z","#
        + #""local":"1979-05-27T07:32:00","date":"1979-05-27","time":"07:32:00","#
        + #""authors":["a","b"],"empty":[],"taxonomies":{"tags":["x"]},"#
        + #""extra":{"deep":{"key.dotted":"one\ntwo"}},"items":[{"n":"1"},{"n":{"m":"inf"}}]}"#
    )
    #expect(node["draft"]?.asBool == false)
    #expect(node["weight"]?.asInt == 16)
    #expect(node["date"]?.typeName == "a date")
    #expect(node[path: "extra.deep.key.dotted"]?.asString == "one\ntwo")
    #expect(node["local"]?.value == .scalar(text: "1979-05-27T07:32:00", style: .date))
  }

  @Test func tellsPositionsInTheFile() throws {
    let node = try toml("a = 1\n\"é日\" = [\"ö\", { b = 1.5 }]\n[t]\n  c.d = true\n", lineOffset: 1)
    #expect(node["a"]?.position == DataPosition(line: 2, column: 5))
    #expect(node[path: "é日.0"]?.position == DataPosition(line: 3, column: 9))
    #expect(node[path: "é日.1.b"]?.position == DataPosition(line: 3, column: 20))
    #expect(node[path: "é日.1.b"]?.asString == "1.5")
    #expect(node[path: "t.c.d"]?.position == DataPosition(line: 5, column: 9))
    #expect(node.asMapping?.entry("t")?.keyPosition == DataPosition(line: 4, column: 2))
  }

  /// Long lines with characters of several bytes, so that every distance from a mark comes up.
  @Test func keepsTheTextOfFloatsAnywhere() throws {
    for padding in 0..<200 {
      let text = "a = [\"" + String(repeating: "é日", count: padding) + "\", 1.10, 2.50e+1]\nb = 3.0"
      let node = try toml(text)
      #expect(node[path: "a.1"]?.asString == "1.10", "\(padding)")
      #expect(node[path: "a.2"]?.asString == "2.50e+1", "\(padding)")
      #expect(node[path: "b"]?.asString == "3.0", "\(padding)")
    }
  }

  @Test(arguments: ["", "# nothing\n", "\r\n"])
  func anEmptyDocumentIsAnEmptyMapping(_ text: String) throws {
    #expect(try toml(text).asMapping?.entries.isEmpty == true)
  }

  @Test(arguments: [
    ("title = Foo", 1, 9, "must be quoted", "double quotes"),
    ("title = hello", 1, 9, "must be quoted", "double quotes"),
    ("a = 1\na = 2", 2, 5, "cannot redefine", "keep one"),
    ("a = \"x\nb = 1", 1, 7, "line break", "quotation mark"),
    ("a = '\\d'\nb = \"\\d\"", 2, 7, "unknown escape", "single quotes"),
    ("a = \"\"\"x", 1, 9, "inside quotation marks", "quotation mark"),
    ("title: foo", 1, 6, "expected '='", "KEY = VALUE"),
    ("date = 2023-02-30", 1, 18, "expected day between 1 and 28", ""),
    ("a = [1, 2", 1, 10, "end-of-file", ""),
    ("a = 1\nb = 2\n[=]\nc = 3\n", 3, 1, "this is not TOML", "[TABLE]"),
  ])
  func explainsErrors(
    _ text: String,
    _ line: Int,
    _ column: Int,
    _ message: String,
    _ help: String
  ) throws {
    let error = try #require(dataError { try toml(text, lineOffset: 3) }, "no error in \(text)")
    #expect(error.line == line + 3 && error.column == column, "\(text): \(error)")
    #expect(error.message.contains(message), "\(text): \(error)")
    #expect(help.isEmpty || error.help?.contains(help) == true, "\(text): \(error)")
  }

  @Test func boundsDepth() {
    let dotted = String(repeating: "a.", count: 100_000) + "a"
    for text in [
      dotted + " = 1", "[\(dotted)]", "[[\(dotted)]]", "a = {\(dotted) = 1}",
      "a = " + String(repeating: "[", count: 100_000),
      "a = " + String(repeating: "{a=", count: 100_000),
      "a = " + String(repeating: "{a.a.a.a.a.a.a.a=", count: 100_000),
      "\"\(String(repeating: "\".\"", count: 100_000))\" = 1",
      "a = \"unclosed\n\(dotted) = 1", "a = \"\"\"\n.\"\"\"\n\(dotted) = 1",
      "# comment\n\(dotted) = 1",
    ] {
      #expect(dataError { try toml(text) } != nil, "\(text.prefix(40))")
    }
    let header = Array(repeating: "h", count: 15).joined(separator: ".")
    let inline = Array(repeating: "k", count: 15).joined(separator: ".")
    let nested =
      String(repeating: "{\(inline) = ", count: 40) + "1" + String(repeating: "}", count: 40)
    #expect(
      dataError { try toml("[\(header)]\nx = \(nested)") }?.message.contains("nested") == true
    )
  }

  @Test func dotsOutsideKeysAreNotCounted() throws {
    let numbers = Array(repeating: "1.5", count: 500).joined(separator: ", ")
    let dots = String(repeating: "a.", count: 500)
    let text = #"""
      # \#(dots)
      a = [\#(numbers)]
      b = "\#(dots)"
      c = '\#(dots)'
      d = """
      \"""\#(dots)
      """
      """#
    #expect(try toml(text)["a"]?.asSequence?.count == 500)
  }

  @Test(arguments: [[0x61, 0x20, 0x3D, 0x20, 0x22, 0xE9, 0x22], [0xFF]] as [[UInt8]])
  func refusesOtherEncodings(_ bytes: [UInt8]) throws {
    #expect(try #require(dataError { try toml(bytes) }).help == "save the file as UTF-8")
  }
}
