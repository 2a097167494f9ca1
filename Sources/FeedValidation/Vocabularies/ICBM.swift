extension Vocabulary {
  /// Where something is: the module of 2003 that is named after missiles.
  static let icbm = Vocabulary(
    namespace: "http://postneo.com/icbm",
    prefix: "icbm",
    spec: "http://postneo.com/icbm/",
    elements: [
      ElementDefinition("latitude", in: .everywhere, .once, .text(.latitude)),
      ElementDefinition("longitude", in: .everywhere, .once, .text(.longitude)),
    ]
  )
}
