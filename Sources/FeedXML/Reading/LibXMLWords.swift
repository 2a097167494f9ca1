import CLibXML2

/// What libxml2 finds wrong, in words; by its code, as its own words are for those who know its
/// source. References, tags and what stands outside of the root element never come so far: see
/// ``MarkupScanner``.
enum LibXMLWords {
  /// What there are own words for.
  static func kind(_ code: xmlParserErrors) -> XMLProblem.Kind? {
    switch code {
    case XML_ERR_VERSION_MISSING, XML_ERR_XMLDECL_NOT_STARTED, XML_ERR_XMLDECL_NOT_FINISHED,
      XML_ERR_ENCODING_NAME, XML_ERR_MISSING_ENCODING, XML_ERR_STANDALONE_VALUE,
      XML_ERR_EQUAL_REQUIRED, XML_ERR_STRING_NOT_STARTED, XML_ERR_STRING_NOT_CLOSED:
      .declarationBroken
    case XML_ERR_RESERVED_XML_NAME: .declarationInside
    case XML_ERR_HYPHEN_IN_COMMENT: .hyphensInComment
    case XML_ERR_MISPLACED_CDATA_END: .sectionEndInText
    case XML_ERR_COMMENT_NOT_FINISHED: .sectionUnclosed(.comment)
    case XML_ERR_PI_NOT_FINISHED: .sectionUnclosed(.instruction)
    case XML_ERR_CDATA_NOT_FINISHED: .sectionUnclosed(.cdata)
    default: nil
    }
  }

  /// A whole sentence.
  static func sentence(_ code: xmlParserErrors, tag: String) -> String {
    switch code {
    case XML_ERR_ATTRIBUTE_NOT_STARTED, XML_ERR_ATTRIBUTE_NOT_FINISHED,
      XML_ERR_ATTRIBUTE_WITHOUT_VALUE, XML_ERR_LT_IN_ATTRIBUTE, XML_ERR_GT_REQUIRED,
      XML_ERR_NAME_REQUIRED, XML_ERR_LTSLASH_REQUIRED, XML_ERR_TAG_NAME_MISMATCH,
      XML_ERR_TAG_NOT_FINISHED, XML_ERR_INTERNAL_ERROR:
      tag.isEmpty ? "the markup is not well-formed" : "the tag \(tag) is not well-formed"
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF, XML_ERR_INVALID_DEC_CHARREF,
      XML_ERR_INVALID_HEX_CHARREF, XML_ERR_INVALID_ENCODING:
      "a character stands here that XML does not allow"
    case XML_ERR_ENTITYREF_NO_NAME, XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_UNDECLARED_ENTITY,
      XML_WAR_UNDECLARED_ENTITY:
      "a reference stands here to an entity that nothing declares"
    case XML_ERR_DOCUMENT_START, XML_ERR_DOCUMENT_EMPTY: "the document has no root element"
    case XML_ERR_DOCUMENT_END, XML_ERR_EXTRA_CONTENT:
      "something stands behind the end of the document"
    case XML_ERR_PI_NOT_STARTED: "a processing instruction has no name behind its <?"
    case XML_ERR_NO_MEMORY: "there is no memory for more of the document"
    case XML_ERR_SPACE_REQUIRED:
      "white space is missing in the XML declaration, the document type or an instruction"
    default: "the document type declaration is not well-formed"
    }
  }

  /// Of Namespaces in XML.
  static func namespaceSentence(
    _ code: xmlParserErrors,
    prefix: String?,
    name: String
  ) -> String {
    switch code {
    case XML_NS_ERR_XML_NAMESPACE:
      prefix.map { "the prefix \($0) is declared with no namespace" }
        ?? "a prefix or namespace is declared that XML keeps for itself"
    case XML_NS_ERR_QNAME, XML_NS_ERR_COLON: "the name \(name) has a colon that ends no prefix"
    case XML_NS_ERR_EMPTY: "the prefix \(prefix ?? name) is declared with no namespace"
    default: "a namespace is declared with what is no address"
    }
  }

  /// Whether libxml2 refuses the document for its size.
  static func isLimit(_ text: String) -> Bool {
    text.contains("Huge input lookup") || text.contains("huge text node")
      || text.contains("too long") || text.contains("too big")
  }
}
