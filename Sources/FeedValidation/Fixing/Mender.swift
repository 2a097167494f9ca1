import FeedModel
import FeedXML

/// What makes a fix for the findings of some rules.
struct Mender: Sendable {
  /// The rules.
  let rules: [String]
  /// The fix for a finding that points at a byte of the text; `nil` if there is none without a guess.
  let mend: @Sendable (_ finding: Diagnostic, _ offset: Int, _ document: MendedDocument) -> TextFix?

  /// The mender of each rule that has one.
  static let byRule: [String: Mender] = {
    var byRule: [String: Mender] = [:]
    for mender in all {
      for rule in mender.rules { byRule[rule] = mender }
    }
    return byRule
  }()

  /// All of them, sorted by file.
  static let all: [Mender] = [
    .ampersands, .byteOrderMark, .characters, .declarationPlace, .elementOrder, .encodingLabel,
    .entities, .guidAttribute, .numberIDs, .rssNamespace, .selfLink, .values,
  ]
}

extension Rule {
  /// Whether `tidings validate --fix` mends what the rule finds, where that is certain.
  public var isFixable: Bool { Mender.byRule[id] != nil }
}

/// What menders may ask of a document.
struct MendedDocument {
  let kind: FeedKind
  let location: DocumentLocation
  let text: [UInt8]
  let spelling: Spelling
  /// The text as XML; `nil` if it is JSON.
  let xml: XMLSource?
  /// The text as JSON; `nil` if it is XML.
  let json: JSONSource?

  init(_ codec: DocumentCodec, kind: FeedKind, location: DocumentLocation) {
    self.kind = kind
    self.location = location
    text = codec.text
    spelling = Spelling(codec)
    if kind.format == .jsonFeed {
      xml = nil
      json = JSONSource(text)
    } else {
      xml = XMLSource(text)
      json = nil
    }
  }

  /// Bytes as text for a summary.
  func quote(_ bytes: [UInt8]) -> String { Excerpt.quote(bytes) }
}
