import FeedModel
import FeedXML

/// Holds one child of a channel, feed or entry while it is read, with all that is in it. Its memory
/// is used again for the next.
final class ElementArena {
  struct Node {
    var name: XMLName
    var namespace: XMLNamespace
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
  private(set) var nodes: [Node] = []
  private(set) var attributes: [Attribute] = []
  private(set) var bytes: [UInt8] = []
  /// Whether the first node's text is markup that was written as elements, not escaped.
  private(set) var isMarkup = false
  /// Whether an element around the markup was left out.
  var hasUnwrapped = false
  /// The node that is open.
  private(set) var current = -1
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

  func open(_ tag: borrowing XMLStartTag, in namespace: XMLNamespace, base: BaseURL?) {
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
        namespace: namespace,
        text: bytes.count..<bytes.count,
        attributes: firstAttribute..<attributes.count,
        parent: current,
        position: tag.position,
        base: base
      )
    )
    current = index
  }

  func close() {
    guard current >= 0 else { return }
    current = nodes[current].parent
  }

  /// Whether a position is wanted for the text that comes next.
  func wantsPosition(_ piece: XMLTextPiece) -> Bool {
    current >= 0 && nodes[current].textPosition == nil && piece.bytes.contains { $0 > 0x20 }
  }

  func append(_ piece: XMLTextPiece, position: SourcePosition?) {
    guard current >= 0, nodes[current].firstChild < 0, !isFull else { return }
    if let position {
      let blank = piece.bytes.prefix { $0 <= 0x20 }
      nodes[current].textPosition =
        blank.isEmpty ? position : position.advanced(over: UnsafeBufferPointer(rebasing: blank))
    }
    bytes.append(contentsOf: piece.bytes)
    nodes[current].text = nodes[current].text.lowerBound..<bytes.count
  }

  // MARK: Markup

  /// Takes what was read of the first node's text for text among elements.
  func beginMarkup() {
    guard !isMarkup, let range = nodes.first?.text else { return }
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
