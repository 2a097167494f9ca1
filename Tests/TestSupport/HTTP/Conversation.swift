import Foundation

/// One connection to a scripted server: requests in, answers out.
struct Conversation {
  private let connection: Int32
  private let shared: Shared
  private var buffer: [UInt8] = []

  private static let maxHead = 1 << 20

  init(_ connection: Int32, _ shared: Shared) {
    self.connection = connection
    self.shared = shared
  }

  /// Talks until one side has had enough.
  func run() {
    #if canImport(Darwin)
      var yes: Int32 = 1
      setsockopt(connection, SOL_SOCKET, SO_NOSIGPIPE, &yes, socklen_t(MemoryLayout<Int32>.size))
    #endif
    var conversation = self
    while let request = conversation.readRequest() {
      shared.state.withLock { $0.requests.append(request) }
      let response = shared.answer(request)
      guard conversation.play(response), response.keepsConnection else { break }
    }
    conversation.finish()
  }

  /// Whether all could be sent.
  private func play(_ response: ScriptedResponse) -> Bool {
    for step in response.steps {
      switch step {
      case .send(let bytes): guard send(bytes) else { return false }
      case .wait(let duration):
        let end = ContinuousClock.now + duration
        while ContinuousClock.now < end {
          if shared.isStopped { return false }
          usleep(2_000)
        }
      }
    }
    return true
  }

  /// Closes so that the other side sees an end and no reset: what is still on its way from there is
  /// read first.
  private func finish() {
    shutdown(connection, sendingWay)
    var scratch = [UInt8](repeating: 0, count: 4096)
    var patience = 100
    while patience > 0, recv(connection, &scratch, scratch.count, 0) > 0 { patience -= 1 }
    shared.close(connection)
  }

  private func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Foundation.send(connection, $0.baseAddress, $0.count, noSignal)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// Nil at the end of the connection, and for what is no request.
  private mutating func readRequest() -> ScriptedServer.Request? {
    guard let head = readHead() else { return greeting() }
    let lines = head.components(separatedBy: "\r\n")
    let words = lines[0].split(separator: " ")
    guard words.count == 3 else { return nil }
    var request = ScriptedServer.Request(
      method: String(words[0]),
      target: String(words[1]),
      fields: [],
      body: []
    )
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { continue }
      request.fields.append(
        .init(
          name: String(line[..<colon]),
          value: line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        )
      )
    }
    let length = request["Content-Length"].flatMap { Int($0) } ?? 0
    while buffer.count < length { guard readMore() else { return nil } }
    request.body = Array(buffer.prefix(length))
    buffer.removeFirst(length)
    return request
  }

  /// What came, if it begins like a greeting of TLS (RFC 8446 section 5.1).
  private mutating func greeting() -> ScriptedServer.Request? {
    guard isGreeting else { return nil }
    defer { buffer = [] }
    return ScriptedServer.Request(method: "TLS", target: "", fields: [], body: buffer)
  }

  private var isGreeting: Bool { buffer.starts(with: [0x16, 0x03]) }

  /// The head as ISO 8859-1, without its empty line; nil for what is none.
  private mutating func readHead() -> String? {
    let end = Data("\r\n\r\n".utf8)
    while true {
      if let range = Data(buffer).range(of: end) {
        let head = String(decoding: buffer[..<range.lowerBound].map(UInt16.init), as: UTF16.self)
        buffer.removeFirst(range.upperBound)
        return head
      }
      guard buffer.count < Self.maxHead, !isGreeting, readMore() else { return nil }
    }
  }

  private mutating func readMore() -> Bool {
    var scratch = [UInt8](repeating: 0, count: 64 << 10)
    let count = recv(connection, &scratch, scratch.count, 0)
    if count < 0, errno == EINTR { return true }
    guard count > 0 else { return false }
    buffer.append(contentsOf: scratch[..<count])
    return true
  }
}

#if canImport(Glibc)
  private let sendingWay = Int32(SHUT_WR)
  private let noSignal = Int32(MSG_NOSIGNAL)
#else
  private let sendingWay = SHUT_WR
  // The socket is told instead.
  private let noSignal: Int32 = 0
#endif
