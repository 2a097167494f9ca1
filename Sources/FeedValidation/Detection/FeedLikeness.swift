import FeedXML

/// Tells feeds from other files, by the first bytes: for folders in which feeds lie among others.
public enum FeedLikeness {
  /// How many bytes are enough.
  public static let headLength = 16 * 1024

  /// Whether a document that begins so is most likely a feed: XML with a feed's root element, or JSON
  /// with a member that only JSON Feed has.
  public static func isFeed(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    var text: [UInt8] = []
    XMLTextDecoder().decode(head, isLast: true, into: &text)
    var scanner = HeadScanner(text)
    switch scanner.firstByte {
    case UInt8(ascii: "<"): return scanner.rootName.map(roots.contains) ?? false
    case UInt8(ascii: "{"): return members.contains { scanner.contains($0) }
    default: return false
    }
  }

  /// Whether a document has an element where XML has its root: in its first bytes.
  public static func hasElement(_ head: UnsafeBufferPointer<UInt8>) -> Bool {
    guard head.count < headLength else { return true }
    var text: [UInt8] = []
    XMLTextDecoder().decode(head, isLast: true, into: &text)
    var scanner = HeadScanner(text)
    return scanner.firstByte == UInt8(ascii: "<") && scanner.rootName?.isEmpty == false
  }

  /// Whether a file's name says that it is a feed, whatever is in it: an empty `feed.xml` is a broken
  /// feed.
  public static func isFeedName(_ name: String) -> Bool {
    let name = name.lowercased()
    guard let dot = name.lastIndex(of: ".") else { return false }
    let ending = name[name.index(after: dot)...]
    if feedEndings.contains(String(ending)) { return true }
    return endings.contains(String(ending)) && ["feed", "rss", "atom"].contains(name[..<dot])
  }

  /// Whether a file's name allows for a feed.
  public static func mayBeFeed(named name: String) -> Bool {
    guard let dot = name.lastIndex(of: ".") else { return false }
    let ending = name[name.index(after: dot)...].lowercased()
    return feedEndings.contains(ending) || endings.contains(ending)
  }

  private static let feedEndings: Set<String> = ["rss", "atom", "rdf", "opml"]
  private static let endings: Set<String> = ["xml", "json"]
  private static let roots: Set<String> = ["rss", "RDF", "feed", "entry", "opml"]
  private static let members = ["jsonfeed.org/version", "\"home_page_url\"", "\"feed_url\""]
}

/// Walks over what stands before a document's root element.
private struct HeadScanner {
  private let bytes: [UInt8]
  private var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The first byte that is no white space.
  var firstByte: UInt8? { bytes.first { $0 > 0x20 } }

  func contains(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard bytes.count >= wanted.count else { return false }
    return (0...bytes.count - wanted.count).contains { start in
      bytes[start] == wanted[0] && bytes[start..<start + wanted.count].elementsEqual(wanted)
    }
  }

  /// The root element's name without prefix.
  var rootName: String? {
    mutating get {
      while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
        index = open + 1
        guard index < bytes.count else { return nil }
        switch bytes[index] {
        case UInt8(ascii: "?"): skip(past: "?>")
        case UInt8(ascii: "!"):
          if bytes[index...].starts(with: "!--".utf8) {
            skip(past: "-->")
          } else {
            skipDeclaration()
          }
        default: return name
        }
      }
      return nil
    }
  }

  private var name: String {
    let end = bytes[index...].firstIndex { $0 <= 0x20 || $0 == 0x2F || $0 == 0x3E } ?? bytes.count
    let qualified = bytes[index..<end]
    let local = qualified.split(separator: UInt8(ascii: ":")).last ?? qualified
    return String(decoding: local, as: UTF8.self)
  }

  private mutating func skip(past text: String) {
    let wanted = Array(text.utf8)
    while index < bytes.count, !bytes[index...].starts(with: wanted) { index += 1 }
  }

  /// A document type may have declarations in brackets.
  private mutating func skipDeclaration() {
    var depth = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: ">") where depth <= 0: return
      default: break
      }
      index += 1
    }
  }
}
