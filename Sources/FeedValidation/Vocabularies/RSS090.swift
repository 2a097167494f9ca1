extension Vocabulary {
  /// RSS 0.90: RSS 1.0 without URIs and lists.
  static let rss090 = Vocabulary(
    namespace: Vocabularies.rss090,
    prefix: "",
    spec: "https://www.rssboard.org/rss-0-9-0",
    elements: [
      ElementDefinition(
        "channel",
        in: [.role(.rdf)],
        .once,
        .elements,
        role: .rdfChannel,
        required: [
          RequiredChild("title", .titleMissing), RequiredChild("link", .linkMissing),
          RequiredChild("description", .descriptionMissing),
        ],
        isExtensible: true
      ),
      ElementDefinition("title", in: [.role(.rdfChannel)], .once, .text(.plainText)),
      ElementDefinition("link", in: [.role(.rdfChannel)], .once, .text(.url)),
      ElementDefinition("description", in: [.role(.rdfChannel)], .once, .text(.plainText)),
      ElementDefinition(
        "image",
        in: [.role(.rdf)],
        .many,
        .elements,
        role: .image,
        required: [
          RequiredChild("title", .titleMissing), RequiredChild("url"),
          RequiredChild("link", .linkMissing),
        ],
        isExtensible: true
      ),
      ElementDefinition("title", in: [.role(.image)], .once, .text(.plainText)),
      ElementDefinition("link", in: [.role(.image)], .once, .text(.url)),
      ElementDefinition("url", in: [.role(.image)], .once, .text(.url)),
      ElementDefinition(
        "item",
        in: [.role(.rdf)],
        .many,
        .elements,
        role: .rdfItem,
        required: [RequiredChild("title"), RequiredChild("link")],
        isExtensible: true
      ),
      ElementDefinition("title", in: [.role(.rdfItem)], .once, .text(.plainText)),
      ElementDefinition("link", in: [.role(.rdfItem)], .once, .text(.url)),
      ElementDefinition("description", in: [.role(.rdfItem)], .once, .html),
      ElementDefinition(
        "textinput",
        in: [.role(.rdf)],
        .many,
        .elements,
        role: .textInput,
        required: [
          RequiredChild("title", .titleMissing), RequiredChild("description", .descriptionMissing),
          RequiredChild("name"), RequiredChild("link", .linkMissing),
        ],
        isExtensible: true
      ),
      ElementDefinition("title", in: [.role(.textInput)], .once, .text(.plainText)),
      ElementDefinition("description", in: [.role(.textInput)], .once, .text(.plainText)),
      ElementDefinition("name", in: [.role(.textInput)], .once, .text(.formComponentName)),
      ElementDefinition("link", in: [.role(.textInput)], .once, .text(.url)),
    ]
  )
}
