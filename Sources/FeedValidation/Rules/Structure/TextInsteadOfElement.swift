extension Rule {
  static let textInsteadOfElement = Rule(
    id: "text-instead-of-element",
    severity: .error,
    formats: .xml,
    summary: "What belongs in an element of its own has one",
    why: """
      Readers look for the elements inside, and pass over the text around them: the author has no \
      name, the image no address.
      """,
    help: "Put the text into the element that it belongs in.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.2",
    w3c: ["MissingElement", "MissingTitle", "MissingLink", "UnexpectedText"],
    examples: Examples(
      passing: [.atomEntry("<author><name>Jane</name></author>")],
      failing: [
        .atomEntry("↓<author>Jane</author>"),
        .rssChannel("↓<image>https://example.org/logo.png</image>"),
        .rssChannel(
          "↓<itunes:owner xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\">jane@example.org</itunes:owner>"
        ),
      ]
    )
  )
}
