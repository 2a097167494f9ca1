import FeedModel
import FeedXML

/// RSS 1.0's administrative module, which names the program that made a feed. It is read and not
/// written.
///
/// Specification: http://webns.net/mvcb/.
extension XMLNamespace {
  /// `http://webns.net/mvcb/`.
  public static let admin = XMLNamespace("admin", "http://webns.net/mvcb/")
}

/// Reads the administrative module.
enum AdminReader {
  /// The children of a channel.
  static let feedRules: [ElementRule<FeedDraft>] = [
    .element("generatorAgent", in: .admin) { element, draft in
      guard let url = element.attribute("resource") ?? element.text else { return }
      draft.generator.offer(Generator(name: url, url: url), rank: 20)
    }
  ]
}
