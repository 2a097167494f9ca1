extension Vocabulary {
  /// The rights expression language of Creative Commons, which followed ``creativeCommonsRDF``.
  static let creativeCommonsRights = Vocabulary(
    namespace: "http://creativecommons.org/ns#",
    prefix: "cc",
    spec: "https://creativecommons.org/ns",
    elements: terms.map { ElementDefinition($0, in: .everywhere, .many, .anything) }
  )

  private static let terms = [
    "license", "morePermissions", "attributionName", "attributionURL", "permits", "requires",
    "prohibits", "jurisdiction", "legalcode", "deprecatedOn", "useGuidelines", "License", "Work",
  ]
}
