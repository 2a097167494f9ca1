extension Vocabulary {
  /// The fifteen elements of Dublin Core.
  static let dublinCore = Vocabulary(
    namespace: "http://purl.org/dc/elements/1.1/",
    prefix: "dc",
    spec: "https://www.dublincore.org/specifications/dublin-core/dces/",
    elements: [
      ElementDefinition("title", in: places, .once, .text(.anyText)),
      ElementDefinition("creator", in: places, .many, .text(.personName)),
      ElementDefinition("subject", in: places, .many, .text(.anyText)),
      ElementDefinition("date", in: [.role(.item), .role(.rdfItem)], .many, .text(.w3cdtf)),
      ElementDefinition("date", in: places, .once, .text(.w3cdtf)),
      ElementDefinition("description", in: places, .once, .text(.anyText)),
      ElementDefinition("publisher", in: places, .many, .text(.anyText)),
      ElementDefinition("contributor", in: places, .many, .text(.anyText)),
      ElementDefinition("type", in: places, .once, .text(.anyText)),
      ElementDefinition("format", in: places, .once, .text(.anyText)),
      ElementDefinition("identifier", in: places, .many, .text(.anyText)),
      ElementDefinition("source", in: places, .once, .text(.anyText)),
      ElementDefinition(
        "language",
        in: places,
        .once,
        .text(.language)
      ),
      ElementDefinition("relation", in: places, .many, .text(.anyText)),
      ElementDefinition("coverage", in: places, .many, .text(.anyText)),
      ElementDefinition("rights", in: places, .once, .text(.plainText)),
    ]
  )

  private static let places: [Place] = .everywhere
}
