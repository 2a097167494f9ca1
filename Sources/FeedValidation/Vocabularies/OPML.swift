extension Vocabulary {
  /// OPML 1.0, 1.1 and 2.0.
  static let opml = Vocabulary(
    namespace: "",
    prefix: "",
    spec: "http://opml.org/spec2.opml",
    elements: [
      ElementDefinition(
        "opml",
        in: [.role(.document)],
        .once,
        .elements,
        role: .opml,
        attributes: [.required("version", blank: .opmlVersionInvalid)],
        required: [RequiredChild("head"), RequiredChild("body")],
        isExtensible: true
      ),
      // The name before 1.0.
      ElementDefinition(
        "outlineDocument",
        in: [.role(.document)],
        .once,
        .elements,
        role: .opml,
        attributes: [.optional("version")],
        required: [RequiredChild("head"), RequiredChild("body")],
        isExtensible: true
      ),
      ElementDefinition(
        "head",
        in: [.role(.opml)],
        .once,
        .elements,
        role: .head,
        isExtensible: true
      ),
      ElementDefinition("title", in: [.role(.head)], .once, .html),
      ElementDefinition("dateCreated", in: [.role(.head)], .once, .text(.rfc822)),
      ElementDefinition("dateModified", in: [.role(.head)], .once, .text(.rfc822)),
      ElementDefinition("ownerName", in: [.role(.head)], .once, .html),
      ElementDefinition("ownerEmail", in: [.role(.head)], .once, .text(.addrSpec)),
      ElementDefinition("ownerId", in: [.role(.head)], .once, .text(.urlAttribute)),
      ElementDefinition("docs", in: [.role(.head)], .once, .text(.url)),
      // Empty where nothing is expanded.
      ElementDefinition(
        "expansionState",
        in: [.role(.head)],
        .once,
        .optionalText(.commaSeparatedIntegers)
      ),
      ElementDefinition("vertScrollState", in: [.role(.head)], .once, .text(.positiveInteger)),
      ElementDefinition("windowTop", in: [.role(.head)], .once, .text(.integer)),
      ElementDefinition("windowLeft", in: [.role(.head)], .once, .text(.integer)),
      ElementDefinition("windowBottom", in: [.role(.head)], .once, .text(.integer)),
      ElementDefinition("windowRight", in: [.role(.head)], .once, .text(.integer)),
      ElementDefinition(
        "body",
        in: [.role(.opml)],
        .once,
        .elements,
        role: .body,
        required: [RequiredChild("outline")],
        isExtensible: true
      ),
      ElementDefinition(
        "outline",
        in: [.role(.body), .role(.outline)],
        .many,
        .elements,
        role: .outline,
        attributes: [
          // Editors write HTML into them.
          .required("text", .html, blank: nil), .optional("type", blank: nil),
          .optional("isComment", .trueFalse, blank: .truthValueInvalid),
          .optional("isBreakpoint", .trueFalse, blank: .truthValueInvalid),
          .optional("created", .rfc822AtAnyTime, blank: .dateNotRFC822), .optional("category"),
          .optional("xmlUrl", .url, blank: nil), .optional("htmlUrl", .url, blank: nil),
          .optional("url", .url, blank: nil), .optional("title", .html, blank: nil),
          .optional("description", .html, blank: nil), .optional("language", .language, blank: nil),
          .optional("version", .outlineVersion, blank: nil),
        ],
        isExtensible: true,
        unknownAttributeRule: .outlineAttributeUnknown
      ),
    ]
  )
}
