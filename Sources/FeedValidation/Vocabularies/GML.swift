extension Vocabulary {
  /// The geometries of the Geography Markup Language that GeoRSS uses.
  static let gml = Vocabulary(
    namespace: "http://www.opengis.net/gml",
    prefix: "gml",
    spec: "https://www.ogc.org/standard/gml/",
    elements: [
      ElementDefinition(
        "Point",
        in: [.role(.geometry)],
        .once,
        .elements,
        attributes: system,
        required: [RequiredChild("pos")]
      ),
      ElementDefinition(
        "LineString",
        in: [.role(.geometry)],
        .once,
        .elements,
        attributes: system,
        required: [RequiredChild("posList")]
      ),
      ElementDefinition(
        "Polygon",
        in: [.role(.geometry)],
        .once,
        .elements,
        attributes: system,
        required: [RequiredChild("exterior")]
      ),
      ElementDefinition(
        "Envelope",
        in: [.role(.geometry)],
        .once,
        .elements,
        attributes: system,
        required: [RequiredChild("lowerCorner"), RequiredChild("upperCorner")]
      ),
      // Circles and other geometries are rare; what is in them is not looked into.
      ElementDefinition(
        "CircleByCenterPoint",
        in: [.role(.geometry)],
        .once,
        .anything,
        attributes: system
      ),
      ElementDefinition("MultiPoint", in: [.role(.geometry)], .once, .anything, attributes: system),
      ElementDefinition("MultiCurve", in: [.role(.geometry)], .once, .anything, attributes: system),
      ElementDefinition(
        "MultiSurface",
        in: [.role(.geometry)],
        .once,
        .anything,
        attributes: system
      ),
      ElementDefinition(
        "pos",
        in: [.element("Point")],
        .once,
        .text(.coordinates),
        attributes: system
      ),
      ElementDefinition(
        "posList",
        in: [.element("LineString")],
        .once,
        .text(.coordinateList),
        attributes: system
      ),
      ElementDefinition(
        "posList",
        in: [.element("LinearRing")],
        .once,
        .text(.coordinateRing),
        attributes: system
      ),
      ElementDefinition(
        "exterior",
        in: [.element("Polygon")],
        .once,
        .elements,
        required: [RequiredChild("LinearRing")]
      ),
      ElementDefinition(
        "interior",
        in: [.element("Polygon")],
        .many,
        .elements,
        required: [RequiredChild("LinearRing")]
      ),
      ElementDefinition(
        "LinearRing",
        in: [.element("exterior"), .element("interior")],
        .once,
        .elements,
        attributes: system,
        required: [RequiredChild("posList")]
      ),
      ElementDefinition(
        "lowerCorner",
        in: [.element("Envelope")],
        .once,
        .text(.coordinates),
        attributes: system
      ),
      ElementDefinition(
        "upperCorner",
        in: [.element("Envelope")],
        .once,
        .text(.coordinates),
        attributes: system
      ),
    ],
    attributes: [
      .optional("id")
    ]
  )

  private static let system: [AttributeDefinition] = [
    .optional("srsName"), .optional("srsDimension", .positiveInteger),
    .optional("count", .positiveInteger),
  ]
}
