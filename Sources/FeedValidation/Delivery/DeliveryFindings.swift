import FeedModel

/// What the way of a document from its server is to be told of.
enum DeliveryFindings {
  /// A smaller document fits into one packet, so that compression saves none.
  static let worthCompressing = 1_300

  /// The findings of a feed of so many bytes.
  static func of(_ delivery: Delivery, _ kind: FeedKind, byteCount: Int) -> [Finding] {
    var findings: [Finding] = []
    func add(_ rule: Rule, _ message: String, help: String? = nil) {
      findings.append(Finding(rule: rule, message: message, position: .start, help: help))
    }
    if let served = FeedKinds(kind) {
      let help = "Serve it as \(served.ownType)."
      switch ServedType(delivery.mediaType, of: served) {
      case .own: break
      case .missing:
        add(.servedUntyped, "the server does not say what type the document is of", help: help)
      case .generic(let type):
        add(
          .servedAsGeneric,
          "the server says \(type), which may be any \(served.syntax)",
          help: help
        )
      case .otherFormat(let type, let format):
        add(
          .servedAsOtherFormat,
          "the server says \(type), which is \(format), but this is \(served.name)",
          help: help
        )
      case .noFeed(let type):
        add(
          .servedAsNoFeed,
          "the server says \(Excerpt.quote(type)), which is no type of a feed",
          help: help
        )
      }
    }
    if let address = delivery.permanentAddress, let first = delivery.redirects.first {
      add(.redirectPermanent, "\(first.source) has moved to \(address)")
    }
    if let redirect = delivery.redirects.first(where: { !$0.isPermanent }) {
      add(
        .redirectTemporary,
        "\(redirect.source) leads to \(redirect.target), but only for the time being"
      )
    }
    if !delivery.isCompressed, byteCount >= worthCompressing {
      add(.servedUncompressed, "the server sent \(byteCount) bytes without compression")
    }
    if !delivery.hasVersion {
      add(.servedWithoutVersion, "the server sent neither ETag nor Last-Modified")
    }
    return findings
  }
}
