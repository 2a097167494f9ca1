extension Vocabulary {
  /// What an item was made from: Dave Winer’s source namespace.
  static let source = Vocabulary(
    namespace: "http://source.scripting.com/",
    prefix: "source",
    spec: "http://source.scripting.com/",
    elements: [
      ElementDefinition(
        "account",
        in: .channels,
        .many,
        .text(.anyText),
        attributes: [.required("service")]
      ),
      ElementDefinition(
        "likes",
        in: .channels,
        .once,
        .empty,
        attributes: [.optional("server", .url)]
      ),
      ElementDefinition("archive", in: .channels, .once, .elements),
      ElementDefinition("url", in: [.element("archive")], .once, .text(.url)),
      ElementDefinition("startDay", in: [.element("archive")], .once, .text(.anyText)),
      ElementDefinition("endDay", in: [.element("archive")], .once, .text(.anyText)),
      ElementDefinition("filename", in: [.element("archive")], .once, .text(.anyText)),
      ElementDefinition(
        "subscriptionList",
        in: .channels,
        .many,
        .optionalText(.anyText),
        attributes: [.optional("url", .url)]
      ),
      ElementDefinition("cloud", in: .channels, .many, .text(.anyText)),
      ElementDefinition("blogroll", in: .channels, .many, .text(.url)),
      ElementDefinition("self", in: .channels, .many, .text(.url)),
      ElementDefinition("localTime", in: .channels, .once, .text(.anyText)),
      ElementDefinition("markdown", in: .entries, .once, .text(.anyText)),
      // The same as OPML’s.
      ElementDefinition(
        "outline",
        in: .entries + [.element("outline")],
        .many,
        .elements,
        unknownAttributeRule: nil
      ),
      ElementDefinition("linkFull", in: .entries, .once, .text(.url)),
      ElementDefinition(
        "inReplyTo",
        in: .entries,
        .many,
        .text(.anyText),
        attributes: [.optional("isPermaLink", .trueFalse)]
      ),
    ]
  )
}
