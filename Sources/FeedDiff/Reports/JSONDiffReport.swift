import FeedFormats
import FeedJSON
import FeedModel
import FeedSources

/// The report for programs. `summary`, `entries` and `forecast` are as DESIGN.md section 3 has them;
/// beside them stand the names of the versions, what the feed says otherwise of itself, and ids that
/// stand for several entries.
public struct JSONDiffReport: DiffReport {
  private let isOfFolders: Bool
  private var json = JSONSerializer(.indented)

  /// A report.
  ///
  /// - Parameter isOfFolders: Whether it is an object with a list of feeds, `feeds`, and not that of
  ///   one.
  public init(isOfFolders: Bool = false) { self.isOfFolders = isOfFolders }

  /// Opens the object.
  public mutating func begin(into output: inout [UInt8]) {
    json.beginObject()
    guard isOfFolders else { return }
    json.key("feeds")
    json.beginArray()
  }

  /// Writes a feed.
  public mutating func add(_ feed: ComparedFeed, into output: inout [UInt8]) {
    if isOfFolders { json.beginObject() }
    write(feed)
    if isOfFolders { json.endObject() }
    flush(into: &output)
  }

  /// Closes the object.
  public mutating func end(into output: inout [UInt8]) {
    if isOfFolders { json.endArray() }
    json.endObject()
    json.endLine()
    flush(into: &output)
  }

  private mutating func flush(into output: inout [UInt8]) {
    output += json.bytes
    json.bytes.removeAll(keepingCapacity: true)
  }

  private mutating func write(_ feed: ComparedFeed) {
    let difference = feed.difference
    json.member("old", feed.oldName)
    json.member("new", feed.newName)
    if feed.presence != .both { json.member("presence", feed.presence.rawValue) }
    Self.write(difference.summary, into: &json)
    json.key("feed")
    json.beginArray()
    for field in difference.feedFields { json.value(field.rawValue) }
    json.endArray()
    json.key("entries")
    json.beginArray()
    for change in difference.entries { Self.write(change, difference, into: &json) }
    json.endArray()
    if let forecast = feed.forecast { write(forecast) }
    json.key("duplicates")
    json.beginArray()
    for duplicate in difference.duplicates {
      json.beginObject()
      json.member("id", duplicate.id)
      json.member("old", duplicate.old)
      json.member("new", duplicate.new)
      json.endObject()
    }
    json.endArray()
  }

  /// A reader an object, with what becomes of how many entries of the new version.
  private mutating func write(_ forecast: Forecast) {
    json.key("forecast")
    json.beginArray()
    for reader in forecast.readers {
      let counts = reader.counts
      json.beginObject()
      json.member("reader", reader.name)
      json.member("newUnread", counts.newUnread)
      json.member("newRead", counts.newRead)
      json.member("returningUnread", counts.returningUnread)
      json.member("returningRead", counts.returningRead)
      json.member("updatedUnread", counts.updatedUnread)
      json.member("updatedSilently", counts.updatedSilently)
      json.member("hidden", counts.hidden)
      json.member("unchanged", counts.unchanged)
      if !reader.notes.isEmpty {
        json.key("notes")
        json.beginArray()
        for note in reader.notes { json.value(note) }
        json.endArray()
      }
      json.member("source", reader.source.text)
      json.endObject()
    }
    json.endArray()
  }

  /// Writes the member `summary`.
  public static func write(_ summary: FeedDifference.Summary, into json: inout JSONSerializer) {
    json.key("summary")
    json.beginObject()
    json.member("added", summary.added)
    json.member("removed", summary.removed)
    json.member("changed", summary.changed)
    json.member("reidentified", summary.reidentified)
    json.member("agedOut", summary.agedOut)
    json.member("backfilled", summary.backfilled)
    json.member("unchanged", summary.unchanged)
    json.endObject()
  }

  private static func write(
    _ change: EntryChange,
    _ difference: FeedDifference,
    into json: inout JSONSerializer
  ) {
    json.beginObject()
    json.member("kind", change.kind.rawValue)
    json.member("id", difference.id(of: change))
    json.member("oldID", difference.oldID(of: change))
    json.member("title", difference.title(of: change) ?? "")
    json.member("link", difference.link(of: change))
    json.member("published", difference.published(change).map(RFC3339.string))
    if !change.fields.isEmpty {
      json.key("fields")
      json.beginArray()
      for field in change.fields.fields { json.value(field.rawValue) }
      json.endArray()
    }
    if change.isMarkupOnly { json.member("markupOnly", true) }
    json.member("cause", change.cause?.rawValue)
    if change.kind == .reidentified {
      json.member("basis", change.basis?.rawValue)
      json.member("confidence", change.basis?.confidence.rawValue)
    }
    if change.isIDReused { json.member("idReused", true) }
    json.endObject()
  }
}
