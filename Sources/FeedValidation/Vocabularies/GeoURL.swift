extension Vocabulary {
  /// Where something is: GeoURL, 2003.
  static let geoURL = Vocabulary(
    namespace: "http://geourl.org/rss/module/",
    prefix: "geourl",
    spec: "http://geourl.org/rss/module/",
    elements: [
      ElementDefinition("latitude", in: .everywhere, .once, .text(.latitude)),
      ElementDefinition("longitude", in: .everywhere, .once, .text(.longitude)),
    ]
  )
}
