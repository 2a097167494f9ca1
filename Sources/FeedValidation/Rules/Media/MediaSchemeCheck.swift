import FeedXML

/// Holds the text of elements against what their attributes say that it is: the rules are those of
/// the values.
final class MediaSchemeCheck: Check {
  let interests: [Interest] = ["rating", "credit", "hash", "restriction"].map {
    .element(KnownNamespaces.media, $0)
  }

  func end(_ element: ElementRecord, _ context: CheckContext) {
    switch element.name {
    case "rating":
      context.check(element, .mediaRating(scheme: element.attribute("scheme")?.value))
    case "hash":
      context.check(element, .mediaHash(algorithm: element.attribute("algo")?.value))
    case "credit":
      guard let role = element.attribute("role") else { return }
      context.check(role, .mediaCreditRole(scheme: element.attribute("scheme")?.value), at: element)
    default:
      checkRestriction(element, context)
    }
  }

  private func checkRestriction(_ element: ElementRecord, _ context: CheckContext) {
    switch element.attribute("type")?.value {
    case nil, "": context.check(element, .mediaRestriction)
    case "country"?: context.check(element, .countryCodes)
    case "uri"?: context.check(element, .url)
    default: break
    }
  }
}
