import FeedDiff
import FeedModel

/// What a feed may turn into without somebody having looked at it.
public struct PublishGates: Sendable, Equatable {
  /// New entries; nil for any number.
  public var maxNew: ChangeLimit?
  /// Entries that get another id, which readers show again.
  public var maxReidentified: ChangeLimit? = .count(0)
  /// Entries that are gone, those that aged out left aside.
  public var maxRemoved: ChangeLimit? = .percent(50)
  /// How many entries a feed has at least that had any.
  public var minEntries = 1
  /// How large a document is at most, in bytes; nil for any size.
  public var maxBytes: Int?

  /// The gates that stand unless a site says otherwise.
  public init() {}

  /// A gate that a document did not pass.
  public struct Refusal: Sendable, Equatable {
    /// The gate, as the configuration names it: `max_reidentified`.
    public var gate: String
    /// How many entries, or bytes, there are too many or too few of.
    public var count: Int
    /// What is too much, as a sentence without its full stop.
    public var message: String
    /// What lets it through.
    public var help: String
  }

  /// The gates that a changed document does not pass.
  ///
  /// - Parameters:
  ///   - difference: Between what is published and what would be.
  ///   - size: How large the document is, in bytes.
  public func refusals(of difference: FeedDifference, size: Int) -> [Refusal] {
    var refusals: [Refusal] = []
    let summary = difference.summary
    let old = difference.old.count
    // What subscribers never had cannot break.
    if old > 0 {
      refusals += [
        Self.refusal("max_new", summary.added + summary.backfilled, "new", of: old, maxNew),
        Self.refusal(
          "max_reidentified",
          summary.reidentified,
          "re-identified, which readers show again",
          of: old,
          maxReidentified
        ),
        Self.refusal("max_removed", summary.removed, "gone", of: old, maxRemoved),
      ].compactMap(\.self)
      if difference.new.count < min(minEntries, old) {
        refusals.append(
          Refusal(
            gate: "min_entries",
            count: old - difference.new.count,
            message: "\(Self.entries(difference.new.count)) left of \(old)",
            help: "is a source half built? --min-entries \(difference.new.count) lets it through"
          )
        )
      }
    }
    if let maxBytes, size > maxBytes {
      refusals.append(
        Refusal(
          gate: "max_bytes",
          count: size - maxBytes,
          message: "\(size) bytes, more than \(maxBytes)",
          help: "limit the feed's entries, or raise max_bytes"
        )
      )
    }
    return refusals
  }

  private static func refusal(
    _ gate: String,
    _ count: Int,
    _ what: String,
    of old: Int,
    _ limit: ChangeLimit?
  ) -> Refusal? {
    guard let limit, limit.isExceeded(by: count, of: old) else { return nil }
    let option = gate.replacing("_", with: "-")
    let advice =
      gate == "max_reidentified" ? "; a ledger keeps ids: tidings ids adopt takes them" : ""
    return Refusal(
      gate: gate,
      count: count,
      message: "\(entries(count)) \(what), of \(old); \(limit.text) may be",
      help: "once somebody has looked at it, --\(option) \(count) lets it through\(advice)"
    )
  }

  private static func entries(_ count: Int) -> String {
    count == 1 ? "1 entry" : "\(count) entries"
  }
}
