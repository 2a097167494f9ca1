import FeedModel
import FeedXML

/// Holds one child of a channel, feed or entry while it is read, with all that is in it. Its memory
/// is used again for the next.
final class ElementArena {
  struct Node {
    var name: XMLName
    /// Whether it is one of Atom's.
    var isAtom: Bool
    /// Where its text stands in the bytes; what follows its first child is left out.
    var text: Range<Int>
    var attributes: Range<Int>
    var parent: Int
    var firstChild = -1
    var lastChild = -1
    var next = -1
    var position: SourcePosition
    var textPosition: SourcePosition?
    /// The base that `xml:base` gives, or nil.
    var base: BaseURL?
  }

  struct Attribute {
    var name: XMLName
    var value: Range<Int>
  }

  /// What is kept of one element; what follows is left out.
  static let mostBytes = 64 << 20
  static let mostNodes = 100_000

  let notes: ReadingNotes
  let options: ReadingOptions
  @exclusivity(unchecked) private(set) var nodes: [Node] = []
  @exclusivity(unchecked) private(set) var attributes: [Attribute] = []
  @exclusivity(unchecked) private(set) var bytes: [UInt8] = []
  /// Whether the first node's text is markup that was written as elements, not escaped.
  @exclusivity(unchecked) private(set) var isMarkup = false
  /// Whether an element around the markup was left out.
  var hasUnwrapped = false
  /// Whether text belongs to the node that is open, and where its text begins is known.
  @exclusivity(unchecked) private var takesText = false
  @exclusivity(unchecked) private var hasTextPosition = false
  /// The node that is open.
  @exclusivity(unchecked) private(set) var current = -1
  /// What addresses are relative to where the document says nothing.
  var defaultBase: BaseURL?

  init(notes: ReadingNotes, options: ReadingOptions) {
    self.notes = notes
    self.options = options
  }

  var isFull: Bool { bytes.count > ElementArena.mostBytes || nodes.count > ElementArena.mostNodes }

  func removeAll() {
    nodes.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    // A large post is no reason to hold its memory until the end.
    bytes.removeAll(keepingCapacity: bytes.count < 1 << 20)
    isMarkup = false
    hasUnwrapped = false
    current = -1
  }

  func open(_ tag: borrowing XMLStartTag, isAtom: Bool, base: BaseURL?) {
    endText()
    let firstAttribute = attributes.count
    for index in 0..<tag.attributeCount {
      guard let attribute = tag.attribute(index) else { continue }
      let start = bytes.count
      bytes.append(contentsOf: attribute.value)
      attributes.append(Attribute(name: attribute.name, value: start..<bytes.count))
    }
    let index = nodes.count
    if current >= 0 {
      if nodes[current].lastChild >= 0 {
        nodes[nodes[current].lastChild].next = index
      } else {
        nodes[current].firstChild = index
      }
      nodes[current].lastChild = index
    }
    nodes.append(
      Node(
        name: tag.name,
        isAtom: isAtom,
        text: bytes.count..<bytes.count,
        attributes: firstAttribute..<attributes.count,
        parent: current,
        position: tag.position,
        base: base
      )
    )
    current = index
    takesText = true
    hasTextPosition = false
  }

  func close() {
    guard current >= 0 else { return }
    endText()
    current = nodes[current].parent
  }

  /// The text of a node ends where its first child begins, or where it ends itself.
  private func endText() {
    if takesText, current >= 0, !isMarkup {
      nodes[current].text = nodes[current].text.lowerBound..<bytes.count
    }
    takesText = false
  }

  func append(_ piece: XMLTextPiece, position: (XMLTextPiece) -> SourcePosition?) {
    guard takesText, !isFull else { return }
    if !hasTextPosition, let first = piece.bytes.firstIndex(where: { $0 > 0x20 }) {
      hasTextPosition = true
      let blank = UnsafeBufferPointer(rebasing: piece.bytes[..<first])
      nodes[current].textPosition = position(piece)?.advanced(over: blank)
    }
    bytes.append(contentsOf: piece.bytes)
  }

  // MARK: Markup

  /// Takes what was read of the first node's text for text among elements.
  func beginMarkup() {
    guard !isMarkup else { return }
    endText()
    guard let range = nodes.first?.text else { return }
    isMarkup = true
    let text = Array(bytes[range])
    bytes.removeSubrange(range)
    text.withUnsafeBufferPointer { XHTMLMarkup.appendText($0, in: .markup, to: &bytes) }
    nodes[0].text = range.lowerBound..<bytes.count
  }

  func appendMarkup(_ append: (inout [UInt8]) -> XHTMLMarkup.Content) -> XHTMLMarkup.Content {
    guard !isFull, !nodes.isEmpty else { return .nothing }
    let content = append(&bytes)
    nodes[0].text = nodes[0].text.lowerBound..<bytes.count
    return content
  }
}
