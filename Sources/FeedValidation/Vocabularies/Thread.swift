extension Vocabulary {
  /// Replies: RFC 4685.
  static let thread = Vocabulary(
    namespace: "http://purl.org/syndication/thread/1.0",
    prefix: "thr",
    spec: "https://www.rfc-editor.org/rfc/rfc4685",
    elements: [
      ElementDefinition(
        "in-reply-to",
        in: .channelsAndEntries,
        .many,
        .empty,
        attributes: [
          .required("ref", .atomID), .optional("href", .iriReference),
          .optional("source", .iriReference), .optional("type", .mediaType),
        ]
      ),
      ElementDefinition("total", in: .entries, .once, .text(.nonNegativeInteger)),
    ],
    attributes: [
      .optional("count", .nonNegativeInteger),
      .optional("updated", .rfc3339),
      // A draft’s name for updated: see ThreadWhenCheck.
      .optional("when"),
    ]
  )
}
