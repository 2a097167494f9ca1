extension Vocabulary {
  /// Atom 1.0: https://www.rfc-editor.org/rfc/rfc4287.
  static let atom = Vocabulary(
    namespace: Vocabularies.atom,
    prefix: "atom",
    spec: "https://www.rfc-editor.org/rfc/rfc4287",
    elements: [
      ElementDefinition(
        "feed",
        in: [.role(.document)],
        .once,
        .elements,
        role: .feed,
        required: [RequiredChild("id"), RequiredChild("title"), RequiredChild("updated")],
        isExtensible: true
      ),
      ElementDefinition(
        "entry",
        in: [.role(.document), .role(.feed)],
        .many,
        .elements,
        role: .entry,
        required: [RequiredChild("id"), RequiredChild("title"), RequiredChild("updated")],
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
        "id",
        in: [.role(.feed), .role(.source)],
        .once,
        .text(.atomID.unpadded)
      ),
      ElementDefinition(
        "id",
        in: [.role(.entry)],
        .once,
        .text(.atomID.unpadded),
        blankRule: .elementWithoutValue
      ),
      ElementDefinition("title", in: everywhere, .once, .textConstruct, attributes: textType),
      ElementDefinition("updated", in: everywhere, .once, .text(.rfc3339.unpadded)),
      ElementDefinition("published", in: [.role(.entry)], .once, .text(.rfc3339.unpadded)),
      ElementDefinition("rights", in: everywhere, .once, .textConstruct, attributes: textType),
      ElementDefinition(
        "subtitle",
        in: [.role(.feed), .role(.source)],
        .once,
        .textConstruct,
        attributes: textType
      ),
      ElementDefinition(
        "summary",
        in: [.role(.entry)],
        .once,
        .textConstruct,
        attributes: textType
      ),
      ElementDefinition(
        "content",
        in: [.role(.entry)],
        .once,
        .atomContent,
        attributes: [
          .optional("type"),
          .optional("src", .iriReference),
        ]
      ),
      ElementDefinition(
        "link",
        in: everywhere,
        .many,
        // What stands in it is undefined (section 4.2.7), and some feeds extend it.
        .empty,
        role: .link,
        attributes: [
          .required("href", .iriReference, missing: .linkWithoutHref),
          .optional("rel", .linkRelation),
          .optional("type", .mediaType, blank: .mediaTypeInvalid),
          .optional("hreflang", .language, blank: .languageInvalid),
          .optional("title", .plainText),
          .optional("length", .nonNegativeInteger),
        ]
      ),
      ElementDefinition(
        "category",
        in: everywhere,
        .many,
        .empty,
        attributes: [
          .required("term"),
          .optional("scheme", .iri, blank: .urlRelative),
          .optional("label", .plainText),
        ]
      ),
      ElementDefinition(
        "generator",
        in: [.role(.feed), .role(.source)],
        .once,
        .text(.plainText),
        attributes: [.optional("uri", .iriReference), .optional("version")]
      ),
      ElementDefinition(
        "icon",
        in: [.role(.feed), .role(.source)],
        .once,
        .text(.iriReference.unpadded)
      ),
      ElementDefinition(
        "logo",
        in: [.role(.feed), .role(.source)],
        .once,
        .text(.iriReference.unpadded)
      ),

      ElementDefinition(
        "author",
        in: everywhere,
        .many,
        .elements,
        role: .person,
        required: [RequiredChild("name")],
        isExtensible: true
      ),
      ElementDefinition(
        "contributor",
        in: everywhere,
        .many,
        .elements,
        role: .person,
        required: [RequiredChild("name")],
        isExtensible: true
      ),
      ElementDefinition("name", in: [.role(.person)], .once, .text(.plainText.and(.personName))),
      ElementDefinition("uri", in: [.role(.person)], .once, .text(.iriReference.unpadded)),
      ElementDefinition("email", in: [.role(.person)], .once, .text(.addrSpec)),
    ]
  )

  private static let everywhere: [Place] = [.role(.feed), .role(.entry), .role(.source)]
  private static let textType: [AttributeDefinition] = [.optional("type")]

  /// What of Atom stands in RSS, by custom and by the RSS Best Practices Profile.
  static let atomInRSS = Vocabulary(
    namespace: Vocabularies.atom,
    prefix: "atom",
    spec: "https://www.rssboard.org/rss-profile#namespace-elements-atom",
    elements: atom.elements.compactMap(\.inRSS)
  )
}

extension ElementDefinition {
  /// The same element, where it stands in RSS.
  fileprivate var inRSS: ElementDefinition? {
    var places = self.places.filter { $0 != .role(.document) }
    if places.contains(.role(.feed)) { places += [.role(.channel), .role(.rdfChannel)] }
    if places.contains(.role(.entry)) { places += [.role(.item), .role(.rdfItem)] }
    guard name != "feed", name != "entry" else { return nil }
    return ElementDefinition(
      name,
      in: places,
      occurrence,
      content,
      role: role,
      attributes: attributes,
      required: required,
      isExtensible: isExtensible,
      duplicateRule: duplicateRule,
      blankRule: blankRule
    )
  }
}
