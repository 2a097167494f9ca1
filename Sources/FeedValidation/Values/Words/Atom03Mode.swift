extension ValueType {
  /// How the content of an Atom 0.3 construct is written.
  static let atom03Mode = oneOf(
    ["xml", "escaped", "base64"],
    as: "a mode of Atom 0.3",
    rule: .atom03ModeInvalid
  )
}

extension Rule {
  static let atom03ModeInvalid = Rule(
    id: "atom03-mode-invalid",
    severity: .error,
    formats: .atom,
    summary: "The mode of an Atom 0.3 construct is xml, escaped or base64",
    why: "Readers decode the content by it.",
    help: "Write one of the three words, or Atom 1.0, which has no mode.",
    spec:
      "https://web.archive.org/web/2004/http://www.mnot.net/drafts/draft-nottingham-atom-format-02.html",
    w3c: [],
    examples: Examples(
      passing: [
        .document(
          "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title mode=\"escaped\">T</title><modified>2003-12-13T18:30:02Z</modified><link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/\"/><author><name>A</name></author></feed>"
        )
      ],
      failing: [
        .document(
          "<feed version=\"0.3\" xmlns=\"http://purl.org/atom/ns#\"><title mode=\"↓html\">T</title><modified>2003-12-13T18:30:02Z</modified><link rel=\"alternate\" type=\"text/html\" href=\"https://example.org/\"/><author><name>A</name></author></feed>"
        )
      ]
    )
  )
}
