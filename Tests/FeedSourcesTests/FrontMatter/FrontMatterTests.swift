import Testing

@testable import FeedSources

@Suite struct FrontMatterTests {
  private func split(
    _ text: String,
    isWholeFile: Bool = true,
    headers: Bool = false
  ) throws -> FrontMatter.Split {
    try Array(text.utf8).withUnsafeBufferPointer {
      try FrontMatter.split($0, isWholeFile: isWholeFile, allowsHeaderLines: headers)
    }
  }

  @Test(arguments: [
    "", "\n", "text", "----\na: b\n----\n", "--- yaml\na: b\n---\n", "- a\n- b\n", "--",
    "++++\n++++\n",
    "{% include x %}\n", "{{< figure >}}\n", "{:.note}\ntext", "{\"a\": 1} text\n", "{", "{ ",
    "\n---\na: b\n---\n", " ---\na: b\n---\n", "Title: no headers here\n", ";;;\n{}\n;;;\n",
  ])
  func isAllText(_ text: String) throws {
    let split = try split(text)
    #expect(split.syntax == .none && split.bodyOffset == 0 && split.bodyLine == 1)
  }

  @Test(arguments: ["text: of\n", "http://example.org\n", ": x\n", "Two words: x\n", "a", "\n"])
  func headerLinesNeedAKey(_ text: String) throws {
    let isHeader = text.hasPrefix("text")
    #expect(try split(text, headers: true).syntax == (isHeader ? .headerLines : .none))
  }

  /// However a file is cut, either the answer is the whole file's or more bytes are asked for.
  @Test(arguments: [
    "---\ntitle: x\n---\nbody\n", "---\r\ntitle: x\r\n---  \r\nbody", "---\n---\n",
    "---\na: b\n...\nbody",
    "+++\na = 1\n+++\n", "{\n\"a\": {\"b\": \"}\\\"\"}\n}\nbody", "\u{FEFF}---\na: b\n---\nbody",
    "Title: x\nDate: y\n\nbody\n", "---\na: b\n----\nc: d\n---\n", "plain text\n", "{{ x }}\n",
  ])
  func cutFilesAskForMore(_ text: String) throws {
    let whole = try split(text, headers: true)
    let bytes = Array(text.utf8)
    for length in 0..<bytes.count {
      let part = try Array(bytes[..<length]).withUnsafeBufferPointer {
        try FrontMatter.split($0, isWholeFile: false, allowsHeaderLines: true)
      }
      #expect(part.needsMoreBytes || part == whole, "\(length) bytes: \(part)")
    }
    let all = try split(text, isWholeFile: false, headers: true)
    #expect(all == whole)
  }

  @Test(arguments: [
    ("---\ntitle: x\n", "'---' on line 1"), ("+++\na = 1\n---\n", "'+++' on line 1"),
    ("{\"a\": 1\n", "'{' on line 1"), ("{\"a\": \"}\n", "'{' on line 1"),
    ("---", "'---' on line 1"),
  ])
  func namesAnOpenFence(_ text: String, _ part: String) throws {
    let error = #expect(throws: DataError.self) { try split(text) }
    #expect(error?.line == 1 && error?.message.contains(part) == true)
    #expect(try split(text, isWholeFile: false).needsMoreBytes)
  }
}
