import FeedModel
import FeedXML

/// An element as checks see it: its start tag, and at its end what stood in it.
struct ElementRecord {
  /// An attribute as written.
  struct Attribute {
    /// The local name.
    let name: String
    /// The namespace's URI; empty for none.
    let namespace: String
    /// The name with its prefix.
    let qualifiedName: String
    /// The value.
    let value: String
    /// Where the value begins.
    let position: SourcePosition
    /// Where the name begins.
    let namePosition: SourcePosition
  }

  /// The namespace's URI, the one that is meant where it was misspelt; empty for none.
  let namespace: String
  /// The local name.
  let name: String
  /// The name with its prefix.
  let qualifiedName: String
  /// What it is to its children.
  let role: Role
  /// What its parent is to it.
  let parentRole: Role
  /// Its parent's local name.
  let parentName: String
  /// Where its `<` is.
  let position: SourcePosition
  /// Its attributes in order, namespace declarations left out.
  let attributes: [Attribute]
  /// The base that `xml:base` gives it; `nil` for that of the document.
  let base: String?
  /// Its text, with white space at both ends taken off; empty at its start.
  var text = ""
  /// Where its text begins.
  var textPosition: SourcePosition?
  /// How often each child stood in it, by namespace and local name; empty at its start.
  var children: [ChildCount] = []

  /// How often a child stood in an element.
  struct ChildCount {
    let namespace: String
    let name: String
    var count: Int
  }

  /// The value of an attribute without a namespace.
  func attribute(_ name: String, in namespace: String = "") -> Attribute? {
    attributes.first { $0.name == name && $0.namespace == namespace }
  }

  /// A reference as an absolute address, as far as `xml:base` makes it one.
  func resolve(_ reference: String) -> String {
    guard let base, let url = BaseURL(base) else { return reference }
    return url.resolve(reference)
  }

  /// How often a child stood in it.
  func count(of name: String, in namespace: String? = nil) -> Int {
    let namespace = namespace ?? self.namespace
    return children.first { $0.name == name && $0.namespace == namespace }?.count ?? 0
  }

  /// Whether a child stood in it.
  func has(_ name: String, in namespace: String? = nil) -> Bool {
    count(of: name, in: namespace) > 0
  }
}
