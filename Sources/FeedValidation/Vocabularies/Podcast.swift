extension Vocabulary {
  /// Podcasting 2.0: the podcast namespace.
  static let podcast = Vocabulary(
    namespace: "https://podcastindex.org/namespace/1.0",
    prefix: "podcast",
    spec: "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
    elements: [
      ElementDefinition(
        "transcript",
        in: [.role(.item), .role(.entry)],
        .many,
        .empty,
        attributes: [
          .required("url", .url), .required("type", .mediaType),
          .optional("language", .language), .optional("rel", .podcastTranscriptRel),
        ]
      ),
      ElementDefinition(
        "locked",
        in: [.role(.channel), .role(.feed)],
        .once,
        .text(.yesNo),
        attributes: [.optional("owner", .addrSpec)]
      ),
      ElementDefinition(
        "funding",
        in: [.role(.channel), .role(.feed), .role(.item), .role(.entry)],
        .many,
        .optionalText(.atMost(128)),
        attributes: [.required("url", .url)]
      ),
      ElementDefinition(
        "chapters",
        in: [.role(.item), .role(.entry)],
        .once,
        .empty,
        attributes: [.required("url", .url), .required("type", .mediaType)]
      ),
      ElementDefinition(
        "soundbite",
        in: [.role(.item), .role(.entry)],
        .many,
        .optionalText(.atMost(128)),
        attributes: [.required("startTime", .float), .required("duration", .float)]
      ),
      ElementDefinition(
        "person",
        in: [.role(.channel), .role(.feed), .role(.item), .role(.entry)],
        .many,
        .text(.atMost(128)),
        attributes: [
          .optional("role"), .optional("group"), .optional("img", .url), .optional("href", .url),
        ]
      ),
      ElementDefinition(
        "location",
        in: [.role(.channel), .role(.feed), .role(.item), .role(.entry)],
        .many,
        .optionalText(.atMost(128)),
        attributes: [
          .optional("rel", .podcastLocationRel), .optional("geo", .geoURI),
          .optional("osm", .openStreetMapID), .optional("country", .countryCode),
        ]
      ),
      ElementDefinition(
        "season",
        in: [.role(.item), .role(.entry)],
        .once,
        .text(.nonNegativeInteger),
        attributes: [.optional("name", .atMost(128))]
      ),
      ElementDefinition(
        "episode",
        in: [.role(.item), .role(.entry)],
        .once,
        .text(.float),
        attributes: [.optional("display", .atMost(32))]
      ),
      ElementDefinition(
        "trailer",
        in: [.role(.channel), .role(.feed)],
        .many,
        .text(.atMost(128)),
        attributes: [
          .required("url", .url), .required("pubdate", .rfc822),
          .optional("length", .enclosureLength), .optional("type", .mediaType),
          .optional("season", .nonNegativeInteger),
        ]
      ),
      ElementDefinition(
        "license",
        in: [.role(.channel), .role(.feed), .role(.item), .role(.entry)],
        .once,
        .text(.atMost(128)),
        attributes: [.optional("url", .url)]
      ),
      ElementDefinition(
        "alternateEnclosure",
        in: [.role(.item), .role(.entry)],
        .many,
        .elements,
        attributes: [
          .required("type", .mediaType), .optional("length", .enclosureLength),
          .optional("bitrate", .float), .optional("height", .positiveInteger),
          .optional("lang", .language), .optional("title", .atMost(32)),
          .optional("rel", .atMost(32)), .optional("codecs"), .optional("default", .trueFalse),
        ],
        required: [RequiredChild("source")]
      ),
      ElementDefinition(
        "source",
        in: [.element("alternateEnclosure")],
        .many,
        .empty,
        attributes: [.required("uri", .iri), .optional("contentType", .mediaType)]
      ),
      ElementDefinition(
        "integrity",
        in: [.element("alternateEnclosure")],
        .once,
        .empty,
        attributes: [.required("type", .podcastIntegrityType), .required("value")]
      ),
      ElementDefinition("guid", in: [.role(.channel), .role(.feed)], .once, .text(.anyText)),
      ElementDefinition(
        "value",
        in: [.role(.channel), .role(.feed), .role(.item), .role(.entry)],
        .many,
        .elements,
        attributes: [.required("type"), .required("method"), .optional("suggested", .float)],
        required: [RequiredChild("valueRecipient")]
      ),
      ElementDefinition(
        "valueRecipient",
        in: [.element("value"), .element("valueTimeSplit")],
        .many,
        .empty,
        attributes: [
          .optional("name"), .optional("customKey"), .optional("customValue"),
          .required("type", .podcastRecipientType), .required("address"),
          .required("split", .nonNegativeInteger), .optional("fee", .trueFalse),
        ]
      ),
      ElementDefinition(
        "valueTimeSplit",
        in: [.element("value")],
        .many,
        .elements,
        attributes: [
          .required("startTime", .float), .required("duration", .float),
          .optional("remoteStartTime", .float), .optional("remotePercentage", .percentage),
        ]
      ),
      ElementDefinition(
        "medium",
        in: [.role(.channel), .role(.feed)],
        .once,
        .text(.podcastMedium)
      ),
      // Deprecated: image replaced it.
      ElementDefinition(
        "images",
        in: [.role(.channel), .role(.feed), .role(.item), .role(.entry)],
        .once,
        .empty,
        attributes: [.required("srcset")]
      ),
      ElementDefinition(
        "image",
        in: [.role(.channel), .role(.feed), .role(.item), .role(.entry)],
        .many,
        .empty,
        attributes: [
          .required("href", .url), .optional("alt"), .optional("aspect-ratio"),
          .optional("width", .positiveInteger), .optional("height", .positiveInteger),
          .optional("type", .mediaType), .optional("purpose", .atMost(128)),
        ]
      ),
      // An item that has not ended yet: what stands in an item stands in it.
      ElementDefinition(
        "liveItem",
        in: [.role(.channel)],
        .many,
        .elements,
        role: .item,
        attributes: [
          .required("status", .podcastLiveStatus), .required("start", .iso8601DateTimeAtAnyTime),
          .optional("end", .iso8601DateTimeAtAnyTime),
        ],
        required: [RequiredChild("contentLink")],
        isExtensible: true
      ),
      ElementDefinition(
        "contentLink",
        in: [.role(.item), .role(.entry)],
        .many,
        .optionalText(.anyText),
        attributes: [.required("href", .url)]
      ),
      ElementDefinition(
        "socialInteract",
        in: [.role(.channel), .role(.feed), .role(.item), .role(.entry)],
        .many,
        .empty,
        attributes: [
          .required("protocol", .podcastSocialProtocol), .optional("uri", .iri),
          .optional("accountId"), .optional("accountUrl", .url),
          .optional("priority", .nonNegativeInteger),
        ]
      ),
      ElementDefinition(
        "chat",
        in: [.role(.channel), .role(.feed), .role(.item), .role(.entry)],
        .once,
        .empty,
        attributes: [
          .required("server"), .required("protocol", .podcastChatProtocol), .optional("accountId"),
          .optional("space"),
        ]
      ),
      ElementDefinition(
        "block",
        in: [.role(.channel), .role(.feed)],
        .many,
        .text(.yesNo),
        attributes: [.optional("id")]
      ),
      ElementDefinition(
        "txt",
        in: [.role(.channel), .role(.feed), .role(.item), .role(.entry)],
        .many,
        .text(.atMost(4000)),
        attributes: [.optional("purpose", .atMost(128))]
      ),
      ElementDefinition(
        "remoteItem",
        in: [
          .role(.channel), .role(.feed), .element("podroll"), .element("publisher"),
          .element("valueTimeSplit"),
        ],
        .many,
        .empty,
        attributes: [
          .required("feedGuid"), .optional("feedUrl", .url), .optional("itemGuid"),
          .optional("medium", .podcastMedium), .optional("title"),
        ]
      ),
      ElementDefinition(
        "podroll",
        in: [.role(.channel), .role(.feed)],
        .once,
        .elements,
        required: [RequiredChild("remoteItem")]
      ),
      ElementDefinition(
        "publisher",
        in: [.role(.channel), .role(.feed)],
        .once,
        .elements,
        required: [RequiredChild("remoteItem")]
      ),
      ElementDefinition(
        "updateFrequency",
        in: [.role(.channel), .role(.feed)],
        .once,
        .text(.atMost(128)),
        attributes: [
          .optional("complete", .trueFalse), .optional("dtstart", .iso8601DateTimeAtAnyTime),
          .optional("rrule"),
        ]
      ),
      ElementDefinition(
        "podping",
        in: [.role(.channel), .role(.feed)],
        .once,
        .empty,
        attributes: [.optional("usesPodping", .trueFalse)]
      ),
    ]
  )
}
