import CLibXML2

/// What libxml2's parser says, so that a person understands it.
enum ParserMessage {
  static func translate(
    _ error: xmlError,
    _ parser: xmlParserCtxtPtr?
  ) -> (kind: GrammarFinding.Kind, message: String) {
    let text = LibXMLMessages.firstLine(error.message)
    let node = parser?.pointee.node
    if Int(error.domain) == Int(XML_FROM_NAMESPACE.rawValue) {
      return (.namespace, text)
    }
    if text.contains("Huge input lookup") || text.contains("huge text node")
      || text.contains("too long") || text.contains("too big")
    {
      return (.limit, "text or markup larger than 10 MB, which many XML parsers refuse")
    }
    if text.contains("Excessive depth") {
      return (.limit, "elements nested deeper than 256, which many XML parsers refuse")
    }
    return (.wellFormedness, wellFormedness(error, text, node, parser))
  }

  /// Whether a fault is a reference to what nothing declares, or an ampersand that begins none.
  static func isUnknownReference(_ error: xmlError) -> Bool {
    switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY, XML_ERR_ENTITYREF_SEMICOL_MISSING:
      true
    case XML_ERR_NAME_REQUIRED:
      // A `<` that begins no tag has the same number.
      LibXMLMessages.firstLine(error.message).hasPrefix("xmlParseEntityRef")
    default: false
    }
  }

  private static func wellFormedness(
    _ error: xmlError,
    _ text: String,
    _ node: UnsafeMutablePointer<xmlNode>?,
    _ parser: xmlParserCtxtPtr?
  ) -> String {
    switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
    case XML_ERR_INVALID_ENCODING, XML_ERR_INVALID_CHAR:
      // Of control characters in CDATA, too, libxml2 says that they are not UTF-8.
      if let control = control(parser) { return control }
      guard text.hasPrefix("Input is not proper UTF-8") else { return text }
      return "bytes that are not UTF-8, in a document that declares no other encoding"
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      return text + "; XML itself knows amp, lt, gt, quot and apos only"
    case XML_ERR_TAG_NAME_MISMATCH:
      // libxml2's line is not that of the document, out of which text was left.
      guard let node, let end = lastWord(text) else { return text }
      guard let inner = innerName(parser, node) else {
        return "the end tag </\(end)> does not match "
          + "<\(NodePath.name(of: node))> of line \(NodePlace(node).line)"
      }
      return "the end tag </\(end)> does not match <\(inner)>"
    case XML_ERR_TAG_NOT_FINISHED:
      guard let node else { return text }
      return "the document ends inside of \(innerName(parser, node) ?? NodePath.name(of: node))"
    case XML_ERR_DOCUMENT_EMPTY:
      return "the document is empty, or does not begin with markup"
    case XML_ERR_DOCUMENT_END where parser?.pointee.myDoc?.pointee.children == nil:
      return "the document is empty, or ends before its root element"
    case XML_ERR_DOCUMENT_END where node != nil:
      return "the document ends inside of \(node.map { NodePath.name(of: $0) } ?? "")"
    default:
      let internalError = "internal error: "
      if text.hasPrefix(internalError) { return String(text.dropFirst(internalError.count)) }
      return text.isEmpty ? "not well-formed" : text
    }
  }

  /// The local name of the element that is open, if it has no node of its own.
  private static func innerName(
    _ parser: xmlParserCtxtPtr?,
    _ node: UnsafeMutablePointer<xmlNode>
  ) -> String? {
    guard let name = parser?.pointee.name, xmlStrEqual(name, node.pointee.name) == 0 else {
      return nil
    }
    return String(cString: name)
  }

  private static func lastWord(_ text: String) -> Substring? {
    text.split(separator: " ").last
  }

  /// Says which character the parser stumbled over, if it is one that XML forbids.
  private static func control(_ parser: xmlParserCtxtPtr?) -> String? {
    guard let input = parser?.pointee.input, let byte = input.pointee.cur?.pointee,
      input.pointee.cur < input.pointee.end, byte < 0x20
    else { return nil }
    let digits = String(byte, radix: 16, uppercase: true)
    let padding = String(repeating: "0", count: 4 - digits.count)
    return "the character U+\(padding)\(digits), which XML does not allow"
  }
}
