extension Vocabulary {
  /// What of the Atom Publishing Protocol stands in feeds: RFC 5023.
  static let atomPublishing = Vocabulary(
    namespace: "http://www.w3.org/2007/app",
    prefix: "app",
    spec: "https://www.rfc-editor.org/rfc/rfc5023",
    elements: [
      ElementDefinition("control", in: [.role(.entry)], .once, .elements, isExtensible: true),
      ElementDefinition("draft", in: [.element("control")], .once, .text(.yesNo)),
      ElementDefinition("edited", in: [.role(.entry)], .once, .text(.rfc3339.unpadded)),
      ElementDefinition(
        "collection",
        in: [.role(.feed), .role(.source)],
        .once,
        .anything,
        attributes: [.required("href", .iriReference)]
      ),
    ]
  )
}
