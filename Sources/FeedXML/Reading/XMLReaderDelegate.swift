/// What is told of a document's parts, in document order.
///
/// Start and end tags are balanced whatever the document does: what was never closed is closed where
/// an element around it is, and end tags without a start are left out.
public protocol XMLReaderDelegate: AnyObject {
  /// A start tag, whose attributes are valid during the call only.
  func startElement(_ tag: borrowing XMLStartTag)
  /// The end of the innermost open element, written or not.
  func endElement(_ name: XMLName)
  /// Character data of the innermost open element, in as many pieces as the reader likes; valid
  /// during the call only.
  func text(_ piece: XMLTextPiece)
  /// A document type declaration. Nothing of it is ever loaded.
  func documentType(name: String, publicID: String?, systemID: String?)
  /// A processing instruction, such as `xml-stylesheet`.
  func processingInstruction(target: String, data: String)
  /// Something that is wrong with the document as XML.
  func problem(_ problem: XMLProblem)
}

extension XMLReaderDelegate {
  /// Most do not care.
  public func documentType(name: String, publicID: String?, systemID: String?) {}
  /// Most do not care.
  public func processingInstruction(target: String, data: String) {}
}

/// A piece of character data.
public struct XMLTextPiece {
  /// How it was written.
  public enum Kind: Sendable {
    /// As it is.
    case plain
    /// As a character or entity reference.
    case reference
    /// As a hexadecimal character reference: `&#x3C;`.
    case hexadecimalReference
    /// In a CDATA section.
    case cdata
  }

  /// The text, references resolved and line ends normalised.
  public let bytes: UnsafeBufferPointer<UInt8>
  /// How it was written.
  public let kind: Kind
  /// Where in the document it begins: 0-based byte of the document as UTF-8.
  public let offset: Int
  /// Where it ends. Text that does not begin there has something else before it.
  public let end: Int
}
