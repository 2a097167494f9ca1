extension Rule {
  static let textTypeInvalid = Rule(
    id: "text-type-invalid",
    severity: .error,
    formats: .atom,
    summary: "The type of a text construct is text, html or xhtml",
    why: "Readers treat any other as text, and show its markup.",
    help: "Write type=\"text\", type=\"html\" or type=\"xhtml\".",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.1.1",
    w3c: ["InvalidTextType"],
    examples: Examples(
      passing: [
        .atomEntry("<rights type=\"html\">&lt;b&gt;Mine&lt;/b&gt;</rights>")
      ],
      failing: [
        .atomEntry("<rights type=\"↓application/pdf\">Mine</rights>")
      ]
    )
  )
}
