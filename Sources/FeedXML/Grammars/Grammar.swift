import CLibXML2

/// A RELAX NG grammar (XML syntax), compiled by libxml2. Compiled once it may be used by any number
/// of checks at the same time: libxml2 only reads it.
///
/// What libxml2 2.9 gets wrong, and a grammar must therefore avoid:
/// - an `interleave` inside an `interleave` of the same element (also through `ref`): the inner one
///   relinks the children that the outer one has sorted, and valid documents are refused;
/// - name classes that are a `choice`: "Unimplemented block" on standard error;
/// - optional attributes in a group: it goes on with every subset of them, 2ⁿ; in an `interleave` it
///   goes on with the one that leaves the fewest;
/// - `pattern` facets: 12 µs a value.
public final class Grammar: @unchecked Sendable {  // Only read after init; see above.
  let schema: xmlRelaxNGPtr

  /// Compiles `text`, the bytes of a self-contained grammar (no `include`, no `externalRef`).
  /// Throws ``GrammarError`` with libxml2's first complaint.
  public init(text: [UInt8]) throws(GrammarError) {
    LibXMLStart.once()
    Grammar.types
    let messages = LibXMLMessages()
    let compiled = withExtendedLifetime(messages) { Grammar.compile(text, messages) }
    guard let compiled, messages.all.isEmpty else {
      if let compiled { xmlRelaxNGFree(compiled) }
      let first = messages.all.first
      throw GrammarError(
        message: first?.text ?? "libxml2 could not compile the grammar",
        line: first?.line ?? 0
      )
    }
    schema = compiled
  }

  /// libxml2 makes its data types ready with the first grammar, without a look at other threads that
  /// do the same: one of them would be refused, with a word on standard error.
  private static let types: Void = {
    xmlSchemaInitTypes()
    xmlRelaxNGInitTypes()
  }()

  deinit {
    xmlRelaxNGFree(schema)
  }

  private static func compile(_ text: [UInt8], _ messages: LibXMLMessages) -> xmlRelaxNGPtr? {
    guard let parser = xmlNewParserCtxt() else { return nil }
    defer { xmlFreeParserCtxt(parser) }
    let sink = Unmanaged.passUnretained(messages).toOpaque()
    // xmlRelaxNGNewMemParserCtxt would parse with the global handler, which prints.
    parser.pointee._private = sink
    parser.pointee.sax.pointee.serror = { context, error in
      guard let context else { return }
      let parser = context.assumingMemoryBound(to: xmlParserCtxt.self)
      LibXMLMessages.handler(parser.pointee._private, error)
    }
    let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
    let document = text.withUnsafeBytes { bytes in
      xmlCtxtReadMemory(
        parser,
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(clamping: bytes.count),
        nil,
        nil,
        options
      )
    }
    guard let document else { return nil }
    defer { xmlFreeDoc(document) }
    // Works on its own copy of the document.
    guard let compiler = xmlRelaxNGNewDocParserCtxt(document) else { return nil }
    defer { xmlRelaxNGFreeParserCtxt(compiler) }
    xmlRelaxNGSetParserStructuredErrors(compiler, LibXMLMessages.handler, sink)
    return xmlRelaxNGParse(compiler)
  }
}

/// Why a grammar could not be compiled: a programmer's error, for grammars come with the program.
public struct GrammarError: Error, Equatable, CustomStringConvertible {
  /// libxml2's first message.
  public var message: String
  /// 1-based line in the grammar's text; 0 where unknown.
  public var line: Int

  /// The message with its line.
  public var description: String {
    line > 0 ? "grammar line \(line): \(message)" : "grammar: \(message)"
  }
}
