import FeedModel

extension ValueType {
  /// How long an episode is: seconds, or hours, minutes and seconds with colons.
  public static let itunesDuration = ValueType("a duration", ifEmpty: .durationInvalid) {
    value,
    _,
    report in
    let trimmed = TrimmedValue(value)
    guard let place = faultInDuration(trimmed.bytes) else { return }
    report(
      ValueFinding(
        .durationInvalid,
        "is \(Excerpt.quote(trimmed.bytes)), not a duration",
        at: trimmed.start + place,
        replacement: certainDuration(trimmed.bytes)
      )
    )
  }

  /// A place in a recording: “Normal Play Time” of RFC 2326, section 3.6.
  public static let nptTime = ValueType("a time within a recording") { value, _, report in
    let trimmed = TrimmedValue(value)
    guard let place = faultInPlayTime(trimmed.bytes) else { return }
    report(
      ValueFinding(
        .playTimeInvalid,
        "is \(Excerpt.quote(trimmed.bytes)), not a time within a recording",
        at: trimmed.start + place
      )
    )
  }

  /// Where `3600`, `60:00` or `1:00:00` goes wrong.
  private static func faultInDuration(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = digits(text, 0)
    guard index > 0 else { return text.isEmpty ? nil : 0 }
    var parts = 0
    while index < text.count {
      guard text[index] == UInt8(ascii: ":"), parts < 2 else { return index }
      parts &+= 1
      let begin = index &+ 1
      index = digits(text, begin)
      guard index == begin &+ 2, text[begin] < UInt8(ascii: "6") else {
        return min(begin, text.count &- 1)
      }
    }
    return nil
  }

  /// Where `now`, `3600.5` or `1:00:00.5` goes wrong.
  private static func faultInPlayTime(_ text: UnsafeBufferPointer<UInt8>) -> Int? {
    if text.elementsEqual("now".utf8) || text.isEmpty { return nil }
    var index = digits(text, 0)
    guard index > 0 else { return 0 }
    if index < text.count, text[index] == UInt8(ascii: ":") {
      for _ in 0..<2 {
        guard index < text.count, text[index] == UInt8(ascii: ":") else {
          return min(index, text.count &- 1)
        }
        let begin = index &+ 1
        index = digits(text, begin)
        let count = index &- begin
        guard count == 1 || (count == 2 && text[begin] < UInt8(ascii: "6")) else {
          return min(begin, text.count &- 1)
        }
      }
    }
    if index < text.count, text[index] == UInt8(ascii: ".") { index = digits(text, index &+ 1) }
    return index == text.count ? nil : index
  }

  private static func digits(_ text: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    var index = start
    while index < text.count, text[index] &- 0x30 < 10 { index &+= 1 }
    return index
  }

  /// The duration without a fraction of a second, or with the zeros that it lacks.
  private static func certainDuration(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.count <= 24 else { return nil }
    let whole = text.prefix { $0 != UInt8(ascii: ".") }
    guard text[whole.endIndex...].dropFirst().allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
    let parts = whole.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count),
      parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy { $0 &- 0x30 < 10 } })
    else { return nil }
    let padded = parts.enumerated().map { index, part in
      (index > 0 && part.count == 1 ? "0" : "") + String(decoding: part, as: UTF8.self)
    }
    let result = padded.joined(separator: ":")
    let isRight = result.withUTF8Bytes { faultInDuration($0) == nil }
    return isRight ? result : nil
  }
}

extension Rule {
  /// Durations are seconds.
  public static let durationInvalid = Rule(
    id: "duration-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The duration of an episode is seconds, or has the form “1:02:03” or “62:03”",
    why: "Podcast apps show no length, or a wrong one, before the episode is downloaded.",
    help: "Write the whole seconds, such as 3723, or hours, minutes and seconds as “1:02:03”.",
    spec: "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    w3c: ["InvalidDuration"],
    examples: Examples(
      passing: [.rssItem(episode("3723")), .rssItem(episode("1:02:03"))],
      failing: [.rssItem(episode("62↓ min")), .rssItem(episode("1:↓2:03"))]
    )
  )

  private static func episode(_ duration: String) -> String {
    """
    <title>One</title><itunes:duration xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\
    \(duration)</itunes:duration>
    """
  }

  /// Times within recordings are play times.
  public static let playTimeInvalid = Rule(
    id: "play-time-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A time within a recording is seconds or has the form “1:02:03.5”",
    why: "Players cannot tell which moment the picture or the text belongs to.",
    help: "Write seconds, such as “63.5”, or hours, minutes and seconds, such as “0:01:03.5”.",
    spec: "https://www.rfc-editor.org/rfc/rfc2326#section-3.6",
    w3c: ["InvalidNPTTime"],
    examples: Examples(
      passing: [.rssItem(text("0:00:03.000")), .rssItem(text("63.5"))],
      failing: [.rssItem(text("↓+17sec"))]
    )
  )

  private static func text(_ start: String) -> String {
    """
    <title>One</title><media:text xmlns:media="http://search.yahoo.com/mrss/" type="plain" \
    start="\(start)">Words</media:text>
    """
  }
}
