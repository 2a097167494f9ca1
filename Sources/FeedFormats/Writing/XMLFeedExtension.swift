import FeedModel
import FeedXML

/// An extension that RSS and Atom can carry, as elements of a namespace.
public protocol XMLFeedExtension: FeedExtension {
  /// The namespace of the elements.
  static var namespace: XMLNamespace { get }

  /// Writes the elements into the channel, feed, item or entry that they belong to.
  func write(to xml: inout XMLSerializer)
}

extension Extensions {
  /// The namespaces of those that XML can carry.
  var xmlNamespaces: [XMLNamespace] {
    all.compactMap { ($0 as? any XMLFeedExtension).map { type(of: $0).namespace } }
  }

  /// Writes those that XML can carry and notes which it cannot.
  func write(to xml: inout XMLSerializer, notes: inout FeedOutput, of post: Post? = nil) {
    for value in all {
      if let value = value as? any XMLFeedExtension {
        value.write(to: &xml)
      } else {
        notes.omit("extensions", "\(type(of: value)) has no form in XML", of: post)
      }
    }
  }
}
