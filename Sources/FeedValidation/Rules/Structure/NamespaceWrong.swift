extension Rule {
  static let namespaceWrong = Rule(
    id: "namespace-wrong",
    severity: .error,
    formats: .xml,
    summary: "A format's elements are in its namespace",
    why: """
      Namespaces are compared letter by letter; what is in another one is not the \
      format's own for a strict reader.
      """,
    help: "Write the namespace as the specification has it.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-1.2",
    w3c: ["InvalidNamespace", "ObsoleteNamespace"],
    examples: Examples(
      passing: [
        .document(
          "<rss version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ],
      failing: [
        .document(
          "↓<rss xmlns=\"http://backend.userland.com/rss2\" version=\"2.0\"><channel><title>T</title><link>https://example.org/</link><description>D</description></channel></rss>"
        )
      ]
    )
  )
}
