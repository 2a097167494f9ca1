import CFetching

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// One request and its answer, as libcurl reports them: decides which addresses to connect to, what
/// becomes of the body, and when it is too much.
final class Hop {
  /// What becomes of the body.
  enum Disposition: Equatable {
    /// There is no head yet.
    case undecided
    /// It goes to the caller.
    case deliver
    /// The server sends one away.
    case redirect(location: [UInt8])
    /// The copy that is there is good.
    case notModified
    /// Nobody wants it.
    case refuse
  }

  let url: WebURL
  private let options: FetchOptions
  private let redirects: [Redirect]
  /// Whether it is a proxy that is connected to.
  let isToProxy: Bool
  private let onHead: (ResponseHead) -> Void
  private let onBytes: (UnsafeBufferPointer<UInt8>) -> FetchStep

  private(set) var head = HeadReader()
  private(set) var disposition = Disposition.undecided
  /// Bytes that were handed over.
  private(set) var bytes: Int64 = 0
  /// Why a callback ended the transfer; nil when it did not, or did because enough is known.
  private(set) var problem: FetchError.Reason?
  /// Whether the caller has seen enough.
  private(set) var isStoppedByCaller = false
  /// An address that was not connected to, unless one was.
  private(set) var refusedAddress: IPAddress?
  private var hasAdmitted = false

  /// The body of a redirect is read when it is no longer than this, so that the connection can be
  /// used again.
  private static let maxRedirectBody: Int64 = 64 << 10
  /// What may have been received and not been counted when a piece is handed over: libcurl's buffer.
  private static let bufferSize: Int64 = 16 << 10

  init(
    _ url: WebURL,
    options: FetchOptions,
    redirects: [Redirect],
    isToProxy: Bool,
    onHead: @escaping (ResponseHead) -> Void,
    onBytes: @escaping (UnsafeBufferPointer<UInt8>) -> FetchStep
  ) {
    self.url = url
    self.options = options
    self.redirects = redirects
    self.isToProxy = isToProxy
    self.onHead = onHead
    self.onBytes = onBytes
  }

  /// What the server has said.
  var responseHead: ResponseHead {
    ResponseHead(url: url.shown, redirects: redirects, status: head.status, fields: head.fields)
  }

  /// Whether to connect to an address.
  func admits(_ address: IPAddress?) -> Bool {
    let isAllowed =
      options.allowsPrivateAddresses || isToProxy
      || address.map { $0.isPublic || options.exemptAddresses.contains($0) } ?? false
    if isAllowed {
      hasAdmitted = true
      refusedAddress = nil
    } else if !hasAdmitted {
      refusedAddress = address
    }
    return isAllowed
  }

  /// Takes a line of the head; false ends the transfer.
  func take(headLine line: UnsafeBufferPointer<UInt8>) -> Bool {
    switch head.take(line) {
    case .goOn: return true
    case .tooLarge: return fail(.tooLarge(.head(HeadReader.maxSize)))
    case .complete: return decide()
    }
  }

  private func decide() -> Bool {
    let head = responseHead
    switch head.status {
    case 304:
      disposition = .notModified
      return true
    case 301, 302, 303, 307, 308:
      guard let location = head.fields.bytes(of: "location"), !location.isEmpty else { break }
      disposition = .redirect(location: location)
      return (head.contentLength ?? .max) <= Self.maxRedirectBody
    case 200...205, 207...299:
      disposition = .deliver
      if let length = head.contentLength, length > options.maxReceivedBytes {
        return fail(.tooLarge(.received(options.maxReceivedBytes)))
      }
      onHead(head)
      return true
    default: break
    }
    disposition = .refuse
    return false
  }

  /// Takes a piece of the body; false ends the transfer.
  func take(body piece: UnsafeBufferPointer<UInt8>, received: Int64) -> Bool {
    guard disposition == .deliver else { return continues(received) }
    guard continues(received) else { return false }
    bytes += Int64(piece.count)
    guard bytes <= options.maxBytes else {
      return fail(.tooLarge(.decompressed(options.maxBytes)))
    }
    guard bytes / max(options.maxRatio, 1) <= received + Self.bufferSize else {
      return fail(.tooLarge(.ratio(options.maxRatio)))
    }
    guard onBytes(piece) == .goOn else {
      isStoppedByCaller = true
      return false
    }
    return true
  }

  /// Whether so many transferred bytes are still bearable.
  func continues(_ received: Int64) -> Bool {
    switch disposition {
    case .redirect: received <= Self.maxRedirectBody
    default:
      received <= options.maxReceivedBytes
        || fail(.tooLarge(.received(options.maxReceivedBytes)))
    }
  }

  private func fail(_ reason: FetchError.Reason) -> Bool {
    problem = reason
    return false
  }
}
