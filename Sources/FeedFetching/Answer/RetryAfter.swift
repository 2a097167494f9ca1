import FeedModel

/// The field `Retry-After` (RFC 9110 section 10.2.3): when to ask again.
public enum RetryAfter: Sendable, Equatable {
  /// After so many seconds.
  case seconds(Int64)
  /// Not before this.
  case date(Timestamp)

  /// Reads the field's value; nil when it is neither form.
  public init?(_ value: String) {
    let digits = value.utf8
    if !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) {
      // More than fits is for ever.
      self = .seconds(Int64(value) ?? .max)
    } else if let date = try? RFC822.parse(value, allowing: .obsolete) {
      self = .date(date.timestamp)
    } else {
      return nil
    }
  }

  /// How many seconds to wait, not below 0. Servers name dates long past and centuries ahead: clamp.
  ///
  /// - Parameter now: Seconds since 1970 in UTC.
  public func seconds(from now: Int64) -> Int64 {
    switch self {
    case .seconds(let seconds): return seconds
    case .date(let date):
      let (wait, overflow) = date.secondsSince1970.subtractingReportingOverflow(now)
      return overflow ? 0 : max(wait, 0)
    }
  }
}
