/// How many entries may change in some way: so many, or a share of those that there were.
public enum ChangeLimit: Sendable, Equatable {
  /// So many.
  case count(Int)
  /// Of the old version's entries, in percent.
  case percent(Int)

  /// Reads `5` and `10%`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    if text.hasSuffix("%") {
      guard let share = Int(text.dropLast()), (0...100).contains(share) else { return nil }
      self = .percent(share)
    } else {
      guard let count = Int(text), count >= 0 else { return nil }
      self = .count(count)
    }
  }

  /// Whether so many of the old version's entries are too many.
  public func isExceeded(by count: Int, of old: Int) -> Bool {
    switch self {
    case .count(let limit): return count > limit
    case .percent(let share):
      let (left, isTooMany) = count.multipliedReportingOverflow(by: 100)
      return isTooMany || left > share * old
    }
  }

  /// As it is written.
  public var text: String {
    switch self {
    case .count(let limit): "\(limit)"
    case .percent(let share): "\(share)%"
    }
  }
}
