/// What became of one entry.
public struct EntryChange: Sendable, Equatable {
  /// What became of it.
  public enum Kind: String, Sendable, CaseIterable {
    /// It is new.
    case added
    /// It is new here, and older than what was there.
    case backfilled
    /// It has another id: most readers show it again.
    case reidentified
    /// It says something else.
    case changed
    /// It is gone.
    case removed
    /// It is no longer among the newest.
    case agedOut
  }

  /// What became of it.
  public var kind: Kind
  /// Its place in the old document, from 0; nil for what is new.
  public var old: Int?
  /// Its place in the new document, from 0; nil for what is gone.
  public var new: Int?
  /// What differs.
  public var fields: FieldSet = []
  /// Whether only the markup of the content differs, and subscribers read the same text.
  public var isMarkupOnly = false
  /// Why it has another id.
  public var cause: ReidentificationCause?
  /// What it was recognized by.
  public var basis: MatchBasis?
  /// Whether an id that was another entry's was given to it: readers show the new text as an update of
  /// the old entry, or not at all.
  public var isIDReused = false
}
