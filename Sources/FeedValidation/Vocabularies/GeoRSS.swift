extension Vocabulary {
  /// Where something is: GeoRSS Simple, and GeoRSS GML in where.
  static let geoRSS = Vocabulary(
    namespace: "http://www.georss.org/georss",
    prefix: "georss",
    spec: "https://www.ogc.org/standard/georss/",
    elements: [
      ElementDefinition("point", in: places, .many, .text(.coordinates), attributes: tags),
      ElementDefinition("line", in: places, .many, .text(.coordinateList), attributes: tags),
      ElementDefinition("polygon", in: places, .many, .text(.coordinateRing), attributes: tags),
      // Two corners, or three with some programs’ altitudes.
      ElementDefinition("box", in: places, .many, .text(.coordinateList), attributes: tags),
      // A centre and a radius.
      ElementDefinition("circle", in: places, .many, .text(.anyText), attributes: tags),
      ElementDefinition("where", in: places, .many, .elements, role: .geometry, attributes: tags),
      // The serialisation of 2007 has them in lower case.
      ElementDefinition("featureTypeTag", in: places, .many, .text(.anyText)),
      ElementDefinition("relationshipTag", in: places, .many, .text(.anyText)),
      ElementDefinition("featureName", in: places, .many, .text(.anyText)),
      ElementDefinition("featuretypetag", in: places, .many, .text(.anyText)),
      ElementDefinition("relationshiptag", in: places, .many, .text(.anyText)),
      ElementDefinition("featurename", in: places, .many, .text(.anyText)),
      ElementDefinition("elev", in: places, .many, .text(.signedFloat)),
      ElementDefinition("floor", in: places, .many, .text(.integer)),
      ElementDefinition("radius", in: places, .many, .text(.float)),
    ]
  )

  private static let places: [Place] = .everywhere + [.role(.mediaPlace)]
  private static let tags: [AttributeDefinition] = [
    .optional("featuretypetag"), .optional("relationshiptag"), .optional("featurename"),
    .optional("elev", .signedFloat), .optional("floor", .integer), .optional("radius", .float),
  ]
}
