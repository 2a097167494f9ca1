extension Vocabulary {
  /// Replies in RSS 1.0: the module mod_threading.
  static let threading = Vocabulary(
    namespace: "http://purl.org/rss/1.0/modules/threading/",
    prefix: "thr",
    spec: "https://web.resource.org/rss/1.0/modules/threading/",
    elements: [
      ElementDefinition("children", in: [.role(.rdfItem)], .once, .anything)
    ]
  )
}
