import FeedModel
import FeedXML
import Foundation

@testable import FeedValidation

/// What the vocabularies, with the rules that say what no table can, and what a grammar have against
/// the structure of one document.
struct Verdicts {
  let kind: FeedKind
  /// Everything that rules said.
  let told: [Diagnostic]
  /// What of it a grammar has to say, too.
  let structure: [Diagnostic]
  let grammar: [GrammarFinding]
  /// Whether the grammar has seen the whole document, and said all it has to say.
  let isWhole: Bool

  /// The rules that say what a grammar can say: what is missing, repeated, misplaced or unknown.
  static let rules: Set<String> = [
    "attribute-missing", "attribute-unexpected", "blink-undefined", "content-not-empty",
    "content-or-alternate-missing", "description-missing", "element-duplicate", "element-missing",
    "element-not-empty", "element-undefined", "item-misplaced", "item-without-text", "link-missing",
    "link-without-href", "markup-not-escaped", "outline-address-missing",
    "outline-attribute-unknown", "outline-feed-missing", "text-unexpected", "title-missing",
    "xhtml-div-missing",
  ]

  /// `nil` for a document of which there is no grammar.
  init?(_ bytes: [UInt8]) {
    var settings = ValidationSettings(
      now: 1_719_792_000,
      severities: ["grammar": nil as Diagnostic.Severity?]
    )
    settings.mostOfARule = .max
    let validator = FeedValidator(settings)
    bytes.withUnsafeBufferPointer { validator.consume($0) }
    let report = validator.finish()
    guard let plan = FeedGrammars.plan(for: report.kind) else { return nil }
    kind = report.kind
    told = report.diagnostics
    let checker = GrammarChecker(plan: plan, duty: .secondOpinion)
    let decoder = XMLTextDecoder(charset: nil, dropsForbiddenCharacters: true)
    var text: [UInt8] = []
    bytes.withUnsafeBufferPointer { bytes in
      decoder.decode(bytes, isLast: true) { piece, position in
        if text.isEmpty { checker.begin(at: position) }
        text += piece
        checker.consume(piece)
      }
    }
    grammar = checker.finish()
    isWhole = !checker.isStopped && grammar.count < GrammarChecker.mostFindings
    let errors = report.diagnostics.filter {
      Verdicts.rules.contains($0.rule) && $0.severity == .error
    }
    guard !errors.isEmpty else {
      structure = []
      return
    }
    let prefixes = Verdicts.prefixes(String(decoding: text, as: UTF8.self))
    let described = Set(plan.namespaces + plan.entryPath.map(\.namespace) + [""])
    structure = errors.filter { diagnostic in
      let name = diagnostic.element ?? ""
      let prefix = name.contains(":") ? String(name.prefix { $0 != ":" }) : ""
      return described.contains(prefixes[prefix] ?? "")
    }
  }

  private static func prefixes(_ text: String) -> [String: String] {
    var found: [String: String] = [:]
    for match in text.matches(of: /xmlns(?::([A-Za-z0-9_.\-]+))?\s*=\s*["']([^"']*)["']/) {
      found[match.output.1.map(String.init) ?? ""] = String(match.output.2)
    }
    return found
  }

  /// A word that one side said and the other did not.
  struct Difference: CustomStringConvertible {
    enum Side: String { case rules, grammar }

    var side: Side
    /// The rule, or the grammar's message.
    var word: String
    var element: String
    /// The name of the element around it, as written; "" for the root.
    var parent: String

    var description: String { "\(side)\t\(word)\t\(element)\t\(parent)" }
  }

  var differences: [Difference] {
    var differences: [Difference] = []
    var places = SpokenPlaces()
    for diagnostic in told {
      places.add(SourcePosition(offset: 0, line: diagnostic.line, column: diagnostic.column))
    }
    for finding in grammar where !places.cover(finding) {
      let path = Self.path(finding.path)
      differences.append(
        Difference(
          side: .grammar,
          word: finding.message,
          element: finding.element ?? "",
          parent: path.dropLast().last ?? ""
        )
      )
    }
    guard isWhole else { return differences }
    for diagnostic in structure where !isTold(diagnostic) {
      let path = Self.path(diagnostic.path)
      let element = diagnostic.element ?? ""
      differences.append(
        Difference(
          side: .rules,
          word: diagnostic.rule,
          element: element,
          parent: (path.last == element ? path.dropLast().last : path.last) ?? ""
        )
      )
    }
    return differences
  }

  /// Whether the grammar spoke of the same entry, or of what is around entries.
  private func isTold(_ diagnostic: Diagnostic) -> Bool {
    // The outlines of OPML are entries to the grammar only.
    if case .opml = kind { return !grammar.isEmpty }
    return grammar.contains { $0.entryIndex == diagnostic.entryIndex }
  }

  private static func path(_ path: String?) -> [String] {
    (path ?? "").split(separator: "/").map { String($0.prefix { $0 != "[" }) }
  }
}
