/// What a server does with a connection once it has read a request.
public struct ScriptedResponse: Sendable {
  /// One thing after the other.
  public enum Step: Sendable {
    /// Bytes as they are.
    case send([UInt8])
    /// Nothing, for a while.
    case wait(Duration)
  }

  /// What is done.
  public var steps: [Step]
  /// Whether the connection stays open for another request.
  public var keepsConnection: Bool

  /// Any bytes at any time.
  public init(_ steps: [Step], keepsConnection: Bool = false) {
    self.steps = steps
    self.keepsConnection = keepsConnection
  }

  /// Bytes that need not be HTTP; then the connection is closed.
  public static func raw(_ text: String) -> Self { Self([.send(Array(text.utf8))]) }

  /// A whole answer. `Content-Length` is the body's, unless a field says otherwise.
  public static func answer(
    _ status: Int = 200,
    _ fields: [(String, String)] = [],
    body: [UInt8] = []
  ) -> Self {
    let hasLength = fields.contains { $0.0.lowercased() == "content-length" }
    // These have no body, and no length of one.
    let length = hasLength || status == 304 ? [] : [("Content-Length", String(body.count))]
    return Self(
      [.send(head(status, fields + length) + body)],
      keepsConnection: !hasLength
    )
  }

  /// A whole answer with a text.
  public static func answer(
    _ status: Int = 200,
    _ fields: [(String, String)] = [],
    _ body: String
  ) -> Self {
    answer(status, fields, body: Array(body.utf8))
  }

  /// A redirect with an empty body.
  public static func redirect(_ status: Int, to location: String) -> Self {
    answer(status, [("Location", location)])
  }

  /// A body in chunks (RFC 9112 section 7.1), with a pause before each.
  ///
  /// - Parameters:
  ///   - pause: How long to wait before each chunk.
  ///   - end: What stands behind the chunks; "" leaves the body unfinished.
  public static func chunked(
    _ fields: [(String, String)] = [],
    _ chunks: [[UInt8]],
    pause: Duration = .zero,
    end: String = "0\r\n\r\n"
  ) -> Self {
    var steps: [Step] = [.send(head(200, fields + [("Transfer-Encoding", "chunked")]))]
    for chunk in chunks where !chunk.isEmpty {
      steps.append(.wait(pause))
      let size = String(chunk.count, radix: 16) + "\r\n"
      steps.append(.send(Array(size.utf8) + chunk + Array("\r\n".utf8)))
    }
    return Self(steps + [.send(Array(end.utf8))], keepsConnection: !end.isEmpty)
  }

  /// A body byte by byte, with a pause before each.
  public static func drip(
    _ fields: [(String, String)] = [],
    _ body: String,
    pause: Duration
  ) -> Self {
    let length = ("Content-Length", String(body.utf8.count))
    return Self(
      [.send(head(200, fields + [length]))] + body.utf8.flatMap { [.wait(pause), .send([$0])] }
    )
  }

  /// The head of an answer, with its empty line.
  public static func head(_ status: Int, _ fields: [(String, String)]) -> [UInt8] {
    let lines = ["HTTP/1.1 \(status) Scripted"] + fields.map { "\($0.0): \($0.1)" }
    return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
  }
}
