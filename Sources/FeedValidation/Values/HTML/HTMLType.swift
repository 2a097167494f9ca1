extension ValueType {
  /// A fragment of HTML, as in an RSS item's `description` and `content:encoded`, an Atom construct
  /// with `type="html"`, and JSON Feed's `content_html`.
  ///
  /// What is wrong is told once a value and subject (the rule, and the element or attribute that it
  /// speaks of), with how often it is there.
  static let html = ValueType("a fragment of HTML") { value, context, report in
    MisdecodedText.check(value, report)
    var inspector = HTMLInspector(value, hasBase: context.hasBase)
    inspector.run()
    inspector.problems.report(report)
  }
}
