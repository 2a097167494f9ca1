extension Vocabulary {
  /// Ratings of recordings: The Conversations Network, 2006.
  static let conversationsNetwork = Vocabulary(
    namespace: "http://conversationsnetwork.org/rssNamespace-1.0/",
    prefix: "conversationsNetwork",
    spec: "http://conversationsnetwork.org/rssNamespace-1.0/",
    elements: [
      ElementDefinition("introMilliseconds", in: .entries, .once, .text(.nonNegativeInteger)),
      ElementDefinition("image", in: .entries, .once, .text(.urlAttribute)),
      ElementDefinition("ratingAverage", in: .entries, .once, .text(.float)),
      ElementDefinition("ratingCount", in: .entries, .once, .text(.nonNegativeInteger)),
      ElementDefinition("ratingIndividual", in: .entries, .once, .text(.positiveInteger)),
      ElementDefinition("ratingTimestamp", in: .entries, .once, .text(.iso8601DateTime)),
    ]
  )
}
