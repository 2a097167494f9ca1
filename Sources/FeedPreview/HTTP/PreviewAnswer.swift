import FeedModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a request is answered with.
public struct PreviewAnswer: Sendable {
  /// What follows the head.
  public enum Body: Sendable {
    /// Bytes in memory.
    case bytes([UInt8])
    /// Bytes of a file, which is read as they are sent.
    case file(OpenFile, Range<Int>)
  }

  /// The status.
  public var status: Int
  /// The fields of the head, in their order, `Content-Length` among them.
  public var fields: [(name: String, value: String)]
  /// What follows; empty for `HEAD`.
  public var body: Body

  init(_ status: Int, _ fields: [(name: String, value: String)], _ body: Body) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// A short text.
  static func text(
    _ status: Int,
    _ text: String,
    _ fields: [(name: String, value: String)] = []
  ) -> PreviewAnswer {
    let bytes = Array((text + "\n").utf8)
    return PreviewAnswer(
      status,
      [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", String(bytes.count))]
        + fields,
      .bytes(bytes)
    )
  }

  /// What is answered to what is no request.
  public static func refusal(_ failure: RequestHead.Failure) -> PreviewAnswer {
    let words =
      switch failure {
      case .malformed: "this is no request of HTTP"
      case .targetTooLong: "the address is too long"
      case .tooLarge: "the head of the request is too large"
      case .otherVersion: "this server knows HTTP/1.1 and HTTP/1.0"
      }
    return text(failure.rawValue, words)
  }

  /// A way to another address of this server.
  static func redirect(_ status: Int, to location: String) -> PreviewAnswer {
    text(status, "see \(location)", [("Location", location)])
  }

  /// The head as it is sent (RFC 9112 section 4).
  ///
  /// - Parameters:
  ///   - date: The moment.
  ///   - keepsConnection: Whether another request may follow.
  public func head(date: Timestamp, keepsConnection: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status) \(phrase)\r\nDate: \(Self.date(date))\r\n"
    for field in fields { head += "\(field.name): \(field.value)\r\n" }
    if !keepsConnection { head += "Connection: close\r\n" }
    return Array((head + "\r\n").utf8)
  }

  private var phrase: String {
    switch status {
    case 200: "OK"
    case 206: "Partial Content"
    case 302: "Found"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 414: "URI Too Long"
    case 416: "Range Not Satisfiable"
    case 421: "Misdirected Request"
    case 431: "Request Header Fields Too Large"
    case 500: "Internal Server Error"
    case 505: "HTTP Version Not Supported"
    default: "Unknown"
    }
  }

  /// A moment as HTTP writes it (RFC 9110 section 5.6.7): always GMT, by that name.
  static func date(_ moment: Timestamp) -> String {
    RFC822.string(Timestamp(secondsSince1970: moment.secondsSince1970))
      .replacing("+0000", with: "GMT")
  }

  /// The value of a field.
  public subscript(name: String) -> String? {
    fields.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

/// A file that is open for reading, and closed with the last who needs it: it can be read to its end
/// when it has no name any more.
public final class OpenFile: Sendable {
  private let descriptor: Int32
  /// How many bytes it has.
  public let size: Int
  /// When it changed last, in seconds since 1970.
  let modified: Int64
  /// The number of the file in its file system.
  let number: UInt64

  /// Opens a file; nil for what is none, or cannot be read.
  init?(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else { return nil }
    var information = stat()
    guard fstat(descriptor, &information) == 0, information.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      return nil
    }
    self.descriptor = descriptor
    size = Int(information.st_size)
    number = UInt64(truncatingIfNeeded: information.st_ino)
    #if canImport(Glibc)
      modified = Int64(information.st_mtim.tv_sec)
    #else
      modified = Int64(information.st_mtimespec.tv_sec)
    #endif
  }

  deinit { close(descriptor) }

  /// Bytes from an offset on; fewer at the end, none behind it or when reading fails.
  public func read(at offset: Int, count: Int) -> [UInt8] {
    guard offset >= 0, count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, got in
      while got < count, let base = buffer.baseAddress {
        let part = pread(descriptor, base + got, count - got, off_t(offset + got))
        if part < 0, errno == EINTR { continue }
        guard part > 0 else { return }
        got += part
      }
    }
  }
}
