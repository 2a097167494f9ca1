import FeedModel

/// Pieces of HTML that all pages are made of.
enum Markup {
  /// Text in which nothing is markup, for elements and for attributes in quotes.
  static func text(_ text: String) -> String {
    var safe = ""
    safe.reserveCapacity(text.utf8.count + 16)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      case "\t", "\n": safe.unicodeScalars.append(scalar)
      // What turns the direction of all that follows stands for itself.
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        safe += "\u{FFFD}"
      default: safe.unicodeScalars.append(scalar)
      }
    }
    return safe
  }

  /// A link that leaves the preview; just the label where the address is none of the web.
  ///
  /// - Parameter label: HTML.
  static func link(_ address: String?, _ label: String) -> String {
    guard let address, let scheme = URI.scheme(of: address),
      ["http", "https", "mailto"].contains(scheme.lowercased())
    else { return label }
    return "<a href=\"\(text(address))\" rel=\"noopener noreferrer\" target=\"_blank\">\(label)</a>"
  }

  /// The source of a picture or a recording; nil for an address that is not on the web.
  static func source(_ address: String) -> String? {
    guard let scheme = URI.scheme(of: address), ["http", "https"].contains(scheme.lowercased())
    else { return nil }
    return text(address)
  }

  /// A mark on something.
  static func badge(_ kind: String, _ label: String) -> String {
    "<span class=\"badge \(kind)\">\(text(label))</span>"
  }

  /// Something that should not be overlooked.
  ///
  /// - Parameter html: HTML.
  static func notice(_ kind: String, _ html: String) -> String {
    "<div class=\"notice \(kind)\">\(html)</div>\n"
  }

  /// A moment that programs can read, too.
  static func time(_ moment: Timestamp) -> String {
    "<time datetime=\"\(RFC3339.string(moment))\">\(text(Words.date(moment)))</time>"
  }
}
