import FeedDiff
import FeedFormats
import FeedSources

/// Where the entries of a document lie, and what they depend on.
struct EntryPlaces: Sendable {
  /// The bytes of each entry.
  private(set) var ranges: [Range<Int>] = []
  /// What each depends on; nil where nobody noted it.
  private(set) var traits: [EntryTraits?] = []

  /// Adds an entry.
  mutating func add(_ range: Range<Int>, _ traits: EntryTraits?) {
    ranges.append(range)
    self.traits.append(traits)
  }

  /// Adds all entries of a chunk, with separators of a size between them.
  mutating func add(_ chunk: EntryChunk, at offset: Int, separator: Int) {
    var start = 0
    for (index, end) in chunk.ends.enumerated() {
      let traits = chunk.traits.indices.contains(index) ? chunk.traits[index] : nil
      add(offset + start..<offset + end, traits)
      start = end + separator
    }
  }
}
