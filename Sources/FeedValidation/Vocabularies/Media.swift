import FeedXML

extension Vocabulary {
  /// Media RSS 1.5.1.
  static let media = Vocabulary(
    namespace: KnownNamespaces.media,
    prefix: "media",
    spec: "https://www.rssboard.org/media-rss",
    elements: [
      ElementDefinition(
        "group",
        in: [
          .role(.channel), .role(.rdfChannel), .role(.feed), .role(.item), .role(.rdfItem),
          .role(.entry),
        ],
        .many,
        .elements
      ),
      ElementDefinition(
        "content",
        in: .channelsAndEntries + [.element("group"), .role(.link)],
        .many,
        .elements,
        attributes: [
          .optional("url", .url), .optional("fileSize", .positiveInteger),
          .optional("type", .mediaType), .optional("medium", .mediaMedium),
          .optional("isDefault", .trueFalse), .optional("expression", .mediaExpression),
          .optional("bitrate", .float), .optional("framerate", .float),
          .optional("samplingrate", .float), .optional("channels", .nonNegativeInteger),
          .optional("duration", .float), .optional("height", .positiveInteger),
          .optional("width", .positiveInteger), .optional("lang", .language),
        ]
      ),
      // What describes an object, its group or all objects of an item.
      // Its text depends on its scheme, as that of credit, hash and restriction on their attributes: see
      // MediaSchemeCheck.
      ElementDefinition(
        "rating",
        in: places,
        .many,
        .text(.anyText),
        attributes: [.optional("scheme", .mediaScheme)],
        blankRule: .mediaRatingInvalid
      ),
      ElementDefinition("adult", in: places, .once, .text(.trueFalse)),
      ElementDefinition(
        "title",
        in: places,
        .once,
        .mediaText,
        attributes: [.optional("type", .mediaTextType)]
      ),
      ElementDefinition(
        "description",
        in: places,
        .once,
        .mediaText,
        attributes: [.optional("type", .mediaTextType)]
      ),
      ElementDefinition("keywords", in: places, .many, .text(.anyText)),
      ElementDefinition(
        "thumbnail",
        in: places,
        .many,
        .empty,
        attributes: [
          .required("url", .url, blank: .attributeMissing), .optional("width", .positiveInteger),
          .optional("height", .positiveInteger), .optional("time", .nptTime),
        ]
      ),
      ElementDefinition(
        "category",
        in: places,
        .many,
        .text(.plainText),
        attributes: [.optional("scheme", .mediaScheme), .optional("label", .plainText)]
      ),
      ElementDefinition(
        "hash",
        in: places,
        .many,
        .text(.anyText),
        attributes: [.optional("algo", .mediaHashAlgorithm)],
        blankRule: .mediaHashInvalid
      ),
      ElementDefinition(
        "player",
        in: places,
        .once,
        .empty,
        attributes: [
          .required("url", .url, blank: .attributeMissing), .optional("height", .positiveInteger),
          .optional("width", .positiveInteger),
        ]
      ),
      ElementDefinition(
        "credit",
        in: places,
        .many,
        .text(.plainText),
        attributes: [.optional("role"), .optional("scheme", .mediaScheme)]
      ),
      ElementDefinition(
        "copyright",
        in: places,
        .once,
        .text(.plainText),
        attributes: [.optional("url", .url)]
      ),
      ElementDefinition(
        "text",
        in: places,
        .many,
        .mediaText,
        attributes: [
          .optional("type", .mediaTextType), .optional("lang", .language),
          .optional("start", .nptTime), .optional("end", .nptTime),
        ]
      ),
      ElementDefinition(
        "restriction",
        in: places,
        .many,
        .optionalText(.anyText),
        attributes: [
          .required("relationship", .mediaRestrictionRelationship, blank: .attributeMissing),
          .optional("type", .mediaRestrictionType),
        ]
      ),
      ElementDefinition("community", in: places, .once, .elements),
      ElementDefinition(
        "starRating",
        in: [.element("community")],
        .once,
        .empty,
        attributes: [
          .optional("average", .float), .optional("count", .nonNegativeInteger),
          .optional("min", .integer), .optional("max", .integer),
        ]
      ),
      ElementDefinition(
        "statistics",
        in: [.element("community")],
        .once,
        .empty,
        attributes: [
          .optional("views", .nonNegativeInteger), .optional("favorites", .nonNegativeInteger),
          .optional("shares", .nonNegativeInteger),
        ]
      ),
      ElementDefinition("tags", in: [.element("community")], .once, .text(.anyText)),
      ElementDefinition("comments", in: places, .once, .elements),
      ElementDefinition("comment", in: [.element("comments")], .many, .text(.anyText)),
      ElementDefinition(
        "embed",
        in: places,
        .once,
        .elements,
        attributes: [
          .required("url", .url), .optional("width", .positiveInteger),
          .optional("height", .positiveInteger),
        ]
      ),
      ElementDefinition(
        "param",
        in: [.element("embed")],
        .many,
        .optionalText(.anyText),
        attributes: [.required("name")]
      ),
      ElementDefinition("responses", in: places, .once, .elements),
      ElementDefinition("response", in: [.element("responses")], .many, .text(.anyText)),
      ElementDefinition("backLinks", in: places, .once, .elements),
      ElementDefinition("backLink", in: [.element("backLinks")], .many, .text(.url)),
      ElementDefinition(
        "status",
        in: places,
        .once,
        .empty,
        attributes: [.required("state", .mediaStatus), .optional("reason")]
      ),
      ElementDefinition(
        "price",
        in: places,
        .many,
        .optionalText(.anyText),
        attributes: [
          .optional("type", .mediaPriceType, blank: nil), .optional("price", .float, blank: nil),
          .optional("info", blank: nil), .optional("currency", blank: nil),
        ]
      ),
      ElementDefinition(
        "license",
        in: places,
        .many,
        .optionalText(.anyText),
        attributes: [.optional("type", .mediaType), .optional("href", .url)]
      ),
      ElementDefinition(
        "subTitle",
        in: places,
        .many,
        .empty,
        attributes: [
          .optional("type", .mediaType), .optional("lang", .language),
          .required("href", .url),
        ]
      ),
      ElementDefinition(
        "peerLink",
        in: places,
        .many,
        .empty,
        attributes: [.optional("type", .mediaType), .required("href", .url)]
      ),
      ElementDefinition(
        "location",
        in: places,
        .many,
        .elements,
        role: .mediaPlace,
        attributes: [
          .optional("description"), .optional("start", .chapterTime),
          .optional("end", .chapterTime),
        ],
        isExtensible: true
      ),
      ElementDefinition(
        "rights",
        in: places,
        .once,
        .empty,
        attributes: [.required("status", .mediaRightsStatus)]
      ),
      // The scenes’ own elements have no prefix in the specification’s example, and one in its text.
      ElementDefinition("scenes", in: places, .once, .elements),
      ElementDefinition("scene", in: [.element("scenes")], .many, .anything),
    ]
  )

  private static let places: [Place] =
    .channelsAndEntries + [.element("group"), .element("content"), .role(.link)]
}
