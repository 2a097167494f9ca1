extension Vocabulary {
  /// The terms of the Dublin Core Metadata Initiative.
  static let dublinCoreTerms = Vocabulary(
    namespace: "http://purl.org/dc/terms/",
    prefix: "dcterms",
    spec: "https://www.dublincore.org/specifications/dublin-core/dcmi-terms/",
    elements: [
      ElementDefinition("alternative", in: places, .many, .text(.anyText)),
      ElementDefinition("abstract", in: places, .once, .text(.anyText)),
      ElementDefinition("tableOfContents", in: places, .once, .anything),
      ElementDefinition("created", in: places, .once, .text(.w3cdtf)),
      ElementDefinition("issued", in: places, .once, .text(.w3cdtf)),
      ElementDefinition("modified", in: places, .once, .text(.w3cdtf)),
      ElementDefinition("dateAccepted", in: places, .once, .text(.anyText)),
      ElementDefinition("dateCopyrighted", in: places, .once, .text(.anyText)),
      ElementDefinition("dateSubmitted", in: places, .once, .text(.anyText)),
      ElementDefinition("extent", in: places, .once, .text(.anyText)),
      ElementDefinition("audience", in: places, .many, .text(.anyText)),
      ElementDefinition("mediator", in: places, .once, .text(.anyText)),
    ]
      + free.map {
        ElementDefinition(
          $0,
          in: places,
          .many,
          .anything,
          attributes: [.optional("resource", .urlReference, in: Vocabularies.rdf, blank: nil)],
          unknownAttributeRule: nil
        )
      }
  )

  private static let places: [Place] = .everywhere

  /// Terms whose values have many forms: text, URIs, resources of RDF.
  private static let free = [
    "valid", "available", "medium", "isVersionOf", "hasVersion", "isReplacedBy", "replaces",
    "isRequiredBy", "requires", "isPartOf", "hasPart", "isReferencedBy", "references",
    "isFormatOf", "hasFormat", "conformsTo", "spatial", "temporal", "accessRights",
    "accrualMethod", "accrualPeriodicity", "accrualPolicy", "bibliographicCitation",
    "educationLevel", "instructionalMethod", "license", "provenance", "rightsHolder", "title",
    "creator", "subject", "description", "publisher", "contributor", "date", "type", "format",
    "identifier", "source", "language", "relation", "coverage", "rights",
  ]
}
