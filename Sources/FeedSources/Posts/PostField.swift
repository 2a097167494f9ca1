/// What Tidings wants to know of a post, and front matter may tell.
public enum PostField: String, Sendable, CaseIterable {
  /// The title.
  case title
  /// When the post appeared.
  case date
  /// When it last changed.
  case updated
  /// From when on it is to be seen, where that differs from its date.
  case publish
  /// Until when it is to be seen.
  case expires
  /// The last part of its address.
  case slug
  /// Its address, absolute or from the site's root.
  case url
  /// Its permanent identifier.
  case id
  /// The page elsewhere that it is about.
  case external
  /// A short text about it.
  case summary
  /// Who wrote it.
  case authors
  /// Its subjects.
  case tags
  /// Further subjects, with the scheme `categories` of the site.
  case categories
  /// Its picture.
  case image
  /// A wide picture.
  case banner
  /// A sound, a video, or several files.
  case attachments
  /// Its language.
  case language
  /// Its copyright line.
  case rights
  /// The page with its comments.
  case comments
  /// Whether it is not ready: true keeps it out.
  case draft
  /// Whether it is to be seen: false keeps it out. A date counts as `publish`.
  case published
  /// Whether it is to be found by its address only: true keeps it out.
  case unlisted
  /// A word for its state: `draft`, `hidden`, `skip`, `private` keep it out.
  case status
}
