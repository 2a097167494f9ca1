import CFetching

/// What to do after a piece of a body.
public enum FetchStep: Sendable {
  /// Hand over the next.
  case goOn
  /// End the transfer: the rest is not wanted.
  case stop
}

/// Fetches feeds over HTTP and HTTPS.
public enum FeedFetcher {
  /// Fetches a feed and waits for its end. Each call has its own connections, so calls may run side
  /// by side.
  ///
  /// - Parameters:
  ///   - address: An http or https URL; white space around it is passed over.
  ///   - options: What to ask, and what to bear.
  ///   - onHead: Called once before the first bytes, when there is a body: tells the charset, among
  ///     others. Redirects and refusals do not come here.
  ///   - onBytes: Called for each piece of the feed as it arrives, without the compression of the
  ///     transfer. Pieces are valid during the call only.
  /// - Returns: What was said before the feed, and how it went. A status 304 is a response too.
  /// - Throws: Why there is no feed, or no whole one. Some of its bytes may have been handed over.
  public static func fetch(
    _ address: String,
    options: FetchOptions,
    onHead: (ResponseHead) -> Void = { _ in },
    onBytes: (UnsafeBufferPointer<UInt8>) -> FetchStep
  ) throws(FetchError) -> FetchResponse {
    // libcurl's callbacks hold the closures through an object, which ends before this call does.
    let result = withoutActuallyEscaping(onHead) { onHead in
      withoutActuallyEscaping(onBytes) { onBytes in
        var journey = Journey(options: options, onHead: onHead, onBytes: onBytes)
        return journey.result(from: address)
      }
    }
    return try result.get()
  }
}

/// A request and the redirects that it leads to.
private struct Journey {
  let options: FetchOptions
  let onHead: (ResponseHead) -> Void
  let onBytes: (UnsafeBufferPointer<UInt8>) -> FetchStep
  let start = ContinuousClock.now
  var redirects: [Redirect] = []
  var shown = ""

  init(
    options: FetchOptions,
    onHead: @escaping (ResponseHead) -> Void,
    onBytes: @escaping (UnsafeBufferPointer<UInt8>) -> FetchStep
  ) {
    self.options = options
    self.onHead = onHead
    self.onBytes = onBytes
  }

  mutating func result(from address: String) -> Result<FetchResponse, FetchError> {
    shown = address
    do throws(FetchError.Reason) {
      return .success(try run(from: address))
    } catch {
      return .failure(FetchError(url: shown, reason: error, redirects: redirects))
    }
  }

  private mutating func run(from address: String) throws(FetchError.Reason) -> FetchResponse {
    var url = try WebURL(address)
    shown = url.shown
    let session = try Session()
    var visited: Set<String> = [url.text]
    while true {
      let (hop, outcome) = try perform(url, session)
      guard case .redirect(let location) = hop.disposition else {
        return try response(hop, outcome)
      }
      // What is posted would go to somebody who was not meant, or be lost (RFC 9110, section 15.4).
      if options.post != nil { throw .status(hop.head.status, retryAfter: nil) }
      let next = try WebURL(reference: location, base: url)
      redirects.append(Redirect(source: url.shown, status: hop.head.status, target: next.shown))
      guard redirects.count <= options.maxRedirects else {
        throw .tooManyRedirects(limit: options.maxRedirects)
      }
      // Nothing is remembered between hops, cookies neither: the answer would be the same for ever.
      guard visited.insert(next.text).inserted else { throw .redirectLoop }
      url = next
      shown = url.shown
    }
  }

  private func perform(
    _ url: WebURL,
    _ session: Session
  ) throws(FetchError.Reason) -> (Hop, tidings_fetch_outcome) {
    let timeLeft = options.timeLimit - start.duration(to: .now)
    guard timeLeft > .zero else { throw .timeout(.total(options.timeLimit)) }
    let proxy = options.proxies.proxy(forScheme: url.scheme, host: url.host)
    if !proxy.isEmpty, !options.allowsPrivateAddresses, let host = url.privateHost {
      throw .privateAddress(host)
    }
    let hop = Hop(
      url,
      options: options,
      redirects: redirects,
      isToProxy: !proxy.isEmpty,
      onHead: onHead,
      onBytes: onBytes
    )
    let outcome = session.perform(hop, options: options, proxy: proxy, timeLimit: timeLeft)
    return (hop, outcome)
  }

  private func response(
    _ hop: Hop,
    _ outcome: tidings_fetch_outcome
  ) throws(FetchError.Reason) -> FetchResponse {
    let isExpectedEnd =
      outcome.end == tidings_fetch_ok || hop.isStoppedByCaller || hop.disposition == .refuse
    guard isExpectedEnd else {
      throw HopFailure(hop, outcome, options, elapsed: start.duration(to: .now)).reason
    }
    let head = hop.responseHead
    switch hop.disposition {
    case .deliver, .notModified: break
    case .refuse, .redirect: throw .status(head.status, retryAfter: head.retryAfter)
    case .undecided: throw .notHTTP
    }
    return FetchResponse(
      head: head,
      isComplete: !hop.isStoppedByCaller,
      receivedBytes: outcome.received,
      bytes: hop.bytes,
      peerAddress: String(fromC: outcome.address),
      timing: FetchTiming(
        nameLookup: .microseconds(outcome.name_lookup_time),
        connect: .microseconds(outcome.connect_time),
        handshake: .microseconds(outcome.handshake_time),
        firstByte: .microseconds(outcome.first_byte_time),
        total: start.duration(to: .now)
      )
    )
  }
}
