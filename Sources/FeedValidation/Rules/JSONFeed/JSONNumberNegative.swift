extension Rule {
  static let jsonNumberNegative = Rule(
    id: "json-number-negative",
    severity: .warning,
    formats: .jsonFeed,
    summary: "Sizes and durations are not negative",
    why: """
      Readers show “-1 bytes”, or hide the attachment. Programs write -1 for what they do not \
      know.
      """,
    help: "Leave the key out where the number is not known.",
    spec: "https://www.jsonfeed.org/version/1.1/#attachments",
    examples: Examples(
      passing: [
        .jsonItem(
          #""attachments": [{"url": "https://example.org/1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": 1024}],"#
        )
      ],
      failing: [
        .jsonItem(
          #""attachments": [{"url": "https://example.org/1.mp3", "mime_type": "audio/mpeg", "size_in_bytes": ↓-1}],"#
        )
      ]
    )
  )
}
