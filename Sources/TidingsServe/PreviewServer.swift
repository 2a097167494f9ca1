import FeedPreview
import FlyingSocks
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Takes connections on the loopback, and leaves what is said on them to ``PreviewConnection``.
struct PreviewServer {
  /// Why it cannot listen.
  struct Failure: Error {
    /// The system's words.
    var reason: String
    /// Whether something else listens there.
    var isTaken: Bool

    init(_ error: any Error) {
      if case SocketError.failed(_, let number, let message) = error {
        (reason, isTaken) = (message, number == EADDRINUSE)
      } else {
        (reason, isTaken) = ("\(error)", false)
      }
    }
  }

  private let site: PreviewSite
  private let address: LoopbackAddress
  private let port: UInt16
  private let isVerbose: Bool

  /// So many connections are open at once; a browser opens six.
  private static let mostConnections = 256

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
  func run(_ whenReady: (UInt16) -> Void) async throws(Failure) {
    let pool = SocketPool.make()
    let listener: AsyncSocket
    do {
      try await pool.prepare()
      listener = try AsyncSocket(socket: try listen(), pool: pool)
    } catch {
      throw Failure(error)
    }
    Task { try await pool.run() }
    whenReady(Self.port(of: listener.socket) ?? port)
    let open = OpenConnections()
    while !Task.isCancelled {
      do {
        let socket = try await listener.accept()
        guard open.add(upTo: Self.mostConnections) else {
          try? socket.close()
          continue
        }
        let connection = PreviewConnection(socket, site: site, isVerbose: isVerbose)
        Task {
          await connection.run()
          open.remove()
        }
      } catch {
        // A connection that was gone before it was taken, or a file too many: neither is the end.
        try? await Task.sleep(for: .milliseconds(20))
      }
    }
  }

  private func listen() throws -> Socket {
    switch address {
    case .ip4(let host): return try listen(sockaddr_in.inet(ip4: host, port: port))
    case .ip6: return try listen(sockaddr_in6.inet6(ip6: "::1", port: port))
    }
  }

  private func listen<Address: SocketAddress>(_ address: Address) throws -> Socket {
    let socket = try Socket(domain: Int32(Address.family))
    do {
      // The port of a server that ended a moment ago is free.
      try socket.setValue(true, for: .localAddressReuse)
      #if canImport(Darwin)
        try socket.setValue(true, for: .noSIGPIPE)
      #endif
      try socket.bind(to: address)
    } catch {
      try? socket.close()
      throw error
    }
    try socket.listen()
    return socket
  }

  private static func port(of socket: Socket) -> UInt16? {
    switch try? socket.sockname() {
    case .ip4(_, let port), .ip6(_, let port): port
    default: nil
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

/// How many connections there are.
private final class OpenConnections: Sendable {
  private let count = Mutex(0)

  /// False if there are so many already.
  func add(upTo limit: Int) -> Bool {
    count.withLock { count in
      guard count < limit else { return false }
      count += 1
      return true
    }
  }

  func remove() { count.withLock { $0 -= 1 } }
}
