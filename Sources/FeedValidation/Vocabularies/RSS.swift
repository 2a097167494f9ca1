extension Vocabulary {
  /// RSS 0.91 to 2.0: https://www.rssboard.org/rss-specification.
  static let rss = Vocabulary(
    namespace: "",
    prefix: "",
    spec: "https://www.rssboard.org/rss-specification",
    elements: [
      ElementDefinition(
        "rss",
        in: [.role(.document)],
        .once,
        .elements,
        role: .rss,
        attributes: [.required("version", blank: .rssVersionUnknown)],
        required: [RequiredChild("channel")],
        isExtensible: true
      ),
      ElementDefinition(
        "channel",
        in: [.role(.rss)],
        .once,
        .elements,
        role: .channel,
        required: [
          RequiredChild("title", .titleMissing),
          RequiredChild("link", .linkMissing),
          RequiredChild("description", .descriptionMissing),
        ],
        isExtensible: true
      ),

      // Of the channel.
      ElementDefinition(
        "title",
        in: [.role(.channel)],
        .once,
        .text(.characterData),
        blankRule: .elementWithoutValue
      ),
      ElementDefinition("link", in: [.role(.channel)], .once, .text(.url)),
      ElementDefinition("description", in: [.role(.channel)], .once, .text(.characterData)),
      ElementDefinition(
        "language",
        in: [.role(.channel)],
        .once,
        .text(.language)
      ),
      ElementDefinition("copyright", in: [.role(.channel)], .once, .text(.characterData)),
      ElementDefinition("managingEditor", in: [.role(.channel)], .once, .text(.emailWithName)),
      ElementDefinition("webMaster", in: [.role(.channel)], .once, .text(.emailWithName)),
      ElementDefinition("pubDate", in: [.role(.channel)], .once, .text(.rfc822)),
      ElementDefinition("lastBuildDate", in: [.role(.channel)], .once, .text(.rfc822)),
      ElementDefinition("generator", in: [.role(.channel)], .once, .text(.plainText)),
      ElementDefinition("docs", in: [.role(.channel)], .once, .text(.url)),
      ElementDefinition("ttl", in: [.role(.channel)], .once, .text(.ttl)),
      ElementDefinition("rating", in: [.role(.channel)], .once, .text(.characterData)),
      ElementDefinition(
        "cloud",
        in: [.role(.channel)],
        .once,
        .empty,
        attributes: [
          .required("domain"),
          .required("port", .port),
          .required("path"),
          .required("registerProcedure", blank: nil),
          .required("protocol"),
        ]
      ),
      ElementDefinition(
        "image",
        in: [.role(.channel)],
        .once,
        .elements,
        role: .image,
        required: [
          RequiredChild("url"),
          RequiredChild("title", .titleMissing),
          RequiredChild("link", .linkMissing),
        ],
        isExtensible: true
      ),
      ElementDefinition(
        "textInput",
        in: [.role(.channel)],
        .once,
        .elements,
        role: .textInput,
        required: [
          RequiredChild("title", .titleMissing),
          RequiredChild("description", .descriptionMissing),
          RequiredChild("name"),
          RequiredChild("link", .linkMissing),
        ],
        isExtensible: true
      ),
      // RSS 0.91 spelt it so.
      ElementDefinition(
        "textinput",
        in: [.role(.channel)],
        .once,
        .elements,
        role: .textInput,
        required: [
          RequiredChild("title", .titleMissing),
          RequiredChild("description", .descriptionMissing),
          RequiredChild("name"),
          RequiredChild("link", .linkMissing),
        ],
        isExtensible: true
      ),
      ElementDefinition(
        "skipHours",
        in: [.role(.channel)],
        .once,
        .elements,
        required: [RequiredChild("hour")]
      ),
      ElementDefinition("hour", in: [.element("skipHours")], .many, .text(.hour)),
      ElementDefinition(
        "skipDays",
        in: [.role(.channel)],
        .once,
        .elements,
        required: [RequiredChild("day")]
      ),
      ElementDefinition("day", in: [.element("skipDays")], .many, .text(.day)),

      // Of the image.
      ElementDefinition("url", in: [.role(.image)], .once, .text(.url)),
      ElementDefinition("title", in: [.role(.image)], .once, .text(.characterData)),
      ElementDefinition("link", in: [.role(.image)], .once, .text(.url)),
      ElementDefinition("width", in: [.role(.image)], .once, .text(.imageWidth)),
      ElementDefinition("height", in: [.role(.image)], .once, .text(.imageHeight)),
      ElementDefinition("description", in: [.role(.image)], .once, .text(.characterData)),

      // Of the text input.
      ElementDefinition("title", in: [.role(.textInput)], .once, .text(.characterData)),
      ElementDefinition("description", in: [.role(.textInput)], .once, .text(.characterData)),
      ElementDefinition("name", in: [.role(.textInput)], .once, .text(.formComponentName)),
      ElementDefinition("link", in: [.role(.textInput)], .once, .text(.url)),

      // Of the item. RSS 0.90 and some feeds of today have it beside the channel.
      ElementDefinition(
        "item",
        in: [.role(.channel)],
        .many,
        .elements,
        role: .item,
        isExtensible: true
      ),
      ElementDefinition("title", in: [.role(.item)], .once, .text(.characterData)),
      ElementDefinition("link", in: [.role(.item)], .once, .text(.url)),
      ElementDefinition("description", in: [.role(.item)], .once, .html),
      ElementDefinition("author", in: [.role(.item)], .once, .text(.emailWithName)),
      ElementDefinition("comments", in: [.role(.item)], .once, .text(.url)),
      ElementDefinition("pubDate", in: [.role(.item)], .once, .text(.rfc822)),
      ElementDefinition(
        "category",
        in: [.role(.channel), .role(.item)],
        .many,
        .text(.characterData),
        attributes: [.optional("domain")]
      ),
      ElementDefinition(
        "enclosure",
        in: [.role(.item)],
        .once,
        .empty,
        attributes: [
          .required("url", .urlAttribute),
          .required("length", .enclosureLength),
          .required("type", .mediaType),
        ],
        duplicateRule: .enclosureDuplicate
      ),
      ElementDefinition(
        "guid",
        in: [.role(.item)],
        .once,
        .text(.anyText),
        attributes: [.optional("isPermaLink", .booleanAttribute, blank: .booleanAttributeInvalid)],
        blankRule: .elementWithoutValue
      ),
      ElementDefinition(
        "source",
        in: [.role(.item)],
        .once,
        .text(.characterData),
        attributes: [.required("url", .url)]
      ),
    ]
  )
}
