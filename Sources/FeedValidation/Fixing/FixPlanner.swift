import FeedModel
import FeedXML

/// Works out how a document can be edited to mend what was found.
///
/// Findings know what was wrong; where the bytes are that have to change is looked for here, once a
/// document is known to need it. A document without such findings costs nothing.
public struct FixPlanner {
  /// Larger documents are not mended: they have to be held in memory, three times over.
  public static let largestDocument = 256 << 20

  /// Why a document cannot be mended; `nil` if it can.
  public private(set) var obstacle: String?

  private let settings: ValidationSettings
  private let codec: DocumentCodec?

  /// A planner for a document.
  public init(_ document: [UInt8], _ settings: ValidationSettings) {
    self.settings = settings
    guard document.count <= Self.largestDocument else {
      codec = nil
      obstacle = "it is larger than \(Self.largestDocument >> 20) MB"
      return
    }
    do throws(DocumentCodec.Obstacle) {
      codec = try DocumentCodec(document, charset: settings.charset)
    } catch {
      codec = nil
      switch error {
      case .bytesWithoutMeaning:
        obstacle = "it has bytes that mean nothing in its encoding, and would be lost"
      case .encodingHasState:
        obstacle = "in its encoding a byte's meaning depends on those before it"
      case .encodingUnknown:
        obstacle = "its encoding cannot be written on this system"
      }
    }
  }

  /// Whether one of the findings may have a fix, so that a planner is worth its while.
  public static func isOfUse(for report: ValidationReport) -> Bool {
    report.kind != .unknown && report.diagnostics.contains { mender(of: $0) != nil }
  }

  /// Errors and warnings are mended. A note is for somebody to decide, who can make it a warning.
  private static func mender(of diagnostic: Diagnostic) -> Mender? {
    diagnostic.severity >= .warning && diagnostic.line > 0
      ? Mender.byRule[diagnostic.rule] : nil
  }

  /// Gives the diagnostics of a report their fixes.
  public func addFixes(to report: inout ValidationReport) {
    guard let codec else { return }
    let plan = fixes(for: report)
    var places = EditPlaces(codec)
    let edits = plan.flatMap { $0.fix.edits }.map(\.range)
    places.measure(edits.flatMap { [$0.lowerBound, $0.upperBound] })
    for planned in plan {
      guard let index = planned.index else { continue }
      let fix = planned.fix
      report.diagnostics[index].fix = Fix(
        summary: fix.summary,
        edits: fix.edits.map {
          Fix.Edit(
            start: places.place(of: $0.range.lowerBound),
            end: places.place(of: $0.range.upperBound),
            replacement: String(decoding: $0.replacement, as: UTF8.self)
          )
        }
      )
    }
  }

  /// A fix and what it is for.
  struct Planned {
    /// The rule.
    var rule: String
    /// The diagnostic; `nil` for what the report does not tell of.
    var index: Int?
    /// The fix.
    var fix: TextFix
  }

  /// The fixes of a report, in the document's order. Edits that change nothing are no fixes.
  ///
  /// - Parameter includesUntold: Whether references are mended of which the reader has told no more.
  func fixes(for report: ValidationReport, includesUntold: Bool = false) -> [Planned] {
    guard let codec, report.kind != .unknown else { return [] }
    let document = MendedDocument(codec, kind: report.kind, location: settings.location)
    var finder = PlaceFinder(document.text)
    var fixes: [Planned] = []
    for (index, diagnostic) in report.diagnostics.enumerated() {
      guard let mender = Self.mender(of: diagnostic),
        let offset = finder.offset(line: diagnostic.line, column: diagnostic.column),
        let fix = Self.fix(diagnostic, offset, mender, document)
      else { continue }
      fixes.append(Planned(rule: diagnostic.rule, index: index, fix: fix))
    }
    if includesUntold { fixes += untold(report, document) }
    return fixes
  }

  private static func fix(
    _ diagnostic: Diagnostic,
    _ offset: Int,
    _ mender: Mender,
    _ document: MendedDocument
  ) -> TextFix? {
    guard offset < document.text.count, let fix = mender.mend(diagnostic, offset, document),
      fix.edits.contains(where: { !document.text[$0.range].elementsEqual($0.replacement) })
    else { return nil }
    return fix
  }

  /// References by the thousand.
  private func untold(_ report: ValidationReport, _ document: MendedDocument) -> [Planned] {
    let rules = [Rule.xmlNotWellFormed, Rule.xmlEntityUndefined]
    let told = rules.reduce(0) { $0 + report.counts[$1.id, default: 0] }
    guard told >= XMLReader.mostProblems, document.xml != nil else { return [] }
    var fixes: [Planned] = []
    ReferenceProblems.find(in: document.text) { offset, kind in
      let rule: Rule
      if case .undefinedEntity = kind {
        rule = .xmlEntityUndefined
      } else {
        rule = .xmlNotWellFormed
      }
      guard let severity = settings.severity(of: rule), severity >= .warning,
        let mender = Mender.byRule[rule.id]
      else { return }
      let finding = Diagnostic(rule: rule.id, severity: severity, message: "", line: 1, column: 1)
      if let fix = Self.fix(finding, offset, mender, document) {
        fixes.append(Planned(rule: rule.id, index: nil, fix: fix))
      }
    }
    return fixes
  }

  /// The document with other text.
  func document(_ text: [UInt8]) -> [UInt8]? { codec?.document(text) }

  /// The document's text.
  var text: [UInt8] { codec?.text ?? [] }
}

/// Where bytes of a text stand in the document.
private struct EditPlaces {
  private let codec: DocumentCodec
  private var places: [Int: SourcePosition] = [:]

  init(_ codec: DocumentCodec) { self.codec = codec }

  mutating func measure(_ offsets: [Int]) {
    let text = codec.text
    var last = text.starts(with: [0xEF, 0xBB, 0xBF]) && codec.prefixLength == 0 ? 3 : 0
    var counter = LineCounter()
    var bytes = codec.prefixLength + last
    for offset in Set(offsets).sorted() {
      if offset > last {
        let part = text[last..<offset]
        part.withUnsafeBufferPointer { counter.advance(over: $0) }
        bytes += codec.length(of: part)
        last = offset
      }
      var place = counter.position
      place.offset = offset < last ? offset : bytes
      places[offset] = place
    }
  }

  func place(of offset: Int) -> SourcePosition { places[offset] ?? .start }
}
