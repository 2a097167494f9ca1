import FeedModel
import FeedSources
import FeedXML
import Synchronization

/// The texts of entries from feeds, out of memory until they are rendered.
final class SpooledContents: Sendable {
  private let spool = Mutex(Spool())

  private static let none = UInt32.max

  /// Takes the texts out of a post. Returns where they are.
  func take(from post: inout Post) throws(FileError) -> Range<Int> {
    var bytes: [UInt8] = []
    let content = post.content
    for text in [post.summary, content?.html, content?.text, content?.markdown] {
      let length = text.map { UInt32(clamping: $0.utf8.count) } ?? Self.none
      withUnsafeBytes(of: length.littleEndian) { bytes.append(contentsOf: $0) }
      if let text { bytes.append(contentsOf: text.utf8) }
    }
    post.summary = nil
    post.content = nil
    var failure: FileError?
    let range = spool.withLock { spool in
      let start = spool.size
      bytes.withUnsafeBufferPointer { bytes in
        do throws(FileError) { try spool.write(bytes) } catch { failure = error }
      }
      return start..<spool.size
    }
    if let failure { throw failure }
    return range
  }

  /// Puts the texts back.
  func put(_ range: Range<Int>, into post: inout Post) throws(FileError) {
    var bytes: [UInt8] = []
    var failure: FileError?
    spool.withLock { spool in
      do throws(FileError) {
        try spool.read(range) { bytes.append(contentsOf: $0) }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    var rest = bytes[...]
    func text() -> String? {
      guard rest.count >= 4 else { return nil }
      let length = rest.prefix(4).reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
      rest = rest.dropFirst(4)
      guard length != Self.none else { return nil }
      defer { rest = rest.dropFirst(Int(length)) }
      return String(decoding: rest.prefix(Int(length)), as: UTF8.self)
    }
    post.summary = text()
    let content = Content(html: text(), text: text(), markdown: text())
    if content != Content() { post.content = content }
  }
}
