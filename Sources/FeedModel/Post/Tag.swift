/// A subject (RFC 4287 section 4.2.2).
public struct Tag: Sendable, Hashable {
  /// The subject itself.
  ///
  /// RSS: the text of `category` · Atom: `term` · JSON Feed: the tag, unless there is a label; not
  /// carried beside one that differs. A tag with an empty term is none in RSS and Atom.
  public var term: String

  /// The list that the term is from, an IRI; in RSS often another text.
  ///
  /// RSS: `domain` · Atom: `scheme`, what is no IRI as a `urn:` name · JSON Feed: not carried.
  public var scheme: String?

  /// The subject as people should see it.
  ///
  /// RSS: not carried · Atom: `label` · JSON Feed: the tag.
  public var label: String?

  /// A subject, with its list and label where they are known.
  public init(_ term: String, scheme: String? = nil, label: String? = nil) {
    self.term = term
    self.scheme = scheme
    self.label = label
  }
}
