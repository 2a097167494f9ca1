import FeedFetching
import FeedModel
import FeedSources

/// Tells those who are to be told, and keeps for later what cannot be told now.
struct Notifier {
  let configuration: NotifyConfiguration
  /// The site's folder, from which its command runs.
  let queue: NotificationQueue
  /// Seconds since 1970.
  let now: Int64
  /// A number from 0 up to 1, so that not everybody comes back at the same time.
  var jitter: () -> Double = { Double.random(in: 0..<1) }

  /// What came of it.
  struct Outcome: Sendable, Equatable {
    /// How many were told.
    var sent = 0
    /// How many wait for another run.
    var waiting = 0
    /// What the owner should know: what was given up, and why.
    var warnings: [String] = []
  }

  /// After so many seconds a notification is given up: everybody has fetched the feed since.
  private static let longestWait: Int64 = 86_400
  private static let shortestPause: Int64 = 60
  private static let longestPause: Int64 = 3_600
  private static let timeLimit = Duration.seconds(10)
  private static let commandTimeLimit = Duration.seconds(60)
  /// All of it takes so long at most; the rest is for the next run.
  private static let wholeTimeLimit = Duration.seconds(30)

  /// How telling somebody went.
  private enum Attempt {
    case told
    /// It may work later; not before so many seconds, if the server says so.
    case failed(String, retryAfter: Int64?)
    /// It will not work.
    case refused(String)
    /// The feed's address has other bytes yet.
    case early
  }

  /// Tells what is due.
  func deliver() throws(DatabaseError) -> Outcome {
    var outcome = Outcome()
    var failing: Set<String> = []
    let end = ContinuousClock.now + Self.wholeTimeLimit
    for pending in try queue.pending(dueAt: now) {
      let notification = pending.notification
      // Whoever did not answer will not answer the next question either.
      let isHopeless = failing.contains(notification.target) || ContinuousClock.now >= end
      let attempt =
        isHopeless
        ? Attempt.failed(pending.trouble ?? "did not answer", retryAfter: nil)
        : attempt(notification)
      switch attempt {
      case .told:
        try queue.remove(pending)
        outcome.sent += 1
      case .refused(let words):
        try queue.remove(pending)
        outcome.warnings.append("\(Self.name(notification)) refused to be told: \(words)")
      case .early:
        try postpone(pending, "the new feed is not served there yet", nil, &outcome)
      case .failed(let words, let retryAfter):
        failing.insert(notification.target)
        try postpone(pending, words, retryAfter, &outcome)
      }
      CrashPoint.pass()
    }
    return outcome
  }

  private func postpone(
    _ pending: PendingNotification,
    _ words: String,
    _ retryAfter: Int64?,
    _ outcome: inout Outcome
  ) throws(DatabaseError) {
    guard now - pending.created < Self.longestWait else {
      try queue.remove(pending)
      outcome.warnings.append(
        "\(Self.name(pending.notification)) could not be told for a day, and is not tried any more: "
          + words
      )
      return
    }
    var pause = Self.shortestPause
    for _ in 0..<min(pending.attempts, 10) where pause < Self.longestPause { pause *= 2 }
    pause = min(pause, Self.longestPause)
    pause = max(1, Int64(Double(pause) * (0.5 + jitter() / 2)))
    if let retryAfter { pause = max(pause, min(max(retryAfter, 60), Self.longestWait)) }
    try queue.postpone(pending, until: now + pause, trouble: words)
    outcome.waiting += 1
  }

  /// Whom a notification is for, for messages.
  private static func name(_ notification: Notification) -> String {
    switch notification.kind {
    case .webSub: "the hub \(notification.target)"
    case .cloud: "the cloud \(notification.target)"
    case .webhook: "the webhook \(notification.target)"
    case .indexNow: "IndexNow at \(notification.target)"
    case .exec: "the command \(notification.target)"
    }
  }

  // MARK: Telling

  private func attempt(_ notification: Notification) -> Attempt {
    if let file = notification.file, !isServed(file, at: notification.topic) { return .early }
    let body: PostedBody
    switch notification.kind {
    case .exec:
      guard configuration.command.first == notification.target else {
        return .refused("it is not configured any more")
      }
      let failure = HookProcess.run(
        configuration.command,
        input: notification.payload,
        timeLimit: Self.commandTimeLimit
      )
      return failure.map { .failed($0, retryAfter: nil) } ?? .told
    case .webSub:
      body = PostedBody(form: [
        ("hub.mode", "publish"), ("hub.url", notification.topic), ("hub.topic", notification.topic),
      ])
    case .cloud: body = PostedBody(form: [("url", notification.topic)])
    case .webhook:
      guard let hook = configuration.webhooks.first(where: { $0.url == notification.target }) else {
        return .refused("it is not configured any more")
      }
      var json = PostedBody(mediaType: "application/json", bytes: notification.payload)
      if let token = hook.token {
        guard let text = token.text() else {
          return .failed("\(token.place) has no token", retryAfter: nil)
        }
        json.authorization = "Bearer \(text)"
      }
      body = json
    case .indexNow:
      guard let key = configuration.indexNow?.key else {
        return .refused("it is not configured any more")
      }
      guard let text = key.text() else {
        return .failed("\(key.place) has no key", retryAfter: nil)
      }
      body = PostedBody(
        mediaType: "application/json; charset=utf-8",
        bytes: Self.withKey(text, notification.payload)
      )
    }
    return post(body, to: notification.target)
  }

  private static func withKey(_ key: String, _ payload: [UInt8]) -> [UInt8] {
    var bytes = Array("{\"key\": ".utf8)
    bytes += "\"\(key.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })\"".utf8
    bytes += ", ".utf8
    return bytes + payload.dropFirst()
  }

  private func post(_ body: PostedBody, to address: String) -> Attempt {
    var options = options
    options.post = body
    do throws(FetchError) {
      _ = try FeedFetcher.fetch(address, options: options) { _ in .stop }
      return .told
    } catch {
      guard case .status(let status, let retryAfter) = error.reason else {
        return .failed(error.message, retryAfter: nil)
      }
      let isForGood = (300..<500).contains(status) && ![408, 425, 429].contains(status)
      return isForGood
        ? .refused(error.message)
        : .failed(error.message, retryAfter: retryAfter?.seconds(from: now))
    }
  }

  private var options: FetchOptions {
    var options = FetchOptions(version: Tidings.version)
    options.timeLimit = Self.timeLimit
    options.connectTimeLimit = .seconds(5)
    options.allowsPrivateAddresses = configuration.allowsPrivate
    options.accept = "*/*"
    return options
  }

  /// Whether an address serves a file's bytes.
  private func isServed(_ file: String, at address: String) -> Bool {
    var reader = FileReader()
    guard (try? reader.open(file, isSource: false)) != nil, (try? reader.readToEnd()) != nil else {
      // The file is gone: there is nothing to wait for.
      return true
    }
    let expected = reader.bytes
    var offset = 0
    var isSame = true
    do throws(FetchError) {
      _ = try FeedFetcher.fetch(address, options: options) { bytes in
        guard offset + bytes.count <= expected.count,
          expected[offset..<(offset + bytes.count)].elementsEqual(bytes)
        else {
          isSame = false
          return .stop
        }
        offset += bytes.count
        return .goOn
      }
    } catch {
      return false
    }
    return isSame && offset == expected.count
  }
}
