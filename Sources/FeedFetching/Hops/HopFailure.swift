import CFetching

/// Why a hop has no answer, or no whole one.
struct HopFailure {
  let reason: FetchError.Reason

  /// - Parameter elapsed: Since the first hop began.
  init(
    _ hop: Hop,
    _ outcome: tidings_fetch_outcome,
    _ options: FetchOptions,
    elapsed: Duration
  ) {
    let words = String(fromC: outcome.message)
    reason =
      switch outcome.end {
      case tidings_fetch_no_library: .libraryMissing
      case tidings_fetch_stopped: hop.problem ?? .other(words)
      case tidings_fetch_malformed_url: .malformedURL(words)
      case tidings_fetch_unknown_host: .unknownHost(hop.url.host)
      case tidings_fetch_unknown_proxy, tidings_fetch_proxy: .proxy(words)
      case tidings_fetch_no_connection where hop.isToProxy: .proxy(words)
      case tidings_fetch_no_connection:
        hop.refusedAddress.map { .privateAddress($0.description) } ?? .noConnection(words)
      case tidings_fetch_tls: .tls(words)
      case tidings_fetch_certificate: .certificate(words)
      case tidings_fetch_timeout: .timeout(Self.timeout(outcome, options, elapsed))
      case tidings_fetch_partial:
        .partial(received: outcome.received, expected: hop.responseHead.contentLength)
      case tidings_fetch_bad_encoding: .undecodable(words)
      case tidings_fetch_not_http: .notHTTP
      case tidings_fetch_empty_answer: .emptyAnswer
      case tidings_fetch_interrupted: .interrupted(words)
      case tidings_fetch_out_of_memory: .other("there is not enough memory")
      default: .other(words)
      }
  }

  private static func timeout(
    _ outcome: tidings_fetch_outcome,
    _ options: FetchOptions,
    _ elapsed: Duration
  ) -> FetchError.Timeout {
    // libcurl's clock and this one may differ by a little.
    if elapsed >= options.timeLimit - .milliseconds(5) { return .total(options.timeLimit) }
    guard outcome.request_time > 0 else { return .connecting(options.connectTimeLimit) }
    return .tooSlow(bytesPerSecond: options.lowestSpeed, for: options.lowestSpeedTime)
  }
}
