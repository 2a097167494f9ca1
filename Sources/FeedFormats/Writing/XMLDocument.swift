import FeedModel
import FeedXML

/// What RSS and Atom documents share.
extension XMLSerializer {
  /// Writes the instructions for style sheets, which stand before the root.
  mutating func stylesheets(_ stylesheets: [Stylesheet]) {
    for stylesheet in stylesheets {
      var attributes: [(name: StaticString, value: String)] = [
        ("href", stylesheet.href), ("type", stylesheet.mediaType),
      ]
      if let media = stylesheet.media { attributes.append(("media", media)) }
      if let title = stylesheet.title { attributes.append(("title", title)) }
      stylesheetInstruction(attributes)
    }
  }

  /// Writes an element with HTML or Markdown as text: as it is when it has no markup, else as CDATA.
  mutating func element(
    _ local: StaticString,
    in namespace: XMLNamespace? = nil,
    type: String? = nil,
    markup: String
  ) {
    open(local, in: namespace)
    attribute("type", type)
    if markup.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }) {
      self.markup(markup)
    } else {
      text(markup)
    }
    close()
  }

  /// Writes an element with an RFC 822 date.
  mutating func element(_ local: StaticString, rfc822 date: Timestamp?) {
    if let date { element(local) { RFC822.format(date, into: &$0) } }
  }

  /// Writes an element with an RFC 3339 date.
  mutating func element(
    _ local: StaticString,
    in namespace: XMLNamespace?,
    rfc3339 date: Timestamp?
  ) {
    guard let date else { return }
    element(local, in: namespace) { RFC3339.format(date.inUsualOffset, into: &$0) }
  }

  /// Writes an element with a URL, as a URI.
  mutating func element(_ local: StaticString, in namespace: XMLNamespace? = nil, url: String?) {
    if let url = url.unlessEmpty { element(local, in: namespace, text: URI.fromIRI(url)) }
  }

  /// Adds an attribute with a URL, as a URI.
  mutating func attribute(_ name: StaticString, url: String?) {
    if let url = url.unlessEmpty { attribute(name, URI.fromIRI(url)) }
  }
}

extension Timestamp {
  /// The date, in UTC when its offset is one that the type of dates in grammars does not have (XML
  /// Schema, `dateTime`: 14 hours).
  fileprivate var inUsualOffset: Timestamp {
    offsetSeconds.magnitude <= 14 * 3_600 ? self : utc
  }
}

extension AtomWriter {
  /// A date as it stands in a document.
  package static func dateText(_ date: Timestamp) -> String {
    RFC3339.string(date.inUsualOffset)
  }
}
