extension Rule {
  static let htmlFragment = Rule(
    id: "html-fragment",
    severity: .warning,
    formats: .atom,
    summary: "The types text/html and application/xhtml+xml are for whole documents",
    why: """
      A reader may hand content of a media type to a browser as a document of its own, without \
      what the entry says, or offer it as a download.
      """,
    help: "Write type='html' or type='xhtml' for a fragment.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.1.3.3",
    w3c: ["HtmlFragment"],
    examples: Examples(
      passing: [
        .atomEntry(#"<content type="html">&lt;p&gt;One&lt;/p&gt;</content>"#)
      ],
      failing: [
        .atomEntry(#"<content type="↓text/html">&lt;p&gt;One&lt;/p&gt;</content>"#)
      ]
    )
  )
}
