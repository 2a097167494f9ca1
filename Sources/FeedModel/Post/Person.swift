/// Somebody with a part in a feed or a post (RFC 4287 section 3.2).
public struct Person: Sendable, Hashable {
  /// The name, plain text. Where one is required and it is empty, the email address or else the page
  /// stands for it; a person without any of them is left out.
  ///
  /// RSS: `dc:creator`, or in brackets after the address · Atom: `name` · JSON Feed: `name`.
  public var name: String

  /// The email address, without `mailto:`. Text that is no address is not carried by any format.
  ///
  /// RSS: `author`, `managingEditor` and `webMaster`, otherwise not carried · Atom: `email` · JSON
  /// Feed: `url` as `mailto:` when the person has no other, otherwise not carried.
  public var email: String?

  /// The person's page, an absolute URL.
  ///
  /// RSS: not carried · Atom: `uri` · JSON Feed: `url`.
  public var url: String?

  /// The person's picture, an absolute URL.
  ///
  /// RSS, Atom: not carried · JSON Feed: `avatar`.
  public var avatar: String?

  /// Somebody by name, with what else is known.
  public init(name: String, email: String? = nil, url: String? = nil, avatar: String? = nil) {
    self.name = name
    self.email = email
    self.url = url
    self.avatar = avatar
  }
}
