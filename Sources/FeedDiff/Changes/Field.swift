/// A part of an entry that can change.
public enum Field: String, Sendable, CaseIterable {
  /// The title.
  case title
  /// The permalink, or the address that the entry is about.
  case link
  /// The post itself.
  case content
  /// The text about it.
  case summary
  /// The date of its appearance.
  case published
  /// The date of its last change.
  case updated
  /// Who wrote it.
  case authors
  /// Its subjects.
  case tags
  /// Its files.
  case attachments
  /// Its picture.
  case image
  /// Language, rights, comments, source, contributors, and what namespaces add.
  case other
}

/// Fields of an entry.
public struct FieldSet: OptionSet, Sendable, Hashable {
  /// A bit a field, in the order of `Field.allCases`.
  public let rawValue: UInt16

  /// Fields by their bits.
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// One field.
  public init(_ field: Field) {
    rawValue = 1 << (Field.allCases.firstIndex(of: field) ?? 0)
  }

  /// The fields in it, in their order.
  public var fields: [Field] { Field.allCases.filter { contains(FieldSet($0)) } }

  static let title = FieldSet(.title)
  static let link = FieldSet(.link)
  static let content = FieldSet(.content)
  static let summary = FieldSet(.summary)
  static let published = FieldSet(.published)
  static let updated = FieldSet(.updated)
  static let authors = FieldSet(.authors)
  static let tags = FieldSet(.tags)
  static let attachments = FieldSet(.attachments)
  static let image = FieldSet(.image)
  static let other = FieldSet(.other)
}
