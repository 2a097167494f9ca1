extension Vocabulary {
  /// Atom 0.3, the draft that Atom 1.0 replaced.
  static let atom03 = Vocabulary(
    namespace: Vocabularies.atom03,
    prefix: "atom",
    spec:
      "https://web.archive.org/web/2004/http://www.mnot.net/drafts/draft-nottingham-atom-format-02.html",
    elements: [
      ElementDefinition(
        "feed",
        in: [.role(.document)],
        .once,
        .elements,
        role: .feed,
        attributes: [.required("version")],
        required: [RequiredChild("title"), RequiredChild("modified")],
        isExtensible: true
      ),
      ElementDefinition(
        "entry",
        in: [.role(.document), .role(.feed)],
        .many,
        .elements,
        role: .entry,
        required: [
          RequiredChild("title"), RequiredChild("id"), RequiredChild("modified"),
          RequiredChild("issued"),
        ],
        isExtensible: true
      ),
      ElementDefinition(
        "source",
        in: [.role(.entry)],
        .once,
        .elements,
        role: .source,
        isExtensible: true
      ),
      ElementDefinition(
        "title",
        in: [.role(.feed), .role(.entry), .role(.source)],
        .once,
        .atom03Content,
        attributes: construct
      ),
      ElementDefinition(
        "link",
        in: [.role(.feed), .role(.entry), .role(.source)],
        .many,
        .empty,
        role: .link,
        attributes: [
          .required("href", .iriReference, missing: .linkWithoutHref), .required("rel"),
          .required("type", .mediaType), .optional("title", .plainText),
          .optional("length", .nonNegativeInteger), .optional("hreflang", .language),
        ]
      ),
      ElementDefinition(
        "id",
        in: [.role(.feed), .role(.entry), .role(.source)],
        .once,
        .text(.iri)
      ),
      ElementDefinition(
        "modified",
        in: [.role(.feed), .role(.entry), .role(.source)],
        .once,
        .text(.w3cdtf)
      ),
      ElementDefinition(
        "issued",
        in: [.role(.feed), .role(.entry), .role(.source)],
        .once,
        .text(.w3cdtf)
      ),
      ElementDefinition(
        "created",
        in: [.role(.feed), .role(.entry), .role(.source)],
        .once,
        .text(.w3cdtf)
      ),
      ElementDefinition(
        "tagline",
        in: [.role(.feed), .role(.source)],
        .once,
        .atom03Content,
        attributes: construct
      ),
      ElementDefinition(
        "info",
        in: [.role(.feed), .role(.source)],
        .once,
        .atom03Content,
        attributes: construct
      ),
      ElementDefinition(
        "copyright",
        in: [.role(.feed), .role(.entry), .role(.source)],
        .once,
        .atom03Content,
        attributes: construct
      ),
      ElementDefinition(
        "generator",
        in: [.role(.feed), .role(.source)],
        .once,
        .text(.plainText),
        attributes: [.optional("url", .iriReference), .optional("version")]
      ),
      ElementDefinition(
        "summary",
        in: [.role(.entry)],
        .once,
        .atom03Content,
        attributes: construct
      ),
      ElementDefinition(
        "content",
        in: [.role(.entry)],
        .many,
        .atom03Content,
        attributes: construct
      ),
      ElementDefinition(
        "category",
        in: [.role(.feed), .role(.entry), .role(.source)],
        .many,
        .empty,
        attributes: [.optional("term"), .optional("scheme", .iri), .optional("label", .plainText)]
      ),
      ElementDefinition(
        "author",
        in: [.role(.feed), .role(.entry), .role(.source)],
        .many,
        .elements,
        role: .person,
        required: [RequiredChild("name")],
        isExtensible: true
      ),
      ElementDefinition(
        "contributor",
        in: [.role(.feed), .role(.entry), .role(.source)],
        .many,
        .elements,
        role: .person,
        required: [RequiredChild("name")],
        isExtensible: true
      ),
      ElementDefinition("name", in: [.role(.person)], .once, .text(.plainText)),
      ElementDefinition("url", in: [.role(.person)], .once, .text(.iriReference)),
      ElementDefinition("email", in: [.role(.person)], .once, .text(.addrSpec)),
    ]
  )

  private static let construct: [AttributeDefinition] = [
    .optional("type", .mediaType), .optional("mode", .atom03Mode),
  ]
}
