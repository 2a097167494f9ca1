import FeedFormats

/// What a document does not carry, each thing once with the number of times.
public struct OmissionCounts: Sendable, Equatable {
  /// A thing that is left out.
  public struct Count: Sendable, Equatable {
    /// The property of `Feed` or `Post`, and why it is left out; of no post in particular.
    public var omission: Omission
    /// How often.
    public var count: Int
  }

  private var counts: [Omission: Int] = [:]

  /// Reasons with numbers in them could be very many.
  private static let most = 1_000

  /// None.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { counts.isEmpty }

  /// All of them, by property and reason.
  public var all: [Count] {
    counts.map { Count(omission: $0.key, count: $0.value) }.sorted {
      ($0.omission.property, $0.omission.reason) < ($1.omission.property, $1.omission.reason)
    }
  }

  mutating func add(_ omissions: [Omission]) {
    for var omission in omissions {
      omission.postID = nil
      guard counts.count < Self.most || counts[omission] != nil else { continue }
      counts[omission, default: 0] += 1
    }
  }

  mutating func add(_ others: OmissionCounts) {
    for (omission, count) in others.counts { counts[omission, default: 0] += count }
  }

  /// Gives an omission another reason.
  mutating func replace(_ omission: Omission, by other: Omission) {
    guard let count = counts.removeValue(forKey: omission) else { return }
    counts[other, default: 0] += count
  }
}
