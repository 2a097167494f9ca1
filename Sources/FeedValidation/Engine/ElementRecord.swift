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

  private let frame: Frame
  private let parent: Frame?

  init(_ frame: Frame, in parent: Frame?) {
    self.frame = frame
    self.parent = parent
  }

  /// The namespace's URI, the one that is meant where it was misspelt; empty for none.
  var namespace: String { frame.name.namespace }
  /// The local name.
  var name: String { frame.name.local }
  /// The name with its prefix.
  var qualifiedName: String { frame.name.qualified }
  /// What it is to its children.
  var role: Role { frame.role }
  /// What its parent is to it.
  var parentRole: Role { parent?.role ?? .document }
  /// Its parent's local name.
  var parentName: String { parent?.name.local ?? "" }
  /// Where its `<` is.
  var position: SourcePosition { frame.position }
  /// Its attributes in order, namespace declarations left out.
  var attributes: [Attribute] { frame.attributes }
  /// The base that `xml:base` gives it; `nil` for that of the document.
  var base: String? { frame.base }
  /// Its text, with white space at both ends taken off; empty at its start.
  var text = ""
  /// Where its text begins.
  var textPosition: SourcePosition?
  /// How often each child stood in it so far, by namespace and local name.
  var children: [ChildCount] { frame.children }

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
