/// The messages of the W3C Feed Validator that are kinds of another of its messages: who looks for the
/// broader one means these, too.
enum W3CMessages {
  /// Names with all that they are kinds of, each once.
  static func withBroader(_ names: [String]) -> [String] {
    var all = names
    for name in names {
      var broader = broader[name]
      while let next = broader {
        if !all.contains(next) { all.append(next) }
        broader = self.broader[next]
      }
    }
    return all
  }

  /// What a message is a kind of, by its name.
  private static let broader: [String: String] = [
    "MissingElement": """
    ItemMustContainTitleOrDescription MissingContentOrAlternate MissingDescription MissingLink \
    MissingTitle MissingXhtmlDiv
    """,
    "MissingAttribute": "MissingHref",
    "UndefinedElement": "NoBlink NoThrWhen",
    "SAXError": "MissingNamespace UndefinedNamedEntity",
    "MissingNamespace": "NotInANamespace",
    "DuplicateSemantics": "DuplicateDescriptionSemantics DuplicateItemSemantics",
    "ContainsHTML": "CharacterData ContainsUndeclaredHTML",
    "SecurityRisk": "SecurityRiskAttr",
    "SecurityRiskAttr": "DangerousStyleAttr",
    "EmailFormat": "MissingRealName",
    "InvalidContact": "InvalidAddrSpec",
    "InvalidLink": "InvalidFullLink InvalidIRI InvalidURLAttribute InvalidUriChar UriNotIri",
    "InvalidInteger": "InvalidNonNegativeInteger InvalidPositiveInteger",
    "InvalidValue": """
    DuplicateValue InvalidAccessRestrictionRel InvalidBooleanAttribute \
    InvalidCommaSeparatedIntegers InvalidContact InvalidCountryCode InvalidDay InvalidDuration \
    InvalidFloat InvalidFormComponentName InvalidHeight InvalidHour InvalidHttpGUID \
    InvalidISO8601DateTime InvalidInteger InvalidIntegerAttribute InvalidItunesCategory \
    InvalidItunesChannelType InvalidItunesEpisodeType InvalidLanguage InvalidLink \
    InvalidMIMEAttribute InvalidMetaContent InvalidMetaName InvalidRFC2822Date \
    InvalidRFC3339Date InvalidTAG InvalidTextType InvalidTrueFalse InvalidURN InvalidUUID \
    InvalidUpdatePeriod InvalidW3CDTFDate InvalidWidth InvalidYesNoClean NotBase64 NotEscaped \
    TooLong
    """,
  ].reduce(into: [:]) { table, entry in
    for narrower in entry.value.split(separator: " ") { table[String(narrower)] = entry.key }
  }
}
