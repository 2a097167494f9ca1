import FeedFetching
import FeedModel

/// What follows from a server's answer: when to ask again, and which address.
struct SourceRules: Sendable {
  /// The moment of the run.
  var now: Timestamp
  /// A number from 0 up to 1, so that a thousand sites do not ask at the same moment again.
  var jitter: @Sendable () -> Double = { .random(in: 0..<1) }

  private static let minute: Int64 = 60
  private static let day: Int64 = 86_400
  /// The longest that a server can send one away for.
  static let longestWait = 7 * day
  /// Servers that always answer that nothing has changed are asked for everything after this time.
  static let longestUnproved = 8 * day
  /// A new address has to lead to the feed for so long before the old one is given up: redirects are
  /// set by mistake, too.
  static let redirectTrial = 7 * day
  /// After so many failures at a new address the old one is asked again.
  private static let mostAttempts = 3

  init(now: Timestamp) { self.now = now }

  /// Who was not asked since is the site's source no more.
  var longAgo: Timestamp { Timestamp(secondsSince1970: now.secondsSince1970 - 90 * Self.day) }

  // MARK: Before asking

  /// Whether a source may be asked now.
  func mayAsk(_ record: SourceRecord) -> Bool {
    if record.isGone { return false }
    guard let notBefore = record.notBefore, now < notBefore else { return true }
    // No wait is longer than this: the clock was wrong when it was written.
    return seconds(from: now, to: notBefore) > Self.longestWait
  }

  /// Whether to ask only for what is newer than the document that is there.
  func isConditional(_ record: SourceRecord) -> Bool {
    guard let lastWhole = record.lastWhole, record.digest != nil else { return false }
    return (0..<Self.longestUnproved).contains(seconds(from: lastWhole, to: now))
  }

  // MARK: Answers

  /// After a feed, or the answer that nothing has changed.
  func succeed(_ record: inout SourceRecord, permanentURL: String?) {
    record.checked = now
    record.lastGood = now
    record.failures = 0
    record.failingSince = nil
    record.lastError = nil
    record.notBefore = nil
    follow(permanentURL, &record)
  }

  /// After anything else.
  func fail(_ record: inout SourceRecord, _ failure: SourceFailure) {
    record.checked = now
    record.failures += 1
    record.failingSince = record.failingSince ?? now
    record.lastError = failure.message
    record.notBefore = after(failure.wait(from: now) ?? backOff(record.failures))
    if record.current == record.address {
      record.isGone = failure.isGone
    } else if failure.isGone || record.failures >= Self.mostAttempts {
      // The new address did not last; the old one may lead elsewhere by now.
      record.current = record.address
    }
  }

  /// 5 minutes, then twice as long each time, up to a day; a quarter more or less.
  private func backOff(_ failures: Int) -> Int64 {
    let doublings = min(max(failures - 1, 0), 9)
    let wait = Double(min(5 * Self.minute << Int64(doublings), Self.day))
    return min(Int64(wait * (0.75 + 0.5 * min(max(jitter(), 0), 1))), Self.day)
  }

  private func follow(_ target: String?, _ record: inout SourceRecord) {
    // What is shown of the new address has no password, so that the feed would be lost with it.
    guard let target, target != record.current, !SourceAddress.hasUser(record.current) else {
      record.movedTo = nil
      record.movedSince = nil
      return
    }
    if SourceAddress.isUpgrade(from: record.current, to: target) {
      move(&record, to: target)
    } else if record.movedTo != target {
      record.movedTo = target
      record.movedSince = now
    } else if let since = record.movedSince, seconds(from: since, to: now) >= Self.redirectTrial {
      move(&record, to: target)
    }
  }

  private func move(_ record: inout SourceRecord, to target: String) {
    record.current = target
    record.movedTo = nil
    record.movedSince = nil
  }

  private func after(_ seconds: Int64) -> Timestamp {
    Timestamp(
      secondsSince1970: now.secondsSince1970 + seconds,
      nanoseconds: now.nanoseconds,
      offsetSeconds: 0
    )
  }

  /// Both are moments of the years 0 to 9999.
  private func seconds(from start: Timestamp, to end: Timestamp) -> Int64 {
    end.secondsSince1970 - start.secondsSince1970
  }
}

/// Why there is no feed this time.
struct SourceFailure: Error, Sendable, Equatable {
  /// What went wrong, a sentence without its full stop.
  var message: String
  /// What to do about it; nil when only the server's operator can.
  var help: String?
  /// When the server wants to be asked again.
  var retryAfter: RetryAfter?
  /// Whether there will be no feed again.
  var isGone = false

  /// So many seconds the server wants to be left alone, within bounds.
  func wait(from now: Timestamp) -> Int64? {
    retryAfter.map {
      min(max($0.seconds(from: now.secondsSince1970), 60), SourceRules.longestWait)
    }
  }
}

extension SourceFailure {
  init(_ error: FetchError) {
    message = error.message
    help = error.help
    if case .privateAddress = error.reason {
      help = "`allow_private: true` at the source lets its address be one of your own network"
    }
    guard case .status(let status, let retryAfter) = error.reason else { return }
    if status == 429 || status == 503 { self.retryAfter = retryAfter }
    // Where a redirect for today leads is no word of the source's own.
    if status == 410, error.redirects.allSatisfy(\.isPermanent) {
      isGone = true
      help = "it is not asked again: take it out of the configuration"
    }
  }
}
