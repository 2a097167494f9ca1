import ArgumentParser
import FeedDiff
import FeedSources

/// What `--fail-on` says: which changes are refused, and from how many on.
struct DiffGates: Sendable {
  /// A kind of change and how many of it are let through.
  struct Gate: Sendable, Equatable {
    var kind: Kind
    var limit: Limit
  }

  /// What can be refused.
  enum Kind: String, Sendable, CaseIterable {
    case added, backfilled, changed, reidentified, removed
    case agedOut = "aged-out"
    case duplicates
    case reused = "id-reused"
  }

  /// How many are let through.
  enum Limit: Sendable, Equatable {
    case count(Int)
    /// Of the old version's entries.
    case percent(Int)
  }

  private(set) var gates: [Gate] = []

  /// Reads `reidentified,removed=3,changed=10%`.
  init(_ arguments: [String]) throws(SourceProblem) {
    for word in arguments.flatMap({ $0.split(separator: ",") }) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(parts[0])
      guard let kind = Kind(rawValue: name) else {
        throw SourceProblem(
          path: "--fail-on",
          message: "“\(name)” is nothing that can be refused",
          help: "it takes \(Kind.allCases.map(\.rawValue).joined(separator: ", "))"
        )
      }
      gates.append(Gate(kind: kind, limit: try Self.limit(parts.dropFirst().first, of: name)))
    }
  }

  private static func limit(_ text: Substring?, of name: String) throws(SourceProblem) -> Limit {
    guard let text else { return .count(0) }
    let digits = text.hasSuffix("%") ? text.dropLast() : text
    guard let number = Int(digits), number >= 0 else {
      throw SourceProblem(
        path: "--fail-on",
        message: "“\(text)” is no limit for \(name)",
        help: "write a number (\(name)=3) or a share of the old feed's entries (\(name)=10%)"
      )
    }
    return text.hasSuffix("%") ? .percent(number) : .count(number)
  }

  /// What is refused, in words; nothing if all gates let it through.
  func refusals(_ difference: FeedDifference) -> [String] {
    gates.compactMap { gate in
      let count = Self.count(gate.kind, difference)
      switch gate.limit {
      case .count(let limit):
        guard count > limit else { return nil }
        return "\(count) \(gate.kind.rawValue)" + (limit > 0 ? ", more than \(limit)" : "")
      case .percent(let share):
        guard count * 100 > share * difference.old.count else { return nil }
        return "\(count) \(gate.kind.rawValue), more than \(share)% of \(difference.old.count)"
      }
    }
  }

  private static func count(_ kind: Kind, _ difference: FeedDifference) -> Int {
    let summary = difference.summary
    switch kind {
    case .added: return summary.added
    case .backfilled: return summary.backfilled
    case .changed: return summary.changed
    case .reidentified: return summary.reidentified
    case .removed: return summary.removed
    case .agedOut: return summary.agedOut
    case .duplicates: return difference.duplicates.count { $0.new > 1 }
    case .reused: return difference.entries.count { $0.isIDReused }
    }
  }
}
