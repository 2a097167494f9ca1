import FeedPreview
import FlyingFox
import FlyingSocks
import Foundation

/// The HTTP of the preview: requests in, answers out, and nothing that decides about either.
struct PreviewServer {
  /// Why it cannot listen.
  struct Failure: Error {
    /// The system's words.
    var reason: String
    /// Whether something else listens there.
    var isTaken: Bool
  }

  private let site: PreviewSite
  private let address: LoopbackAddress
  private let port: UInt16
  private let isVerbose: Bool

  /// The first page of a large site waits for its rehearsal.
  private static let longestAnswer: TimeInterval = 600

  init(_ site: PreviewSite, address: LoopbackAddress, port: UInt16, isVerbose: Bool) {
    self.site = site
    self.address = address
    self.port = port
    self.isVerbose = isVerbose
    Self.allowManyFiles()
  }

  /// Serves until the program ends.
  ///
  /// - Parameter whenReady: Called with the port once connections are taken.
  func run(_ whenReady: @Sendable (UInt16) -> Void) async throws(Failure) {
    var port = port
    var isReady = false
    while true {
      let server = HTTPServer(config: try configuration(port), handler: handler)
      let running = Task { try await server.run() }
      do {
        try await server.waitUntilListening()
        if !isReady {
          port = await server.port ?? port
          isReady = true
          whenReady(port)
        }
        try await running.value
      } catch {
        running.cancel()
        // A connection that was gone before it was taken, or one too many, ends FlyingFox's loop.
        let result = await running.result
        guard isReady else { throw Failure(result, error) }
        Messages.note("listening again: \(error)")
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
  }

  private func configuration(_ port: UInt16) throws(Failure) -> HTTPServer.Configuration {
    do {
      switch address {
      case .ip4(let address):
        return configuration(try sockaddr_in.inet(ip4: address, port: port))
      case .ip6:
        return configuration(try sockaddr_in6.inet6(ip6: "::1", port: port))
      }
    } catch {
      throw Failure(reason: "\(error)", isTaken: false)
    }
  }

  private func configuration(_ address: some SocketAddress) -> HTTPServer.Configuration {
    HTTPServer.Configuration(
      address: address,
      timeout: Self.longestAnswer,
      logger: .disabled
    )
  }

  private var handler: ClosureHTTPHandler {
    let (site, isVerbose) = (site, isVerbose)
    return ClosureHTTPHandler { request in
      let asked = PreviewRequest(request)
      let answer = await site.answer(asked)
      if isVerbose { Messages.note("\(asked.method) \(asked.target) \(answer.status)") }
      return HTTPResponse(answer)
    }
  }

  /// Each connection and each open document is a file.
  private static func allowManyFiles() {
    #if canImport(Glibc)
      let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
    #else
      let resource = RLIMIT_NOFILE
    #endif
    var limit = rlimit()
    guard getrlimit(resource, &limit) == 0 else { return }
    limit.rlim_cur = min(limit.rlim_max, 65_536)
    setrlimit(resource, &limit)
  }
}

extension PreviewServer.Failure {
  /// What the server says it failed at, else what waiting for it did.
  fileprivate init(_ result: Result<Void, any Error>, _ other: any Error) {
    var cause = other
    if case .failure(let error) = result { cause = error }
    if case SocketError.failed(_, let number, let message) = cause {
      self.init(reason: message, isTaken: number == EADDRINUSE)
    } else {
      self.init(reason: "\(cause)", isTaken: false)
    }
  }
}

extension HTTPServer {
  /// The port that it listens on.
  fileprivate var port: UInt16? {
    switch listeningAddress {
    case .ip4(_, let port), .ip6(_, let port): port
    default: nil
    }
  }
}

extension PreviewRequest {
  fileprivate init(_ request: HTTPRequest) {
    var fields: [String: String] = [:]
    for header in request.headers.keys { fields[header.rawValue] = request.headers[header] }
    self.init(
      method: request.method.rawValue,
      target: request.target.rawValue,
      fields: fields
    )
  }
}

extension HTTPResponse {
  fileprivate init(_ answer: PreviewAnswer) {
    var headers = HTTPHeaders()
    for field in answer.fields { headers[HTTPHeader(field.name)] = field.value }
    headers[.date] = PreviewAnswer.date(ServeClock.now())
    let status = HTTPStatusCode(answer.status, phrase: Self.phrase(answer.status))
    switch answer.body {
    case .bytes(let bytes):
      self.init(statusCode: status, headers: headers, body: Data(bytes))
    case .file(let file, let range):
      self.init(
        statusCode: status,
        headers: headers,
        body: HTTPBodySequence(
          from: FileBytes(file: file, range: range),
          count: range.count,
          suggestedBufferSize: FileBytes.blockSize
        )
      )
    }
  }

  private static func phrase(_ status: Int) -> String {
    switch status {
    case 200: "OK"
    case 206: "Partial Content"
    case 302: "Found"
    case 304: "Not Modified"
    case 400: "Bad Request"
    case 404: "Not Found"
    case 405: "Method Not Allowed"
    case 416: "Range Not Satisfiable"
    case 421: "Misdirected Request"
    default: "Internal Server Error"
    }
  }
}
