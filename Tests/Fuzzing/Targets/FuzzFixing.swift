import FeedValidation

extension FuzzTarget {
  /// What `validate --fix` makes of documents.
  static let fix = FuzzTarget(
    "fix",
    longestInput: 4096,
    frames: validateXML.frames
  ) { bytes throws(Violation) in
    let fixer = FeedFixer(settings)
    let document = Array(bytes)
    let fixed = fixer.fix(document)
    try expectSame(fixed.isChanged, fixed.document != document, "whether something was edited")
    try expect(fixed.passes < FeedFixer.mostPasses, "edits do not come to an end")
    guard fixed.isChanged else { return }
    let again = fixer.fix(fixed.document)
    let before = errors(of: fixed.before)
    for (rule, count) in errors(of: again.before) where count > before[rule, default: 0] {
      throw Violation("\(rule): \(before[rule, default: 0]) errors became \(count)")
    }
    // What was taken back because of another mistake may be mended once that is gone, but it comes to
    // rest.
    var last = fixed
    var next = again
    for _ in 0..<3 where next.isChanged {
      last = next
      next = fixer.fix(next.document)
    }
    try expectSame(
      String(decoding: next.document, as: UTF8.self),
      String(decoding: last.document, as: UTF8.self),
      "mended again and again"
    )
    try expect(
      !fixed.diff(name: "feed.xml", style: TerminalStyle(hasColours: false), isHarmless: true)
        .isEmpty,
      "no diff"
    )
  }

  private static func errors(of report: ValidationReport) -> [String: Int] {
    let rules = Set(report.diagnostics.filter { $0.severity == .error }.map(\.rule))
    return report.counts.filter { rules.contains($0.key) }
  }
}
