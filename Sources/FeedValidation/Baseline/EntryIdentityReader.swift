import FeedJSON
import FeedModel
import FeedXML

/// Reads the ids of those entries of which there are diagnostics, in a pass of its own: a validation
/// without a baseline has no use for them.
public final class EntryIdentityReader {
  private let wanted: Set<Int>
  private let elements: EntryElements
  private let xml: XMLReader
  private let decoder: XMLTextDecoder
  /// The text, of a JSON document: its reader wants all of it.
  private var json: [UInt8]?
  private var hasBegun = false

  /// A reader of the ids that some diagnostics need.
  public init(_ diagnostics: [Diagnostic], kind: FeedKind, charset: String? = nil) {
    wanted = Set(diagnostics.compactMap(\.entryIndex))
    elements = EntryElements(wanted)
    xml = XMLReader(delegate: elements)
    decoder = XMLTextDecoder(charset: charset, dropsForbiddenCharacters: true)
    if case .jsonFeed = kind { json = [] }
  }

  /// Whether no more is needed.
  public var isComplete: Bool { elements.ids.count == wanted.count }

  /// Takes the document's next bytes.
  public func consume(_ bytes: UnsafeBufferPointer<UInt8>) { decode(bytes, isLast: false) }

  /// Ends the document.
  public func finish() -> EntryIdentities {
    decode(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    guard let json else {
      xml.finish()
      return EntryIdentities(elements.ids)
    }
    return EntryIdentities(json.withUnsafeBufferPointer(readJSON))
  }

  private func decode(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    guard !isComplete else { return }
    decoder.decode(bytes, isLast: isLast) { text, position in
      if json != nil {
        json?.append(contentsOf: text)
      } else {
        if !hasBegun { xml.begin(at: position) }
        hasBegun = true
        xml.consume(text)
      }
    }
  }

  /// A broken document has the ids that come before the place.
  private func readJSON(_ bytes: UnsafeBufferPointer<UInt8>) -> [Int: String] {
    var ids: [Int: String] = [:]
    var reader = JSONReader(bytes, skipsByteOrderMark: true)
    do throws(JSONError) {
      guard try reader.next()?.kind == .beginObject else { return ids }
      while let key = try reader.next(), key.kind == .key {
        guard key.isText("items") else {
          try reader.skipRest(of: key)
          continue
        }
        guard try reader.next()?.kind == .beginArray else { return ids }
        var index = 0
        while let item = try reader.next(), item.kind != .endArray {
          if item.kind == .beginObject { ids[index] = try readID(&reader) }
          if item.kind == .beginArray { try reader.skipRest(of: item) }
          index += 1
        }
      }
    } catch {}
    return ids.filter { wanted.contains($0.key) }
  }

  private func readID(_ reader: inout JSONReader) throws(JSONError) -> String? {
    var id: String?
    while let key = try reader.next(), key.kind == .key {
      guard let value = try reader.next() else { break }
      if key.isText("id"), value.kind == .string || value.kind == .number {
        id = value.text
      } else {
        try reader.skipRest(of: value)
      }
    }
    return id
  }
}

/// Watches for entries and what they are known by: guid, id or rdf:about, else the link.
private final class EntryElements: XMLReaderDelegate {
  private let wanted: Set<Int>
  private(set) var ids: [Int: String] = [:]
  private var depth = 0
  private var entryDepth: Int?
  private var index = 0
  private var text: [UInt8]?
  private var isID = false
  private var link: String?

  /// Longer ids are cut: they are only compared.
  private static let longest = 4_096

  init(_ wanted: Set<Int>) { self.wanted = wanted }

  func startElement(_ tag: borrowing XMLStartTag) {
    depth += 1
    if let entryDepth {
      guard depth == entryDepth + 1, wanted.contains(index), ids[index] == nil else { return }
      isID = tag.name.isNamed("guid") || tag.name.isNamed("id")
      if isID || tag.name.isNamed("link") { text = [] }
    } else if depth <= 3, tag.name.isNamed("item") || tag.name.isNamed("entry") {
      entryDepth = depth
      link = nil
      guard wanted.contains(index) else { return }
      for number in 0..<tag.attributeCount {
        if let attribute = tag.attribute(number), attribute.name.isNamed("about") {
          ids[index] = attribute.string
        }
      }
    }
  }

  func endElement(_ name: XMLName) {
    if let text, depth == (entryDepth ?? 0) + 1 {
      let value = String(decoding: text.prefix(Self.longest), as: UTF8.self)
      if isID { ids[index] = value } else if link == nil { link = value }
      self.text = nil
    }
    if depth == entryDepth {
      if ids[index] == nil, wanted.contains(index), let link, !link.isEmpty { ids[index] = link }
      entryDepth = nil
      index += 1
    }
    depth -= 1
  }

  func text(_ piece: XMLTextPiece) {
    guard let count = text?.count, count < Self.longest else { return }
    // White space around an id is no part of it.
    text?.append(contentsOf: piece.bytes.filter { $0 > 0x20 })
  }

  func problem(_ problem: XMLProblem) {}
}
