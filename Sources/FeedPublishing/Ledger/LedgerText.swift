import FeedJSON
import FeedModel
import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The text of a ledger, line by line.
struct LedgerText {
  /// The lines that say something, with their numbers from 1.
  private(set) var lines: [(number: Int, line: LedgerLine)] = []
  /// How much of the text is whole lines: what follows was begun by a writer that was killed.
  private(set) var wholeSize = 0
  /// The number of the line that breaks off; nil if none does.
  private(set) var tornLine: Int?

  private let path: String

  /// Reads a text.
  ///
  /// - Parameter path: The file, for messages.
  /// - Throws: `SourceProblem` at the first line that says nothing that can be understood.
  init(_ bytes: UnsafeBufferPointer<UInt8>, path: String) throws(SourceProblem) {
    self.path = path
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 0
    // A line has about 150 bytes.
    lines.reserveCapacity(bytes.count / 128)
    while start < bytes.count {
      number += 1
      let newline = Self.newline(in: bytes, from: start)
      let end = newline ?? bytes.count
      let text = Self.trimmed(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      if newline == nil, let last = text.last, last != UInt8(ascii: "}") {
        tornLine = number
        return
      }
      if !text.isEmpty { lines.append((number, try line(text, number))) }
      start = newline.map { $0 + 1 } ?? bytes.count
      wholeSize = start
    }
  }

  private func line(
    _ text: UnsafeBufferPointer<UInt8>,
    _ number: Int
  ) throws(SourceProblem) -> LedgerLine {
    var canonical = CanonicalLedgerLine(text)
    if let line = canonical.read() { return line }
    for mark in ["<<<<<<<", "=======", ">>>>>>>", "|||||||"] where text.starts(with: mark.utf8) {
      throw SourceProblem(
        path: path,
        line: number,
        column: 1,
        message: "a merge left its mark here",
        help: "keep the lines of both sides and take the marks out; "
          + "with `*.ids merge=union` in .gitattributes git does so"
      )
    }
    return try LedgerObject(path: path, number: number).read(text)
  }

  private static func newline(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, 0x0A, bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(base).distance(to: found)
  }

  private static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var end = bytes.count
    while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[..<end])
  }
}

/// Reads lines that are spelled as Tidings spells them: of ten thousand all but those that somebody
/// edited, in a third of the time that any JSON takes.
private struct CanonicalLedgerLine {
  private var rest: UnsafeBufferPointer<UInt8>

  init(_ text: UnsafeBufferPointer<UInt8>) { rest = text }

  /// The line; nil for any other spelling.
  mutating func read() -> LedgerLine? {
    guard skip(LedgerLine.sourceKey), let source = text(), skip(LedgerLine.idKey), let id = text(),
      !source.isEmpty, !id.isEmpty
    else { return nil }
    let published = date(LedgerLine.publishedKey)
    let dated = date(LedgerLine.datedKey)
    guard rest.count == 1, rest[0] == UInt8(ascii: "}") else { return nil }
    return LedgerLine(source: source, id: id, published: published, dated: dated)
  }

  /// A date, if its key comes next.
  private mutating func date(_ key: String) -> Timestamp? {
    guard skip(key), let text = quoted() else { return nil }
    if let date = try? RFC3339.parse(text) { return date }
    // What is no date is told of by the reader of any spelling.
    rest = UnsafeBufferPointer(start: nil, count: 0)
    return nil
  }

  private mutating func skip(_ expected: String) -> Bool {
    guard rest.starts(with: expected.utf8) else { return false }
    rest = UnsafeBufferPointer(rebasing: rest[expected.utf8.count...])
    return true
  }

  private mutating func text() -> String? {
    guard let bytes = quoted() else { return nil }
    return String(validating: bytes, as: UTF8.self)
  }

  /// What stands between quotation marks; nil where something is escaped.
  private mutating func quoted() -> UnsafeBufferPointer<UInt8>? {
    guard let base = rest.baseAddress, rest.first == UInt8(ascii: "\""),
      let found = memchr(base + 1, Int32(UInt8(ascii: "\"")), rest.count - 1)
    else { return nil }
    let end = UnsafeRawPointer(base).distance(to: found)
    let text = UnsafeBufferPointer(rebasing: rest[1..<end])
    guard !text.contains(where: { $0 == UInt8(ascii: "\\") || $0 < 0x20 }) else { return nil }
    rest = UnsafeBufferPointer(rebasing: rest[(end + 1)...])
    return text
  }
}

/// Reads lines of any spelling. Members that it does not know may be there, and stay.
private struct LedgerObject {
  let path: String
  let number: Int

  func read(_ text: UnsafeBufferPointer<UInt8>) throws(SourceProblem) -> LedgerLine {
    do {
      var reader = JSONReader(text)
      let line = try line(&reader)
      _ = try reader.next()
      return line
    } catch let error as JSONError {
      throw problem(
        error.message,
        column: error.column,
        help: "mend the line, or take it out: `git log -p` tells what it was"
      )
    } catch let problem as SourceProblem {
      throw problem
    } catch {
      throw problem("\(error)", column: 1, help: nil)
    }
  }

  private func line(_ reader: inout JSONReader) throws -> LedgerLine {
    guard let first = try reader.next() else {
      throw problem("the line is empty", column: 1, help: nil)
    }
    guard first.kind == .beginObject else {
      throw problem(
        "a line must be an object",
        column: first.position.column,
        help: #"such as {"source": "posts/a.md", "id": "https://example.org/a"}"#
      )
    }
    var source: String?
    var id: String?
    var published: Timestamp?
    var dated: Timestamp?
    while let key = try reader.next(), key.kind == .key {
      guard let value = try reader.next() else { break }
      if key.isText("source") {
        source = try text(value, of: "source")
      } else if key.isText("id") {
        id = try text(value, of: "id")
      } else if key.isText("published") {
        published = try date(value, of: "published")
      } else if key.isText("dated") {
        dated = try date(value, of: "dated")
      } else {
        try reader.skipRest(of: value)
      }
    }
    guard let source else { throw missing("source", "the path of the post's file") }
    guard let id else { throw missing("id", "the id that subscribers know") }
    return LedgerLine(source: source, id: id, published: published, dated: dated)
  }

  private func text(_ token: JSONToken, of key: String) throws(SourceProblem) -> String {
    guard token.kind == .string, !token.source.isEmpty else {
      throw problem(
        "\(key) must be a text that is not empty",
        column: token.position.column,
        help: nil
      )
    }
    return token.text
  }

  private func date(
    _ token: JSONToken,
    of key: String
  ) throws(SourceProblem) -> Timestamp? {
    if token.kind == .null { return nil }
    guard token.kind == .string, let date = try? RFC3339.parse(token.text) else {
      throw problem(
        "\(key) must be a date",
        column: token.position.column,
        help: "write it as 2019-06-13T11:30:00Z, or leave it out"
      )
    }
    return date
  }

  private func missing(_ key: String, _ meaning: String) -> SourceProblem {
    problem("the line has no `\(key)`", column: 1, help: "add it: \(meaning)")
  }

  private func problem(_ message: String, column: Int, help: String?) -> SourceProblem {
    SourceProblem(path: path, line: number, column: column, message: message, help: help)
  }
}
