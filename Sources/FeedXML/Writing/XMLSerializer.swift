/// Writes XML into a byte buffer, element by element.
///
/// It cannot write a document that is not well-formed: names come from code, text and values go
/// through `XMLText`, every element is closed, and a namespace that is not declared around an
/// element is declared on it.
public struct XMLSerializer: Sendable {
  /// The document so far. The owner may take bytes away at any time, between any two calls.
  public var bytes: [UInt8]

  /// How many characters were dropped because XML cannot hold them.
  public private(set) var droppedCharacters = 0

  private let defaultNamespace: XMLNamespace?
  private let references: XMLText.References
  private let baseDepth: Int
  private var declared: [XMLNamespace]
  private var open: [OpenElement] = []
  private var isStartTagOpen = false

  private struct OpenElement {
    /// Empty for elements without.
    var prefix: String
    var local: StaticString
    /// How many namespaces were declared outside the element.
    var declaredBefore: Int
    var hasChildElements = false
  }

  /// A serializer for a document or a part of one.
  ///
  /// - Parameters:
  ///   - defaultNamespace: The namespace of elements without prefix.
  ///   - references: How markup characters are spelled in text.
  ///   - declared: Namespaces that are declared around the part to be written, with their prefixes.
  ///   - depth: How deep the part lies in its document, for indentation; 0 for a document.
  public init(
    defaultNamespace: XMLNamespace? = nil,
    references: XMLText.References = .named,
    declared: [XMLNamespace] = [],
    depth: Int = 0
  ) {
    bytes = []
    self.defaultNamespace = defaultNamespace
    self.references = references
    self.declared = declared
    baseDepth = depth
  }

  /// Writes the XML declaration, which must come first.
  public mutating func declaration() {
    bytes.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>")
  }

  /// Writes an `xml-stylesheet` instruction (xml-stylesheet 1.0 section 2).
  ///
  /// A pseudo-attribute's value cannot hold `?>`, which `>` escaped as a reference takes care of.
  public mutating func stylesheetInstruction(_ attributes: [(name: StaticString, value: String)]) {
    bytes.append("\n<?xml-stylesheet")
    for (name, value) in attributes { appendAttribute(name, value) }
    bytes.append("?>")
  }

  /// Opens an element. Attributes may follow, then text or elements, then `close()`.
  ///
  /// - Parameters:
  ///   - local: The name without prefix.
  ///   - namespace: The namespace; nil for none.
  ///   - namespaces: Namespaces to declare here because elements inside will need them. Of several
  ///     with one prefix the first is declared.
  public mutating func open(
    _ local: StaticString,
    in namespace: XMLNamespace? = nil,
    declaring namespaces: [XMLNamespace] = []
  ) {
    let declaredBefore = declared.count
    let prefix = startTag(local, in: namespace)
    if !prefix.isEmpty, let namespace, !isDeclared(namespace) { declared.append(namespace) }
    if !namespaces.isEmpty {
      let declaredHere = declaredBefore
      for namespace in namespaces
      where namespace != defaultNamespace && !isDeclared(namespace)
        && !declared[declaredHere...].contains(where: { $0.prefix == namespace.prefix })
      {
        appendDeclaration(of: namespace)
        declared.append(namespace)
      }
    }
    open.append(OpenElement(prefix: prefix, local: local, declaredBefore: declaredBefore))
    isStartTagOpen = true
  }

  /// Adds an attribute to the element that was just opened.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    guard isStartTagOpen else {
      assertionFailure("an attribute must follow its element's start")
      return
    }
    appendAttribute(name, value)
  }

  /// Adds an attribute if there is a value for it.
  public mutating func attribute(_ name: StaticString, _ value: String?) {
    if let value { attribute(name, value) }
  }

  /// Adds an attribute with a number if there is one.
  public mutating func attribute(_ name: StaticString, _ value: (some BinaryInteger)?) {
    if let value { attribute(name, String(value)) }
  }

  /// Writes plain text.
  public mutating func text(_ text: String) {
    finishStartTag()
    droppedCharacters &+= XMLText.appendText(text, references: references, to: &bytes)
  }

  /// Writes markup that the document carries as text, such as HTML.
  public mutating func markup(_ markup: String) {
    finishStartTag()
    droppedCharacters &+= XMLText.appendMarkup(markup, to: &bytes)
  }

  /// Writes ASCII that needs no escaping, such as a date, into the buffer.
  public mutating func unescaped(_ write: (inout [UInt8]) -> Void) {
    finishStartTag()
    write(&bytes)
  }

  /// Closes the innermost open element.
  public mutating func close() {
    guard let element = open.popLast() else {
      assertionFailure("an element is closed that was not opened")
      return
    }
    // Taking away none would still copy the array, which the writer shares.
    if declared.count > element.declaredBefore {
      declared.removeLast(declared.count - element.declaredBefore)
    }
    if isStartTagOpen {
      bytes.append("/>")
      isStartTagOpen = false
      return
    }
    if element.hasChildElements { newLine() }
    endTag(element.local, prefix: element.prefix)
  }

  /// Writes an element with plain text.
  public mutating func element(
    _ local: StaticString,
    in namespace: XMLNamespace? = nil,
    text: String
  ) {
    let prefix = startTag(local, in: namespace)
    bytes.append(UInt8(ascii: ">"))
    droppedCharacters &+= XMLText.appendText(text, references: references, to: &bytes)
    endTag(local, prefix: prefix)
  }

  /// Writes an element with plain text if there is any.
  public mutating func element(
    _ local: StaticString,
    in namespace: XMLNamespace? = nil,
    text: String?
  ) {
    if let text { element(local, in: namespace, text: text) }
  }

  /// Writes an element with ASCII that needs no escaping, such as a date.
  public mutating func element(
    _ local: StaticString,
    in namespace: XMLNamespace? = nil,
    unescaped write: (inout [UInt8]) -> Void
  ) {
    let prefix = startTag(local, in: namespace)
    bytes.append(UInt8(ascii: ">"))
    write(&bytes)
    endTag(local, prefix: prefix)
  }

  /// Ends the start tag of the innermost element, so that what follows can be written apart.
  public mutating func finishStartTag() {
    guard isStartTagOpen else { return }
    bytes.append(UInt8(ascii: ">"))
    isStartTagOpen = false
  }

  /// Writes a start tag but for its end, with the declaration that the element itself needs.
  ///
  /// - Returns: The name's prefix, empty if it has none.
  private mutating func startTag(
    _ local: StaticString,
    in namespace: XMLNamespace?
  ) -> String {
    finishStartTag()
    let isRoot = open.isEmpty
    if !isRoot { open[open.count - 1].hasChildElements = true }
    newLine()
    bytes.append(UInt8(ascii: "<"))
    let prefix = namespace == defaultNamespace ? "" : namespace?.prefix ?? ""
    if !prefix.isEmpty {
      append(prefix)
      bytes.append(UInt8(ascii: ":"))
    }
    bytes.append(local)
    if isRoot, let defaultNamespace, !declared.contains(defaultNamespace) {
      appendAttribute("xmlns", defaultNamespace.uri)
      declared.append(defaultNamespace)
    }
    if !prefix.isEmpty, let namespace, !isDeclared(namespace) {
      appendDeclaration(of: namespace)
    }
    return prefix
  }

  @inline(__always)
  private mutating func endTag(_ local: StaticString, prefix: String) {
    bytes.append("</")
    if !prefix.isEmpty {
      append(prefix)
      bytes.append(UInt8(ascii: ":"))
    }
    bytes.append(local)
    bytes.append(UInt8(ascii: ">"))
  }

  /// Whether the prefix stands for the namespace where the next element will be.
  @inline(__always)
  private func isDeclared(_ namespace: XMLNamespace) -> Bool {
    var index = declared.count
    while index > 0 {
      index &-= 1
      if declared[index].prefix == namespace.prefix { return declared[index].uri == namespace.uri }
    }
    return false
  }

  private mutating func appendDeclaration(of namespace: XMLNamespace) {
    bytes.append(" xmlns:")
    append(namespace.prefix)
    bytes.append("=\"")
    droppedCharacters &+= XMLText.appendAttribute(namespace.uri, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func appendAttribute(_ name: StaticString, _ value: String) {
    bytes.append(UInt8(ascii: " "))
    bytes.append(name)
    bytes.append("=\"")
    droppedCharacters &+= XMLText.appendAttribute(value, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// A line break and the indentation of an element that would begin here.
  @inline(__always)
  private mutating func newLine() {
    let depth = baseDepth &+ open.count
    if depth == 0, bytes.isEmpty { return }
    let lines: StaticString = "\n                                "
    bytes.append(
      contentsOf: UnsafeBufferPointer(
        start: lines.utf8Start,
        count: min(1 &+ 2 &* depth, lines.utf8CodeUnitCount)
      )
    )
  }

  @inline(__always)
  private mutating func append(_ text: String) {
    text.withBytes { bytes.append(contentsOf: $0) }
  }
}
