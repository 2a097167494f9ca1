import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// An element as an independent parser sees it.
final class XMLTree {
  let name: String
  let namespace: String
  let attributes: [String: String]
  /// The namespaces that are declared on the element, by prefix.
  let declarations: [String: String]
  fileprivate(set) var text = ""
  fileprivate(set) var children: [XMLTree] = []

  fileprivate init(
    name: String,
    namespace: String,
    attributes: [String: String],
    declarations: [String: String]
  ) {
    self.name = name
    self.namespace = namespace
    self.attributes = attributes
    self.declarations = declarations
  }

  /// The root of a document; an error if it is not well-formed with regard to namespaces.
  static func parse(_ bytes: [UInt8]) throws -> XMLTree {
    let reader = Reader()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.shouldReportNamespacePrefixes = true
    parser.delegate = reader
    guard parser.parse(), reader.problem == nil, let root = reader.root else {
      throw Malformed(
        problem: reader.problem ?? parser.parserError.map { "\($0)" } ?? "no root",
        line: parser.lineNumber
      )
    }
    return root
  }

  struct Malformed: Error {
    let problem: String
    let line: Int
  }

  /// The children with a prefix as in the list of namespaces, `dc:creator`; none for no namespace.
  func all(_ name: String) -> [XMLTree] {
    children.filter { $0.qualifiedName == name }
  }

  subscript(_ name: String) -> XMLTree? { all(name).first }

  /// The texts of the children with a name.
  func texts(_ name: String) -> [String] { all(name).map(\.text) }

  /// The first of several names down the tree.
  subscript(path path: String...) -> XMLTree? {
    path.reduce(self as XMLTree?) { $0?[$1] }
  }

  /// The element and all below it.
  var all: [XMLTree] { [self] + children.flatMap(\.all) }

  private var qualifiedName: String {
    guard !namespace.isEmpty else { return name }
    return (Self.prefixes[namespace] ?? "?") + ":" + name
  }

  /// Written out again, so that the parser does not trust the list of the writers.
  private static let prefixes = [
    "http://www.w3.org/2005/Atom": "atom",
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/syndication/history/1.0": "fh",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://search.yahoo.com/mrss/": "media",
    "https://podcastindex.org/namespace/1.0": "podcast",
    "http://purl.org/rss/1.0/modules/slash/": "slash",
    "http://source.scripting.com/": "source",
    "http://purl.org/rss/1.0/modules/syndication/": "sy",
    "http://purl.org/syndication/thread/1.0": "thr",
    "http://wellformedweb.org/CommentAPI/": "wfw",
  ]

  private final class Reader: NSObject, XMLParserDelegate {
    var root: XMLTree?
    var problem: String?
    private var open: [XMLTree] = []
    private var declarations: [String: String] = [:]

    func parser(
      _ parser: XMLParser,
      didStartMappingPrefix prefix: String,
      toURI uri: String
    ) {
      declarations[prefix] = uri
    }

    func parser(
      _ parser: XMLParser,
      didStartElement name: String,
      namespaceURI: String?,
      qualifiedName: String?,
      attributes: [String: String]
    ) {
      if let qualifiedName, qualifiedName.contains(":"), (namespaceURI ?? "").isEmpty {
        problem = "undeclared prefix: \(qualifiedName)"
      }
      for attribute in attributes.keys
      where attribute.contains(":") && !attribute.hasPrefix("xml:") {
        problem = "unexpected prefix: \(attribute)"
      }
      let element = XMLTree(
        name: name,
        namespace: namespaceURI ?? "",
        attributes: attributes.filter { !$0.key.hasPrefix("xmlns") },
        declarations: declarations
      )
      declarations = [:]
      open.last?.children.append(element)
      if root == nil { root = element }
      open.append(element)
    }

    func parser(
      _ parser: XMLParser,
      didEndElement name: String,
      namespaceURI: String?,
      qualifiedName: String?
    ) {
      open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
      open.last?.text += string
    }

    func parser(_ parser: XMLParser, foundCDATA data: Data) {
      open.last?.text += String(decoding: data, as: UTF8.self)
    }

    func parser(_ parser: XMLParser, parseErrorOccurred error: any Error) {
      problem = problem ?? "\(error)"
    }
  }
}
