extension Vocabulary {
  /// Where something is: the W3C’s Basic Geo.
  static let geo = Vocabulary(
    namespace: "http://www.w3.org/2003/01/geo/wgs84_pos#",
    prefix: "geo",
    spec: "https://www.w3.org/2003/01/geo/",
    elements: [
      ElementDefinition(
        "Point",
        in: places,
        .many,
        .elements,
        required: [RequiredChild("lat"), RequiredChild("long")]
      ),
      ElementDefinition("lat", in: places + [.element("Point")], .once, .text(.latitude)),
      ElementDefinition("long", in: places + [.element("Point")], .once, .text(.longitude)),
      ElementDefinition("alt", in: places + [.element("Point")], .once, .text(.signedFloat)),
    ]
  )

  private static let places: [Place] = .everywhere + [.role(.mediaPlace)]
}
