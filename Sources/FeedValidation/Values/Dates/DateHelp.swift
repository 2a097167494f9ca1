import FeedModel

/// Says how a date that cannot be read has to be written: the very date, where it can be told which
/// is meant.
enum DateHelp {
  /// How a format writes dates.
  enum Form {
    /// RSS and OPML.
    case rfc822
    /// Atom and JSON Feed.
    case rfc3339
    /// Dublin Core and others, which may stop at the day.
    case iso8601

    fileprivate func string(_ date: Timestamp, hasTime: Bool) -> String {
      switch self {
      case .rfc822: RFC822.string(date)
      case .rfc3339: RFC3339.string(date)
      case .iso8601: hasTime ? RFC3339.string(date) : String(RFC3339.string(date).prefix(10))
      }
    }

    fileprivate var utc: String { self == .rfc822 ? "“+0000”" : "“Z”" }
  }

  /// `nil` where nothing can be read, so that the rule's own example has to do.
  static func help(
    for failure: DateFailure,
    in text: UnsafeBufferPointer<UInt8>,
    as form: Form
  ) -> String? {
    if Leftover.stands(for: text) { return Leftover.help }
    if case .noSuchDay = failure.reason { return "Correct the day or the month." }
    guard let (date, guesses) = LenientDate.parse(text) else { return nil }
    return help(date, guesses, form)
  }

  private static func help(
    _ date: Timestamp,
    _ guesses: LenientDate.Guesses,
    _ form: Form
  ) -> String? {
    let written = Excerpt.quote(form.string(date, hasTime: !guesses.contains(.noTime)))
    let certain: LenientDate.Guesses = [.language, .unknownWeekday, .wrongWeekday]
    let doubts = guesses.subtracting(certain)
    if doubts.isEmpty || doubts == .unixTime { return "Write \(written)." }
    // Text that is no part of a date, and names for days that there are not, make all doubtful.
    guard doubts.isDisjoint(with: [.otherText, .noSuchDay]) else { return nil }
    let zones: LenientDate.Guesses = [.noZone, .unknownZone, .ambiguousZone]
    if doubts.contains(.noTime), doubts.isSubset(of: zones.union(.noTime)) {
      return form == .iso8601
        ? "Write \(written)." : "Write \(written), with the time of day if it is known."
    }
    if doubts.isSubset(of: zones) {
      return "Write \(written), with the offset from UTC for \(form.utc) if it is another."
    }
    return "If that is meant, write \(written)."
  }
}
