import FeedModel
import FeedSources

/// Entries that were edited and renamed at once: nearly one title, nearly one text, within two days.
///
/// Good for a person to look at, never for a gate.
enum SimilarEntries {
  private struct Candidate {
    var old: Int
    var new: Int
    var score: Double
  }

  /// An entry is held against so many others.
  private static let mostCandidates = 8
  /// A word that more entries have says nothing.
  private static let commonWord = 16
  private static let leastTitle = 0.75
  private static let leastText = 0.9

  /// Pairs, the most similar first; each entry is in one of them.
  static func find(
    _ old: FeedSnapshot,
    _ olds: [Int],
    _ new: FeedSnapshot,
    _ news: [Int]
  ) throws(FileError) -> [(old: Int, new: Int)] {
    guard let oldContents = EntryContents(old), let newContents = EntryContents(new) else {
      return []
    }
    var byWord: [String: [Int]] = [:]
    for index in news {
      for word in words(new, index) { byWord[word, default: []].append(index) }
    }
    var candidates: [Candidate] = []
    for index in olds {
      let words = words(old, index)
      var seen: [Int: Int] = [:]
      for word in words {
        guard let sharing = byWord[word], sharing.count <= commonWord else { continue }
        for other in sharing where isNear(old.entries[index], new.entries[other]) {
          seen[other, default: 0] += 1
        }
      }
      let best = seen.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(mostCandidates)
      for (other, _) in best {
        let score = Similarity.dice(words, Self.words(new, other))
        if score >= leastTitle {
          candidates.append(Candidate(old: index, new: other, score: score))
        }
      }
    }
    let oldPosts = try oldContents.posts(Set(candidates.map(\.old)).sorted())
    let newPosts = try newContents.posts(Set(candidates.map(\.new)).sorted())
    var scored: [Candidate] = []
    for var candidate in candidates {
      guard let before = oldPosts[candidate.old], let after = newPosts[candidate.new] else {
        continue
      }
      let score = Similarity.ofTexts(VisibleText.of(before), VisibleText.of(after))
      guard score >= leastText else { continue }
      candidate.score += score
      scored.append(candidate)
    }
    scored.sort { ($1.score, $0.old, $0.new) < ($0.score, $1.old, $1.new) }
    var takenOld: Set<Int> = []
    var takenNew: Set<Int> = []
    return scored.compactMap { candidate in
      guard !takenOld.contains(candidate.old), !takenNew.contains(candidate.new) else { return nil }
      takenOld.insert(candidate.old)
      takenNew.insert(candidate.new)
      return (candidate.old, candidate.new)
    }
  }

  private static func words(_ feed: FeedSnapshot, _ index: Int) -> Set<String> {
    guard let key = feed.texts.titleKey(of: feed.entries[index].title) else { return [] }
    return Set(key.split(separator: 0x20).prefix(64).map { String(decoding: $0, as: UTF8.self) })
  }

  private static func isNear(_ old: Entry, _ new: Entry) -> Bool {
    guard let before = old.published, let after = new.published else { return true }
    let distance = before.secondsSince1970 - after.secondsSince1970
    return abs(distance) <= 2 * 86_400
  }
}

/// How much two texts have in common, from 0 to 1.
enum Similarity {
  /// More of a text is not looked at, in bytes.
  private static let longest = 64 * 1024

  /// Of all the runs of three words that either has, how many both have.
  static func ofTexts(_ left: String, _ right: String) -> Double {
    if left == right { return 1 }
    return jaccard(shingles(left), shingles(right))
  }

  static func jaccard<Element: Hashable>(_ left: Set<Element>, _ right: Set<Element>) -> Double {
    if left.isEmpty, right.isEmpty { return 1 }
    let shared = left.intersection(right).count
    return Double(shared) / Double(left.count + right.count - shared)
  }

  static func dice<Element: Hashable>(_ left: Set<Element>, _ right: Set<Element>) -> Double {
    guard !left.isEmpty || !right.isEmpty else { return 1 }
    return 2 * Double(left.intersection(right).count) / Double(left.count + right.count)
  }

  private static func shingles(_ text: String) -> Set<UInt64> {
    let words = text.utf8.prefix(longest).split(separator: 0x20).map { word in
      Fingerprint.of(String(decoding: word, as: UTF8.self))
    }
    guard words.count >= 3 else { return Set(words) }
    var runs: Set<UInt64> = []
    for start in 0...words.count - 3 {
      var run = words[start] &* 3
      run ^= words[start + 1] &* 5
      run ^= words[start + 2] &* 7
      runs.insert(run)
    }
    return runs
  }
}
