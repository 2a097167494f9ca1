@testable import FeedValidation

/// What `--fix` promises of every document.
enum FixGuarantee {
  /// 1 November 2026.
  static let now: Int64 = 1_793_491_200

  static let settings = ValidationSettings(
    now: now,
    location: .address("https://example.org/feed.xml")
  )

  /// Mends a document, and says which promises are broken.
  static func broken(
    _ document: [UInt8],
    _ settings: ValidationSettings = settings
  ) -> (fixed: FixedDocument, broken: [String]) {
    let fixer = FeedFixer(settings)
    let fixed = fixer.fix(document)
    var broken: [String] = []
    guard fixed.isChanged || fixed.document != document else { return (fixed, []) }
    let again = fixer.fix(fixed.document)
    let before = errors(fixed.before)
    let after = errors(again.before)
    for (rule, count) in after where count > before[rule, default: 0] {
      broken.append("\(rule): \(before[rule, default: 0]) errors became \(count)")
    }
    if fixed.passes == FeedFixer.mostPasses { broken.append("edits did not come to an end") }
    if !fixed.isChanged { broken.append("edited without a pass") }
    if fixed.isChanged, fixed.document == document { broken.append("a pass without an edit") }
    if again.document != fixed.document {
      broken.append("mended twice is not mended once: \(again.mended), first \(fixed.mended)")
    }
    if let text = fixed.text, text.pieces.contains(where: { $0.count == 0 }) {
      broken.append("an empty piece")
    }
    return (fixed, broken)
  }

  private static func errors(_ report: ValidationReport) -> [String: Int] {
    let rules = Set(report.diagnostics.filter { $0.severity == .error }.map(\.rule))
    return report.counts.filter { rules.contains($0.key) }
  }
}
