/// A fetch that went well.
public struct FetchResponse: Sendable {
  /// What the server said before the body.
  public var head: ResponseHead
  /// Whether the whole body came; not when the caller ended it.
  public var isComplete: Bool
  /// Bytes of the body as it was transferred.
  public var receivedBytes: Int64
  /// Bytes of the body without its compression: those that were handed over.
  public var bytes: Int64
  /// The numeric address that answered, which may be a proxy's.
  public var peerAddress: String
  /// How long it took.
  public var timing: FetchTiming
}

/// How long a fetch took. All but the total are those of the last request, from its start; 0 where an
/// open connection was used again.
public struct FetchTiming: Sendable, Equatable {
  /// Until the host's addresses were known.
  public var nameLookup: Duration
  /// Until the connection stood.
  public var connect: Duration
  /// Until the TLS handshake was over; 0 without TLS.
  public var handshake: Duration
  /// Until the first byte came.
  public var firstByte: Duration
  /// Until the last byte came, from the start of the first request.
  public var total: Duration
}
