extension Vocabulary {
  /// RSS 1.0.
  static let rss10 = Vocabulary(
    namespace: Vocabularies.rss10,
    prefix: "",
    spec: "https://web.resource.org/rss/1.0/spec",
    elements: [
      ElementDefinition(
        "channel",
        in: [.role(.rdf)],
        .once,
        .elements,
        role: .rdfChannel,
        attributes: [.required("about", .urlReference, in: Vocabularies.rdf)],
        required: [
          RequiredChild("title", .titleMissing), RequiredChild("link", .linkMissing),
          RequiredChild("description", .descriptionMissing), RequiredChild("items"),
        ],
        isExtensible: true
      ),
      ElementDefinition("title", in: [.role(.rdfChannel)], .once, .text(.plainText)),
      ElementDefinition("link", in: [.role(.rdfChannel)], .once, .text(.url)),
      ElementDefinition("description", in: [.role(.rdfChannel)], .once, .text(.plainText)),
      ElementDefinition(
        "image",
        in: [.role(.rdfChannel)],
        .once,
        .empty,
        attributes: [.required("resource", .urlReference, in: Vocabularies.rdf)]
      ),
      ElementDefinition(
        "textinput",
        in: [.role(.rdfChannel)],
        .once,
        .empty,
        attributes: [.required("resource", .urlReference, in: Vocabularies.rdf)]
      ),
      ElementDefinition("items", in: [.role(.rdfChannel)], .once, .elements, role: .rdfItems),
      ElementDefinition(
        "image",
        in: [.role(.rdf)],
        .many,
        .elements,
        role: .image,
        attributes: [.required("about", .urlReference, in: Vocabularies.rdf)],
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
        attributes: [.required("about", .urlReference, in: Vocabularies.rdf)],
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
        attributes: [.required("about", .urlReference, in: Vocabularies.rdf)],
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
