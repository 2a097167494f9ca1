import FeedModel

/// Which fields of two entries differ, as far as the formats of both can say.
///
/// Within one format everything counts. Across formats only what both carry does: RSS has the names of
/// authors and seconds in dates, JSON Feed labels of tags without their terms, and what one of the
/// documents does not have may be what its format has no place for.
struct FieldComparison: Sendable {
  private enum Family {
    case rss, rdf, atom, json, unknown
  }

  private let isAcross: Bool
  private let tagsAreAlike: Bool

  init(_ old: FeedKind, _ new: FeedKind) {
    let families = (Self.family(old), Self.family(new))
    isAcross = families.0 != families.1 && families.0 != .unknown && families.1 != .unknown
    tagsAreAlike = families.0 != .json && families.1 != .json
  }

  /// Whether the documents have different formats.
  var isAcrossFormats: Bool { isAcross }

  private static func family(_ kind: FeedKind) -> Family {
    switch kind {
    case .rss: .rss
    case .rdf: .rdf
    case .atom, .atomEntry: .atom
    case .jsonFeed: .json
    case .opml, .unknown: .unknown
    }
  }

  /// The fields that differ. Across formats that of the content is a guess, which
  /// ``ContentComparison`` has to confirm.
  func changes(_ old: Entry, _ new: Entry) -> FieldSet {
    isAcross ? acrossFormats(old, new) : withinFormat(old, new)
  }

  private func withinFormat(_ old: Entry, _ new: Entry) -> FieldSet {
    var changes: FieldSet = []
    func hold(_ field: FieldSet, _ path: KeyPath<FieldFingerprints, UInt64>) {
      if old.fields[keyPath: path] != new.fields[keyPath: path] { changes.insert(field) }
    }
    // Most entries did not change.
    if old.fields != new.fields {
      hold(.title, \.title)
      hold(.link, \.permalink)
      hold(.link, \.externalLink)
      hold(.content, \.content)
      hold(.summary, \.summary)
      hold(.authors, \.authors)
      hold(.tags, \.tags)
      hold(.attachments, \.attachments)
      hold(.image, \.image)
      hold(.other, \.other)
    }
    if old.published != new.published { changes.insert(.published) }
    if old.updated != new.updated { changes.insert(.updated) }
    // An entry with one date has it twice.
    if changes.isSuperset(of: [.published, .updated]), old.published == old.updated,
      new.published == new.updated
    {
      changes.remove(.updated)
    }
    return changes
  }

  private func acrossFormats(_ old: Entry, _ new: Entry) -> FieldSet {
    var changes: FieldSet = []
    func hold(_ field: FieldSet, _ path: KeyPath<FieldFingerprints, UInt64>) {
      let (before, after) = (old.fields[keyPath: path], new.fields[keyPath: path])
      if before != Fingerprint.none, after != Fingerprint.none, before != after {
        changes.insert(field)
      }
    }
    if old.fields.title != new.fields.title { changes.insert(.title) }
    hold(.link, \.permalink)
    if old.fields.content != new.fields.content || old.fields.summary != new.fields.summary {
      changes.insert(.content)
    }
    hold(.authors, \.authorNames)
    if tagsAreAlike { hold(.tags, \.tagTerms) }
    hold(.attachments, \.attachmentAddresses)
    hold(.image, \.imageAddress)
    if let before = old.published, let after = new.published,
      before.secondsSince1970 != after.secondsSince1970
    {
      changes.insert(.published)
    }
    if let before = old.updated, let after = new.updated, !changes.contains(.published),
      before.secondsSince1970 != after.secondsSince1970
    {
      changes.insert(.updated)
    }
    return changes
  }
}
