import Foundation
import Synchronization

/// An HTTP server on the loopback that answers by a script and keeps what it was asked.
///
/// Each connection has a thread of its own, so that a slow answer holds up no other. The server ends
/// with its object.
public final class ScriptedServer: Sendable {
  /// A request.
  public struct Request: Sendable, Equatable {
    /// `GET`; `TLS`, with an empty target, for a client that begins with a handshake. The server has
    /// no TLS, but any answer tells the client so.
    public var method: String
    /// What stands behind the method: a path, or a URL where the server passes for a proxy.
    public var target: String
    /// The fields in their order, names as written, values byte for byte as ISO 8859-1.
    public var fields: [Field]
    /// The body.
    public var body: [UInt8]

    /// A field of the head.
    public struct Field: Sendable, Equatable {
      /// The name as written.
      public var name: String
      /// The value without white space around it.
      public var value: String
    }

    /// The value of the first field with a name, in any case.
    public subscript(name: String) -> String? {
      fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }
  }

  /// What could not be set up.
  public struct Failure: Error {
    /// The call, and the system's number for its error.
    public var call: String
    /// `errno`.
    public var code: Int32
  }

  /// The port that the system chose.
  public let port: UInt16
  /// The numeric address, IPv4.
  public let host: String

  private let shared: Shared
  private let listener: Int32

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - host: An IPv4 address of the loopback; on Linux, any in 127.0.0.0/8.
  ///   - answer: What to do with a request; called on the connections' threads.
  public init(
    host: String = "127.0.0.1",
    answer: @escaping @Sendable (Request) -> ScriptedResponse
  ) throws {
    self.host = host
    listener = socket(AF_INET, streamType, 0)
    guard listener >= 0 else { throw Failure(call: "socket", code: errno) }
    do {
      port = try Self.listen(listener, host)
    } catch {
      close(listener)
      throw error
    }
    shared = Shared(answer: answer)
    let (shared, listener) = (shared, listener)
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        if connection < 0, errno == EINTR || errno == ECONNABORTED { continue }
        guard connection >= 0, shared.add(connection) else {
          if connection >= 0 { close(connection) }
          break
        }
        Thread.detachNewThread { Conversation(connection, shared).run() }
      }
      close(listener)
    }
  }

  /// Starts a server with a list of answers for each path. The last is repeated; other paths are not
  /// found.
  public convenience init(
    host: String = "127.0.0.1",
    _ script: [String: [ScriptedResponse]]
  ) throws {
    let turns = Turns()
    try self.init(host: host) { request in
      guard let answers = script[request.target], let last = answers.last else {
        return .answer(404)
      }
      let turn = turns.next(request.target)
      return turn < answers.count ? answers[turn] : last
    }
  }

  deinit {
    shared.stop()
    // Wakes `accept`, which ends the thread, which closes the socket.
    shutdown(listener, bothWays)
    #if canImport(Darwin)
      close(listener)
    #endif
  }

  /// The address of a path.
  public func url(_ path: String = "/", scheme: String = "http") -> String {
    "\(scheme)://\(host):\(port)\(path)"
  }

  /// The requests so far.
  public var requests: [Request] { shared.state.withLock { $0.requests } }

  /// How many connections there have been.
  public var connectionCount: Int { shared.state.withLock { $0.connectionCount } }

  private static func listen(_ listener: Int32, _ host: String) throws -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
      throw Failure(call: "inet_pton", code: EINVAL)
    }
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        guard bind(listener, generic, length) == 0 else { throw Failure(call: "bind", code: errno) }
        guard Foundation.listen(listener, 64) == 0 else {
          throw Failure(call: "listen", code: errno)
        }
        guard getsockname(listener, generic, &length) == 0 else {
          throw Failure(call: "getsockname", code: errno)
        }
      }
      return UInt16(bigEndian: pointer.pointee.sin_port)
    }
  }
}

/// What the threads of a server share.
final class Shared: Sendable {
  struct State {
    var requests: [ScriptedServer.Request] = []
    var connectionCount = 0
    var open: Set<Int32> = []
    var isStopped = false
  }

  let answer: @Sendable (ScriptedServer.Request) -> ScriptedResponse
  let state = Mutex(State())

  init(answer: @escaping @Sendable (ScriptedServer.Request) -> ScriptedResponse) {
    self.answer = answer
  }

  var isStopped: Bool { state.withLock { $0.isStopped } }

  /// False when the server has ended.
  func add(_ connection: Int32) -> Bool {
    state.withLock { state in
      guard !state.isStopped else { return false }
      state.connectionCount += 1
      state.open.insert(connection)
      return true
    }
  }

  func close(_ connection: Int32) {
    state.withLock { state in
      state.open.remove(connection)
      _ = Foundation.close(connection)
    }
  }

  func stop() {
    state.withLock { state in
      state.isStopped = true
      for connection in state.open { shutdown(connection, bothWays) }
    }
  }
}

/// How often each path was asked for.
private final class Turns: Sendable {
  private let counts = Mutex<[String: Int]>([:])

  func next(_ target: String) -> Int {
    counts.withLock { counts in
      let turn = counts[target, default: 0]
      counts[target] = turn + 1
      return turn
    }
  }
}

#if canImport(Glibc)
  private let streamType = Int32(SOCK_STREAM.rawValue)
  let bothWays = Int32(SHUT_RDWR)
#else
  private let streamType = SOCK_STREAM
  let bothWays = SHUT_RDWR
#endif
