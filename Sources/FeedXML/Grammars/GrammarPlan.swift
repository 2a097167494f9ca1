/// What a ``GrammarChecker`` has to know about a kind of document.
public struct GrammarPlan: Sendable {
  /// An element's local name and namespace ("" for none).
  public struct Name: Sendable, Equatable {
    /// Without prefix.
    public var local: String
    /// The namespace's name; "" for none.
    public var namespace: String

    /// A name in a namespace, or in none.
    public init(_ local: String, in namespace: String = "") {
      self.local = local
      self.namespace = namespace
    }
  }

  /// Which part of a document a grammar is for.
  public enum Part: Sendable {
    /// The document without its entries.
    case skeleton
    /// One entry.
    case entry
  }

  /// From the root element to the entry, such as `rss`, `channel`, `item`.
  public var entryPath: [Name]
  /// The fewest entries that a document may have.
  public var fewestEntries: Int
  /// Elements that hold elements only, besides those of ``entryPath``: text in them
  /// is told from a missing element, which is what libxml2 would call it.
  public var elementsOnly: [Name]
  /// What to say instead of "X has no Y", where Y is only one of several that would do: the key is
  /// `X/Y`, local names.
  public var missing: [String: String]
  /// Namespaces whose elements the grammars describe, at most 64.
  public var namespaces: [String]
  /// Namespaces of attributes that the grammars name. Attributes of others are passed over, as they may
  /// stand on any element.
  public var attributeNamespaces: [String]
  /// The grammar of a part, for documents that use those of ``namespaces`` there whose bits are set.
  /// Asked whenever a document uses one more.
  public var grammar: @Sendable (Part, UInt64) throws(GrammarError) -> Grammar

  /// See the properties.
  public init(
    entryPath: [Name],
    fewestEntries: Int = 0,
    elementsOnly: [Name] = [],
    missing: [String: String] = [:],
    namespaces: [String] = [],
    attributeNamespaces: [String] = [],
    grammar: @escaping @Sendable (Part, UInt64) throws(GrammarError) -> Grammar
  ) {
    self.entryPath = entryPath
    self.fewestEntries = fewestEntries
    self.elementsOnly = elementsOnly
    self.missing = missing
    self.namespaces = namespaces
    self.attributeNamespaces = attributeNamespaces
    self.grammar = grammar
  }

  /// Whether either of two elements would do in the same place.
  func isAlternative(_ a: String, _ b: String) -> Bool {
    missing.contains { first in
      first.key.hasSuffix("/" + a)
        && missing.contains { $0.key.hasSuffix("/" + b) && $0.value == first.value }
    }
  }
}
