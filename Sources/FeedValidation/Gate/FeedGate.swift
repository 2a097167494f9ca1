import FeedXML

/// The last check before a document is published: it is parsed and held against its format's
/// grammar, by other code than that which wrote it. Push-fed; memory does not grow with the
/// number of entries. One gate a document, on one thread at a time; any number of gates at once.
public final class FeedGate {
  /// What a document is meant to be.
  public enum Kind: String, Sendable, CaseIterable {
    /// RSS 2.0.
    case rss
    /// An Atom 1.0 feed document.
    case atom
    /// OPML 2.0.
    case opml
    /// JSON Feed 1.1.
    case jsonFeed
  }

  private enum Checker {
    case xml(GrammarChecker)
    case json(JSONFeedChecker)
  }

  private let checker: Checker

  /// A gate for one document of a kind.
  public init(kind: Kind) {
    switch kind {
    case .rss: checker = .xml(GrammarChecker(plan: FeedGrammars.rss))
    case .atom: checker = .xml(GrammarChecker(plan: FeedGrammars.atom))
    case .opml: checker = .xml(GrammarChecker(plan: FeedGrammars.opml))
    case .jsonFeed: checker = .json(JSONFeedChecker(gate: ()))
    }
  }

  /// Takes the document's next bytes.
  public func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch checker {
    case .xml(let checker): checker.consume(bytes)
    case .json(let checker): checker.consume(bytes)
    }
  }

  /// Ends the document. Empty if it may pass.
  public func finish() -> [Diagnostic] {
    switch checker {
    case .xml(let checker): checker.finish().map(Diagnostic.init)
    case .json(let checker): checker.finish()
    }
  }
}

extension Diagnostic {
  /// What a grammar has against a document is an error.
  init(_ finding: GrammarFinding) {
    self.init(
      rule: finding.rule,
      severity: .error,
      message: finding.message,
      line: finding.line,
      column: finding.column,
      path: finding.path,
      element: finding.element,
      attribute: finding.attribute,
      entryIndex: finding.entryIndex
    )
  }
}

extension GrammarFinding {
  fileprivate var rule: String {
    switch kind {
    case .wellFormedness: "xml-well-formed"
    case .namespace: "xml-namespace"
    case .documentType: "xml-doctype"
    case .limit: "xml-limit"
    case .grammar: "grammar"
    }
  }
}
