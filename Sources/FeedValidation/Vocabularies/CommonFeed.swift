extension Vocabulary {
  /// Feeds that are lists: Microsoft’s Simple List Extensions.
  static let commonFeed = Vocabulary(
    namespace: "http://www.microsoft.com/schemas/rss/core/2005",
    prefix: "cf",
    spec:
      "https://learn.microsoft.com/en-us/previous-versions/windows/internet-explorer/ie-developer/platform-apis/ms684749(v=vs.85)",
    elements: [
      ElementDefinition("treatAs", in: .channels, .once, .text(.anyText)),
      ElementDefinition("listinfo", in: .channels, .once, .elements),
      ElementDefinition(
        "sort",
        in: [.element("listinfo")],
        .many,
        .empty,
        attributes: [
          .optional("data-type"), .optional("default"), .optional("element"), .optional("label"),
          .optional("ns", blank: nil),
        ]
      ),
      ElementDefinition(
        "group",
        in: [.element("listinfo")],
        .many,
        .empty,
        attributes: [.optional("element"), .optional("label"), .optional("ns", blank: nil)]
      ),
    ]
  )
}
