/// The ids of a document's entries, by the entries' 0-based ordinals.
public struct EntryIdentities: Sendable {
  private var ids: [Int: String] = [:]

  /// None are known.
  public init() {}

  init(_ ids: [Int: String]) { self.ids = ids }

  subscript(index: Int) -> String? { ids[index] }
}
