extension Rule {
  static let namespaceMissing = Rule(
    id: "namespace-missing",
    severity: .error,
    formats: [.rdf, .atom],
    summary: "Every element is in a namespace",
    why: """
      In formats that have a namespace an element without one means nothing to any \
      reader.
      """,
    help: "Declare the namespace of the element, with its prefix if it has one.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-6",
    w3c: ["MissingNamespace", "UndefinedElement", "UndeterminableVocabulary"],
    examples: Examples(
      passing: [
        .atomEntry("<rights>All mine</rights>")
      ],
      failing: [
        .atomEntry("↓<rights xmlns=\"\">All mine</rights>")
      ]
    )
  )
}
