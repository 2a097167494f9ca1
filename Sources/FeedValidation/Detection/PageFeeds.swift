import FeedModel
import FeedXML

/// The feeds that an HTML page names in its head (HTML standard, section 4.6.7.1, “alternate”).
enum PageFeeds {
  /// How much of a page is looked at.
  static let headLength = 1 << 18
  private static let most = 3
  private static let types: Set<String> = [
    "application/rss+xml", "application/atom+xml", "application/feed+json",
  ]

  /// Their addresses, the first few, in the page's order.
  static func addresses(in page: [UInt8], at location: DocumentLocation) -> [String] {
    var addresses: [String] = []
    page.withUnsafeBufferPointer { bytes in
      var tokenizer = HTMLTokenizer(bytes)
      while addresses.count < most, tokenizer.advance() {
        guard tokenizer.token.kind == .startTag else { continue }
        let name = text(bytes, tokenizer.token.name).lowercased()
        if name == "body" { return }
        guard name == "link" else { continue }
        var link: [String: String] = [:]
        for attribute in tokenizer.attributes {
          link[text(bytes, attribute.name).lowercased()] = HTMLText.plain(
            text(bytes, attribute.value)
          )
        }
        let relations = link["rel"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
        guard let address = link["href"], !address.isEmpty, relations.contains("alternate"),
          let type = link["type"]?.lowercased(), types.contains(type)
        else { continue }
        if case .address(let base) = location, let url = BaseURL(base)?.resolve(address) {
          addresses.append(url)
        } else {
          addresses.append(address)
        }
      }
    }
    return addresses
  }

  private static func text(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
