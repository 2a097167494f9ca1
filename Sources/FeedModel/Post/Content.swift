/// What a post says, in the forms that are at hand.
public struct Content: Sendable, Equatable {
  /// An HTML fragment, with absolute URLs.
  ///
  /// RSS: `content:encoded` or `description` · Atom: `content type="html"` · JSON Feed:
  /// `content_html`.
  public var html: String?

  /// The same as plain text.
  ///
  /// RSS, Atom: only when there is no HTML, escaped into it or as `type="text"`; not reported, since
  /// the HTML says the same · JSON Feed: `content_text`.
  public var text: String?

  /// The Markdown that the HTML was made from.
  ///
  /// RSS: `source:markdown`, when asked for · Atom, JSON Feed: not carried, and reported when asked
  /// for.
  public var markdown: String?

  /// Content in any of the three forms.
  public init(html: String? = nil, text: String? = nil, markdown: String? = nil) {
    self.html = html
    self.text = text
    self.markdown = markdown
  }
}
