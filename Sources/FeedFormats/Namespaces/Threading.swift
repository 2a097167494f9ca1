import FeedModel
import FeedXML

/// Threading: which post an entry answers.
///
/// Specification: RFC 4685.
extension XMLNamespace {
  /// `http://purl.org/syndication/thread/1.0`.
  public static let threading = XMLNamespace("thr", "http://purl.org/syndication/thread/1.0")
}

/// An entry's place in a conversation.
public struct ThreadedPost: XMLFeedExtension {
  /// What an entry answers (RFC 4685 section 3).
  public struct InReplyTo: Sendable, Equatable {
    /// The id of the post that is answered.
    public var id: String
    /// The absolute URL where it can be read.
    public var href: String?
    /// The media type there. It says nothing without `href`, and is not written then.
    public var mediaType: String?
    /// The absolute URL of the feed or entry document that it is in.
    public var source: String?

    /// A post by its id, and where it is found.
    public init(
      id: String,
      href: String? = nil,
      mediaType: String? = nil,
      source: String? = nil
    ) {
      self.id = id
      self.href = href
      self.mediaType = mediaType
      self.source = source
    }
  }

  /// `thr:in-reply-to`, one each.
  public var inReplyTo: [InReplyTo]
  /// `thr:total`: how many answers the entry has (section 5). A count below 0 is not written.
  public var total: Int?

  /// An entry's place in a conversation.
  public init(inReplyTo: [InReplyTo] = [], total: Int? = nil) {
    self.inReplyTo = inReplyTo
    self.total = total
  }

  /// The elements' namespace.
  public static let namespace = XMLNamespace.threading

  /// Writes the elements into the entry.
  public func write(to xml: inout XMLSerializer) {
    for answered in inReplyTo {
      xml.open("in-reply-to", in: .threading)
      xml.attribute("ref", AtomIRI.id(for: answered.id))
      if let href = answered.href.unlessEmpty {
        xml.attribute("href", AtomIRI.reference(href))
        xml.attribute("type", answered.mediaType.unlessEmpty)
      }
      xml.attribute("source", answered.source.unlessEmpty.map(AtomIRI.reference))
      xml.close()
    }
    if let total, total >= 0 { xml.element("total", in: .threading, text: String(total)) }
  }
}

/// Reads threading.
enum ThreadingReader {
  /// The children of an entry.
  static let postRules: [ElementRule<PostDraft>] = [
    .element("in-reply-to", in: .threading) { element, draft in
      guard let id = element.attribute("ref") ?? element.url("href") else { return }
      let href = element.url("href")
      let answered = ThreadedPost.InReplyTo(
        id: AtomIRI.idAsRead(id),
        href: href,
        mediaType: href == nil ? nil : element.attribute("type"),
        source: element.url("source")
      )
      draft.extend(ThreadedPost()) { $0.inReplyTo.append(answered) }
    },
    .element("total", in: .threading) { element, draft in
      guard let total = element.count else { return }
      draft.extend(ThreadedPost()) { $0.total = total }
    },
  ]
}
