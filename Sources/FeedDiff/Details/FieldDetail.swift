import FeedFormats
import FeedModel
import FeedSources

/// How a field changed.
public struct FieldDetail: Sendable, Equatable {
  /// The field.
  public var field: Field
  /// What it said; nil for nothing.
  public var before: String?
  /// What it says.
  public var after: String?
  /// How the text changed, of titles, contents and summaries.
  public var words: WordDiff?
  /// Whether only the markup differs.
  public var isMarkupOnly = false
}

/// Reads changed entries again, and says how their fields changed.
public struct ChangeDetails {
  private let difference: FeedDifference
  private let old: EntryContents?
  private let new: EntryContents?

  /// Details of a difference.
  public init(_ difference: FeedDifference) {
    self.difference = difference
    old = EntryContents(difference.old)
    new = EntryContents(difference.new)
  }

  /// So many entries are held at once.
  public static let window = 64

  /// Hands on changes with their details, which are empty where contents are not kept.
  public func forEach(
    _ changes: some Collection<EntryChange>,
    _ body: (EntryChange, [FieldDetail]) throws(FileError) -> Void
  ) throws(FileError) {
    var rest = Array(changes)[...]
    while !rest.isEmpty {
      let some = rest.prefix(Self.window)
      rest = rest.dropFirst(Self.window)
      let changed = some.filter { $0.old != nil && $0.new != nil && !$0.fields.isEmpty }
      let before = try old?.posts(changed.compactMap(\.old)) ?? [:]
      let after = try new?.posts(changed.compactMap(\.new)) ?? [:]
      for change in some {
        guard let old = change.old.flatMap({ before[$0] }),
          let new = change.new.flatMap({ after[$0] })
        else {
          try body(change, change.fields.fields.map { FieldDetail(field: $0) })
          continue
        }
        try body(change, Self.details(change, old, new))
      }
    }
  }

  private static func details(_ change: EntryChange, _ old: Post, _ new: Post) -> [FieldDetail] {
    change.fields.fields.map { field in
      var detail = FieldDetail(
        field: field,
        before: old.text(of: field),
        after: new.text(of: field)
      )
      switch field {
      case .content:
        detail.isMarkupOnly = change.isMarkupOnly
        if !change.isMarkupOnly {
          detail.words = WordDiff(VisibleText.of(old), VisibleText.of(new))
        }
        (detail.before, detail.after) = (nil, nil)
      case .title, .summary: detail.words = WordDiff(detail.before ?? "", detail.after ?? "")
      default: break
      }
      return detail
    }
  }
}

extension Post {
  /// A field as people read it; nil for none, and for the content.
  fileprivate func text(of field: Field) -> String? {
    switch field {
    case .title: title
    case .link: permalink ?? externalLink
    case .content: nil
    case .summary: summary
    case .published: (published ?? updated).map(RFC3339.string)
    case .updated: (updated ?? published).map(RFC3339.string)
    case .authors: list(authors) { $0.name.isEmpty ? $0.email ?? $0.url ?? "" : $0.name }
    case .tags: list(tags) { $0.label ?? $0.term }
    case .attachments: list(attachments, \.url)
    case .image: image?.url ?? banner?.url
    case .other: nil
    }
  }

  private func list<Value>(_ values: [Value], _ text: (Value) -> String) -> String? {
    values.isEmpty ? nil : values.map(text).joined(separator: ", ")
  }
}
