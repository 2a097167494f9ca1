import FeedJSON

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Files with a post a line, as programs export them: each line a JSON object with the members of a
/// JSON Feed item, or with the keys of front matter.
///
/// The content is `content_html`, `content_text` or, as Markdown, `content`, `body` or `markdown`.
enum JSONLines {
  /// A line longer than this is no post.
  private static let largestLine = 32_000_000

  /// Reads the heads of all posts in a file. A line that is broken is a problem, and the next one is
  /// read all the same.
  static func read(
    _ file: PostFiles.File,
    shownAs path: String,
    using reader: inout FileReader,
    mapper: PostMapper,
    receive: (Result<PostMapper.Outcome, SourceProblem>) -> Void
  ) throws {
    var lines = LineReader()
    while let line = try lines.next(&reader, path: path) {
      let bytes = UnsafeBufferPointer(rebasing: reader.bytes[line.range])
      guard !bytes.allSatisfy({ $0 <= 0x20 }) else { continue }
      do throws(SourceProblem) {
        let head = PostMapper.Head(
          data: try parse(bytes, line: line.number, path: path),
          path: path,
          relativePath: "",
          file: file.path,
          body: PostBody(markup: .jsonLine, offset: line.offset, length: bytes.count)
        )
        receive(.success(try mapper.map(head)))
      } catch {
        receive(.failure(error))
      }
    }
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>,
    line: Int,
    path: String
  ) throws(SourceProblem) -> DataNode {
    let data: DataNode
    do {
      data = try JSONTree.parse(bytes, lineOffset: line - 1)
    } catch {
      throw SourceProblem(
        path: path,
        line: error.line,
        column: error.column,
        message: error.message,
        help: error.help
      )
    }
    guard case .mapping = data.value else {
      throw SourceProblem(
        path: path,
        line: data.position.line,
        column: data.position.column,
        message: "a line must be an object with a post's members, not \(data.typeName)"
      )
    }
    return data
  }

  /// Splits a file into lines without holding more than one.
  private struct LineReader {
    var offset = 0
    var number = 0
    private var start = 0
    private var isAtEnd = false

    private static let step = 256 * 1024

    /// The next line as a range of the reader's bytes, and where it stands in the file.
    mutating func next(
      _ reader: inout FileReader,
      path: String
    ) throws -> (range: Range<Int>, offset: Int, number: Int)? {
      if number == 0, start == 0 { try skipByteOrderMark(&reader) }
      var searched = start
      while true {
        if let end = Self.lineEnd(in: reader.bytes, from: searched) {
          defer { start = end + 1 }
          number += 1
          return (start..<end, offset + start, number)
        }
        if isAtEnd {
          guard start < reader.bytes.count else { return nil }
          defer { start = reader.bytes.count }
          number += 1
          return (start..<reader.bytes.count, offset + start, number)
        }
        // What was read goes, so that the buffer holds one line and a little more.
        offset += start
        reader.drop(start)
        start = 0
        searched = reader.bytes.count
        guard searched < JSONLines.largestLine else {
          throw SourceProblem(
            path: path,
            line: number + 1,
            column: 1,
            message: "the line is longer than 32 MB, which is no post",
            help: "write one JSON object a line"
          )
        }
        isAtEnd = try reader.read(upTo: searched + Self.step)
      }
    }

    private mutating func skipByteOrderMark(_ reader: inout FileReader) throws(FileError) {
      isAtEnd = try reader.read(upTo: Self.step)
      if reader.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = 3 }
    }

    private static func lineEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
      guard let base = bytes.baseAddress, start < bytes.count,
        let found = memchr(base + start, 0x0A, bytes.count - start)
      else { return nil }
      return UnsafeRawPointer(base).distance(to: found)
    }
  }
}
