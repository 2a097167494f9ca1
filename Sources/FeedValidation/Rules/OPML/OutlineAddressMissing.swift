extension Rule {
  static let outlineAddressMissing = Rule(
    id: "outline-address-missing",
    severity: .warning,
    formats: .opml,
    summary: "An outline of type link or include has an address",
    why: "Without url it leads nowhere.",
    help: "Add url.",
    spec: "http://opml.org/spec2.opml#inclusion",
    w3c: ["MissingUrlAttr"],
    examples: Examples(
      passing: [
        .opmlBody("<outline text=\"One\" type=\"link\" url=\"https://example.org/\"/>")
      ],
      failing: [
        .opmlBody("↓<outline text=\"One\" type=\"link\"/>")
      ]
    )
  )
}
