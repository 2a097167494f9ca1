import FeedXML

/// Mends in documents what can be mended without a guess.
///
/// Every pass validates the document, edits what has a fix, and validates the outcome. A pass that
/// brings an error in that was not there is taken back, and the rule to blame is left alone. Edits
/// that overlap wait for the next pass; there are at most ``mostPasses``.
public struct FeedFixer: Sendable {
  /// How often a document is edited at most.
  public static let mostPasses = 16

  private let settings: ValidationSettings

  /// A fixer that mends what these settings find: of rules that are off nothing, and of notes
  /// nothing.
  public init(_ settings: ValidationSettings) {
    var settings = settings
    // What is not told is not mended.
    settings.mostOfARule = max(settings.mostOfARule, 100_000)
    self.settings = settings
  }

  /// Mends a document.
  public func fix(_ document: [UInt8]) -> FixedDocument {
    let report = validate(document)
    var result = FixedDocument(document: document, report: report)
    guard FixPlanner.isOfUse(for: report) else { return result }
    var planner = FixPlanner(document, settings)
    guard planner.obstacle == nil else {
      result.obstacle = planner.obstacle
      return result
    }
    var text = EditedText(planner.text)
    var rejected: Set<String> = []
    while result.passes < Self.mostPasses {
      let planned = planner.fixes(for: result.report, includesUntold: true)
      let fixes = Self.compatible(planned, but: rejected)
      guard !fixes.isEmpty else { break }
      if let next = step(planner, result.report, fixes) {
        text.apply(next.edits)
        planner = FixPlanner(next.document, settings)
        result.take(next.document, next.report, fixes.map(\.rule))
        continue
      }
      let rules = Set(fixes.map(\.rule)).sorted()
      var culprits = rules.filter { rule in
        step(planner, result.report, fixes.filter { $0.rule == rule }) == nil
      }
      // Each is fine alone: one has its turn now, and the others in the passes after it.
      if culprits.isEmpty { culprits = Array(rules.dropFirst()) }
      rejected.formUnion(culprits)
    }
    result.rejected = rejected
    result.text = text
    return result
  }

  /// What comes of fixes; `nil` if that has an error more, if a rule finds as much as before, or if it
  /// cannot be written.
  private func step(
    _ planner: FixPlanner,
    _ before: ValidationReport,
    _ fixes: [FixPlanner.Planned]
  ) -> (document: [UInt8], report: ValidationReport, edits: [TextEdit])? {
    let edits = fixes.flatMap(\.fix.edits).sorted { $0.range.lowerBound < $1.range.lowerBound }
    var text = EditedText(planner.text)
    text.apply(edits)
    guard let document = planner.document(text.text) else { return nil }
    let report = validate(document)
    guard report.kind == before.kind, report.entries == before.entries,
      !report.hasMoreErrors(than: before),
      fixes.allSatisfy({ report.hasLess(of: $0.rule, than: before) })
    else { return nil }
    return (document, report, edits)
  }

  /// Fixes that do not touch each other; of two that do the first.
  private static func compatible(
    _ fixes: [FixPlanner.Planned],
    but rejected: Set<String>
  ) -> [FixPlanner.Planned] {
    var taken: [FixPlanner.Planned] = []
    var ranges = RangeSet()
    for planned in fixes {
      let edits = planned.fix.edits
      guard !rejected.contains(planned.rule), !edits.contains(where: { ranges.touches($0.range) })
      else { continue }
      for edit in edits { ranges.insert(edit.range) }
      taken.append(planned)
    }
    return taken
  }

  private func validate(_ document: [UInt8]) -> ValidationReport {
    let validator = FeedValidator(settings)
    document.withUnsafeBufferPointer { validator.consume($0) }
    return validator.finish()
  }
}

/// A document that was mended, as far as it could be.
public struct FixedDocument: Sendable {
  /// The document's bytes.
  public private(set) var document: [UInt8]
  /// What is left to be said of it.
  public private(set) var report: ValidationReport
  /// What was to be said of it before.
  public let before: ValidationReport
  /// How often each rule's findings were mended, by its id.
  public private(set) var mended: [String: Int] = [:]
  /// How often the document was edited.
  public private(set) var passes = 0
  /// Why nothing could be mended though there is something to mend; `nil` if that is not so.
  public internal(set) var obstacle: String?
  var text: EditedText?
  /// The rules whose fixes would have brought an error in.
  var rejected: Set<String> = []

  init(document: [UInt8], report: ValidationReport) {
    self.document = document
    self.report = report
    before = report
  }

  mutating func take(_ document: [UInt8], _ report: ValidationReport, _ rules: [String]) {
    self.document = document
    self.report = report
    for rule in rules { mended[rule, default: 0] += 1 }
    passes += 1
  }

  /// Whether anything was edited.
  public var isChanged: Bool { passes > 0 }

  /// What was edited, as a unified diff with three lines around each change; nothing where nothing
  /// was. Text is in UTF-8 whatever the document is in.
  ///
  /// - Parameters:
  ///   - name: The document's path.
  ///   - style: Colours or none.
  ///   - isHarmless: Whether what a terminal would obey is shown instead.
  public func diff(name: String, style: TerminalStyle, isHarmless: Bool) -> [UInt8] {
    guard let text, isChanged else { return [] }
    return UnifiedDiff(text, style: style, isHarmless: isHarmless).bytes(name: name)
  }
}

extension ValidationReport {
  /// Whether some rule finds more errors than it found in another version of the document.
  func hasMoreErrors(than other: ValidationReport) -> Bool {
    let errors = Set(diagnostics.lazy.filter { $0.severity == .error }.map(\.rule))
    return errors.contains { counts[$0, default: 0] > other.counts[$0, default: 0] }
  }
}

extension ValidationReport {
  /// Whether a rule finds less than it found before, or more than the reader tells of.
  fileprivate func hasLess(of rule: String, than other: ValidationReport) -> Bool {
    let before = other.counts[rule, default: 0]
    let references = [Rule.xmlNotWellFormed.id, Rule.xmlEntityUndefined.id]
    if references.contains(rule) {
      let told = references.reduce(0) { $0 + other.counts[$1, default: 0] }
      if told >= XMLReader.mostProblems { return true }
    }
    return counts[rule, default: 0] < before
  }
}

/// Ranges of bytes, for whether another touches one of them.
private struct RangeSet {
  /// Sorted; none touches another.
  private var ranges: [Range<Int>] = []

  private func firstEnding(atOrAfter offset: Int) -> Int {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Ranges that meet at their ends do, as an insertion there could be meant for either side.
  func touches(_ range: Range<Int>) -> Bool {
    let index = firstEnding(atOrAfter: range.lowerBound)
    return index < ranges.count && ranges[index].lowerBound <= range.upperBound
  }

  mutating func insert(_ range: Range<Int>) {
    ranges.insert(range, at: firstEnding(atOrAfter: range.lowerBound))
  }
}
