import FeedPreview
import FlyingSocks
import FoundationEssentials

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is said on one connection: requests in, answers out, one after the other.
struct PreviewConnection: Sendable {
  private let socket: AsyncSocket
  private let site: PreviewSite
  private let isVerbose: Bool

  /// How long a client may take for a request, or for another one.
  private static let patience = Duration.seconds(60)
  /// How long a client may take for a block of an answer: somebody may have paused a film.
  private static let patienceForBlock = Duration.seconds(600)
  private static let readSize = 4096
  private static let blockSize = 256 << 10

  init(_ socket: AsyncSocket, site: PreviewSite, isVerbose: Bool) {
    self.socket = socket
    self.site = site
    self.isVerbose = isVerbose
  }

  /// Talks until one side has had enough.
  func run() async {
    defer { try? socket.close() }
    do {
      try await talk()
    } catch {
      // Whoever left, or was too slow, does not hear of it.
    }
  }

  private func talk() async throws {
    var reader = RequestHeadReader()
    while true {
      let head: RequestHead
      do {
        guard let next = try await Self.next(&reader, socket) else { return }
        head = next
      } catch let failure as RequestHead.Failure {
        try await send(.refusal(failure), keepsConnection: false)
        return await linger()
      }
      let answer = await site.answer(head.request)
      if isVerbose {
        Messages.note("\(head.request.method) \(head.request.target) \(answer.status)")
      }
      try await send(answer, keepsConnection: head.keepsConnection)
      guard head.keepsConnection else { return await linger() }
    }
  }

  /// The next head; nil when the client has no more to ask.
  private static func next(
    _ reader: inout RequestHeadReader,
    _ socket: AsyncSocket
  ) async throws -> RequestHead? {
    let start = ContinuousClock.now
    while true {
      if let head = try reader.next() { return head }
      let rest = patience - (ContinuousClock.now - start)
      do {
        reader.take(try await within(rest) { try await socket.read(atMost: readSize) })
      } catch SocketError.disconnected {
        return nil
      }
    }
  }

  private func send(_ answer: PreviewAnswer, keepsConnection: Bool) async throws {
    var block = answer.head(date: ServeClock.now(), keepsConnection: keepsConnection)
    switch answer.body {
    case .bytes(let bytes):
      try await write(block + bytes)
    case .file(let file, let range):
      var offset = range.lowerBound
      while offset < range.upperBound {
        let bytes = file.read(at: offset, count: min(Self.blockSize, range.upperBound - offset))
        // The file became shorter: breaking off tells so.
        guard !bytes.isEmpty else { throw SocketError.disconnected }
        offset += bytes.count
        try await write(block + bytes)
        block = []
      }
      if !block.isEmpty { try await write(block) }
    }
  }

  private func write(_ bytes: [UInt8]) async throws {
    let (socket, data) = (socket, Data(bytes))
    try await Self.within(Self.patienceForBlock) { try await socket.write(data) }
  }

  /// Lets the client read the answer before the connection goes: what it still sends would otherwise
  /// take the answer with it.
  private func linger() async {
    shutdown(socket.socket.file.rawValue, Self.sendingWay)
    let socket = socket
    _ = try? await Self.within(.seconds(2)) {
      var total = 0
      while total < 16 << 20 { total += try await socket.read(atMost: Self.readSize).count }
    }
  }

  #if canImport(Glibc)
    private static let sendingWay = Int32(SHUT_WR)
  #else
    private static let sendingWay = SHUT_WR
  #endif

  /// Something that takes so long at most.
  private static func within<Value: Sendable>(
    _ limit: Duration,
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
      group.addTask(operation: body)
      group.addTask {
        try await Task.sleep(for: limit)
        throw CancellationError()
      }
      defer { group.cancelAll() }
      guard let value = try await group.next() else { throw CancellationError() }
      return value
    }
  }
}
