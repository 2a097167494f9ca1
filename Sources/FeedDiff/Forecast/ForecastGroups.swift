extension Forecast {
  /// Readers that do the same, as far as counts tell.
  public struct Group: Sendable {
    /// The readers.
    public let readers: [Reader]
    /// What all of them do.
    public let counts: ForecastCounts

    /// Their names: `Miniflux, FreshRSS, CommaFeed`.
    public var names: String { readers.map(\.name).joined(separator: ", ") }

    /// One line: `Miniflux, CommaFeed: 37 come back as unread, 1 new`.
    public var text: String { "\(names): \(counts.text)" }
  }

  /// The readers by what they do, those in which most comes back as unread first.
  public var groups: [Group] {
    var order: [ForecastCounts] = []
    var members: [ForecastCounts: [Reader]] = [:]
    for reader in readers {
      if members[reader.counts] == nil { order.append(reader.counts) }
      members[reader.counts, default: []].append(reader)
    }
    let groups = order.map { Group(readers: members[$0] ?? [], counts: $0) }
    // Stable: `sort` need not be.
    return groups.enumerated().sorted { left, right in
      let (more, less) = (left.element.counts.returningUnread, right.element.counts.returningUnread)
      return more == less ? left.offset < right.offset : more > less
    }.map(\.element)
  }
}
