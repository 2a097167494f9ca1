import CLibXML2

/// The namespaces of prefixes that a document does not declare: those for which the prefixes are
/// customary, as feed readers go by the prefix, too.
struct UndeclaredPrefixes {
  /// What the namespace of a prefix begins with of which no custom is known. No such element is one
  /// of the format's own.
  static let unknown = "urn:undeclared-prefix:"

  private var namespaces: [UnsafePointer<UInt8>: UnsafePointer<UInt8>] = [:]

  /// The namespace of an interned prefix, interned as well.
  mutating func namespace(
    _ prefix: UnsafePointer<UInt8>,
    _ parser: xmlParserCtxtPtr?
  ) -> UnsafePointer<UInt8>? {
    if let known = namespaces[prefix] { return known }
    let name = String(cString: prefix)
    let uri = KnownNamespaces.shared.entry(prefix: name)?.namespace ?? Self.unknown + name
    let bytes = Array(uri.utf8)
    let interned = bytes.withUnsafeBufferPointer {
      xmlDictLookup(parser?.pointee.dict, $0.baseAddress, Int32(clamping: $0.count))
    }
    namespaces[prefix] = interned
    return interned
  }
}

extension XMLName {
  /// Whether nothing declares the name's prefix, and no custom says what it stands for.
  public var isOfUnknownPrefix: Bool {
    namespaceURI.hasPrefix(UndeclaredPrefixes.unknown)
  }
}
