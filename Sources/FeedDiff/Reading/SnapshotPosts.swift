import FeedModel
import FeedSources

extension FeedSnapshot {
  /// Reads entries again, whole, by their places in the document, from 0. Of a document in UTF-8 little
  /// more than these is read. Empty where contents are not kept.
  ///
  /// - Throws: `FileError` when the document cannot be read.
  public func posts(at indices: some Sequence<Int>) throws(FileError) -> [Int: Post] {
    let wanted = Array(Set(indices)).filter { (0..<count).contains($0) }
    guard let contents = EntryContents(self) else { return [:] }
    return try contents.posts(wanted)
  }

  /// The title of an entry; nil if it has none.
  public func title(at index: Int) -> String? {
    entries.indices.contains(index) ? texts[entries[index].title] : nil
  }
}
