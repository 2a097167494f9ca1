import Testing

@testable import FeedJSON

/// The tokens of a text, spelled out: `{ } [ ]`, `k:name`, `s:text`, `n:1`, `true` …
func tokens(
  _ text: String,
  depthLimit: Int = 512,
  skipsByteOrderMark: Bool = false
) throws -> [String] {
  try tokens(Array(text.utf8), depthLimit: depthLimit, skipsByteOrderMark: skipsByteOrderMark)
}

func tokens(
  _ bytes: [UInt8],
  depthLimit: Int = 512,
  skipsByteOrderMark: Bool = false
) throws -> [String] {
  try bytes.withUnsafeBufferPointer { buffer in
    var reader = JSONReader(
      buffer,
      depthLimit: depthLimit,
      skipsByteOrderMark: skipsByteOrderMark
    )
    var result: [String] = []
    while let token = try reader.next() {
      switch token.kind {
      case .key: result.append("k:" + token.text)
      case .string: result.append("s:" + token.text)
      case .number: result.append("n:" + token.text)
      default: result.append(token.text)
      }
    }
    return result
  }
}

func failure(_ bytes: [UInt8], depthLimit: Int = 512) -> JSONError? {
  do {
    _ = try tokens(bytes, depthLimit: depthLimit)
    return nil
  } catch {
    return error as? JSONError
  }
}

@Suite struct JSONReaderTests {
  @Test func readsEveryKindOfToken() throws {
    let text = #" {"a": [1, -0.5e+3, true, false, null], "b\n": "x", "c": {}, "d": []} "#
    #expect(
      try tokens(text) == [
        "{", "k:a", "[", "n:1", "n:-0.5e+3", "true", "false", "null", "]", "k:b\n", "s:x", "k:c",
        "{", "}", "k:d", "[", "]", "}",
      ]
    )
  }

  @Test(arguments: [
    (#""""#, ""), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0000\u00e9""#, "\0é"),
    (#""\ud83d\ude80 \uD834\uDD1E""#, "🚀 𝄞"), (#""日本語 \u6771 שלום""#, "日本語 東 שלום"),
    ("\"\u{7F}\u{2028}\u{2029}\u{FFFE}\"", "\u{7F}\u{2028}\u{2029}\u{FFFE}"),
    (#""12345678\n1234567\"123456789abcdef""#, "12345678\n1234567\"123456789abcdef"),
  ])
  func decodesStrings(_ source: String, _ text: String) throws {
    #expect(try tokens(source) == ["s:" + text])
    try Array(source.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      let token = try #require(try reader.next())
      var bytes: [UInt8] = []
      token.appendText(to: &bytes)
      #expect(bytes == Array(text.utf8))
    }
  }

  @Test func tellsPositionsInScalars() throws {
    let text = "{\r\n  \"é日🚀\": 1,\r  \"a\\u00e9\": \"🚀\", \"z\": 2\n}"
    let expected = [(1, 1), (2, 3), (2, 10), (3, 3), (3, 14), (3, 19), (3, 24), (4, 1)]
    try Array(text.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      for (line, column) in expected {
        let position = try #require(try reader.next()).position
        #expect(position.line == line && position.column == column)
      }
      #expect(try reader.next() == nil)
    }
  }

  @Test func comparesWithoutDecoding() throws {
    try Array(#"["items", "it\u0065ms", 12, 1.5, "12"]"#.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      _ = try reader.next()
      let first = try #require(try reader.next())
      #expect(first.isText("items") && !first.isText("item") && !first.isText("itemz"))
      let second = try #require(try reader.next())
      #expect(second.isText("items") && second.hasEscapes)
      #expect(try #require(try reader.next()).integer == 12)
      let fraction = try #require(try reader.next())
      #expect(fraction.integer == nil && fraction.double == 1.5)
      #expect(try #require(try reader.next()).integer == nil)
    }
  }

  @Test func skipsValues() throws {
    let text = #"{"a": {"b": [1, {"c": "]}"}]}, "d": [], "e": 5, "f": {"g": 1}}"#
    try Array(text.utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      _ = try reader.next()
      var keys: [String] = []
      while let token = try reader.next(), token.kind == .key {
        keys.append(token.text)
        try reader.skipRest(of: token)
      }
      #expect(keys == ["a", "d", "e", "f"])
      #expect(reader.depth == 0)
      #expect(try reader.next() == nil)
    }
  }

  @Test(arguments: [
    ("", 1, 1, "the text is empty"),
    ("{\"a\": 1", 1, 8, "ends inside the object whose '{' is at line 1, column 1"),
    ("[1,\n", 2, 1, "ends inside the array"),
    ("{\"a\": 1,}", 1, 8, "no trailing comma"),
    ("[1,2,\n]", 1, 5, "no trailing comma"),
    ("[,1]", 1, 2, "expected a value"),
    ("[1,,2]", 1, 4, "expected a value before it"),
    ("[1 2]", 1, 4, "found '2', expected ',' or ']'"),
    ("{\"a\" 1}", 1, 6, "expected ':' after the key \"a\""),
    ("{a: 1}", 1, 2, "a key in double quotes"),
    ("{\"a\": 1 \"b\": 2}", 1, 9, "expected ',' or '}'"),
    ("{\"a\": }", 1, 7, "found '}', expected a value"),
    ("{\"a\": 1, 2}", 1, 10, "a key in double quotes after ','"),
    ("['a']", 1, 2, "double quotes"),
    ("[01]", 1, 2, "must not begin with 0"),
    ("[-]", 1, 3, "expected a digit"),
    ("[1.]", 1, 4, "digit after the decimal point"),
    ("[.5]", 1, 2, "needs a digit before"),
    ("[+1]", 1, 2, "begins with a digit"),
    ("[1e]", 1, 4, "exponent"),
    ("[True]", 1, 2, "the word 'True'"),
    ("[nul]", 1, 2, "the word 'nul'"),
    ("[NaN]", 1, 2, "the word 'NaN'"),
    ("// x\n{}", 1, 1, "no comments"),
    ("{\"a\": 1} {}", 1, 10, "after the end of the JSON value"),
    ("\"abc", 1, 1, "ends inside the string"),
    ("[\"abc\n\"]", 1, 6, "a line break in the string that begins at line 1, column 2"),
    ("\"\t\"", 1, 2, "write it as \\t"),
    ("\"\u{1}\"", 1, 2, "\\u0001"),
    ("\"\\x\"", 1, 2, "is no escape"),
    ("\"\\u12g4\"", 1, 2, "four hexadecimal digits"),
    ("\"é\\ud800\"", 1, 3, "half of a surrogate pair without its second"),
    ("\"\\ud800\\u0041\"", 1, 2, "half of a surrogate pair without its second"),
    ("\"\\udc00\"", 1, 2, "half of a surrogate pair without its first"),
    ("\u{FEFF}{}", 1, 1, "byte order mark"),
    ("]", 1, 1, "expected a value"),
    ("[}", 1, 2, "expected a value"),
    ("{]", 1, 2, "or '}'"),
    ("[\u{A0}1]", 1, 2, "U+00A0"),
  ])
  func explainsErrors(_ text: String, _ line: Int, _ column: Int, _ part: String) throws {
    let error = try #require(failure(Array(text.utf8)), "no error in \(text)")
    #expect(error.line == line && error.column == column, "\(text): \(error)")
    #expect(error.message.contains(part), "\(text): \(error)")
  }

  @Test(
    arguments: [
      [0x80], [0xC0, 0xAF], [0xC3], [0xE0, 0x80, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]]
  )
  func findsInvalidUTF8(_ bytes: [UInt8]) throws {
    for padding in [0, 3, 8, 13] {
      let run = [UInt8](repeating: 0x61, count: padding)
      let error = try #require(failure([0x22] + run + bytes + [0x22]))
      #expect(error.offset == 1 + padding && error.message.contains("UTF-8"))
    }
  }

  @Test func passesOverAByteOrderMarkOnRequest() throws {
    #expect(try tokens("\u{FEFF}[1]", skipsByteOrderMark: true) == ["[", "n:1", "]"])
  }

  @Test func limitsDepth() throws {
    let deep = [UInt8](repeating: 0x5B, count: 513)
    let error = try #require(failure(deep))
    #expect(error.column == 513 && error.message.contains("512"))
    #expect(failure(Array("[[1]]".utf8), depthLimit: 2) == nil)
    #expect(failure(Array("[[[1]]]".utf8), depthLimit: 2) != nil)
    let million = [UInt8](repeating: 0x5B, count: 1_000_000)
    #expect(failure(million, depthLimit: .max) != nil)
  }

  @Test func endsAfterAnError() throws {
    try Array("[1,]".utf8).withUnsafeBufferPointer { buffer in
      var reader = JSONReader(buffer)
      _ = try reader.next()
      _ = try reader.next()
      #expect(throws: JSONError.self) { try reader.next() }
      #expect(try reader.next() == nil)
    }
  }
}
