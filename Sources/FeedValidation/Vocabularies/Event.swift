extension Vocabulary {
  /// When and where an event is: the module mod_event.
  static let event = Vocabulary(
    namespace: "http://purl.org/rss/1.0/modules/event/",
    prefix: "ev",
    spec: "https://web.resource.org/rss/1.0/modules/event/",
    elements: [
      ElementDefinition("startdate", in: .entries, .once, .text(.iso8601DateTimeAtAnyTime)),
      ElementDefinition("enddate", in: .entries, .once, .text(.iso8601DateTimeAtAnyTime)),
      ElementDefinition("location", in: .entries, .many, .anything),
      ElementDefinition("organizer", in: .entries, .many, .anything),
      ElementDefinition("type", in: .entries, .once, .text(.anyText)),
    ]
  )
}
