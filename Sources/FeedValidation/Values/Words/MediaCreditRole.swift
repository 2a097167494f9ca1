extension ValueType {
  /// What somebody did for a media object.
  ///
  /// - Parameter scheme: the attribute `scheme`; without one it is `urn:ebu`, the list of the
  ///   European Broadcasting Union. Of a scheme that is not known, roles are in lower case.
  public static func mediaCreditRole(scheme: String?) -> ValueType {
    switch scheme {
    case nil, "urn:ebu": ebuRole
    case "urn:yvs": yvsRole
    default: lowerCaseRole
    }
  }

  private static let ebuRole = oneOf(
    ebuRoles,
    as: "a role of the European Broadcasting Union",
    rule: .mediaCreditRoleUnknown,
    meaning: ["writer": "author", "photograph": "photographer", "camera": "camera operator"]
  )

  private static let yvsRole = oneOf(
    ["uploader", "owner"],
    as: "a role of Yahoo Video",
    rule: .mediaCreditRoleUnknown
  )

  private static let lowerCaseRole = ValueType("a role in lower case") { value, _, report in
    let trimmed = TrimmedValue(value)
    guard let place = trimmed.bytes.firstIndex(where: { $0 &- 0x41 < 26 }) else { return }
    report(
      ValueFinding(
        .mediaCreditRoleUnknown,
        "is \(Excerpt.quote(trimmed.bytes)), not in lower case",
        at: trimmed.start + place,
        replacement: trimmed.bytes.count <= 256
          ? String(decoding: trimmed.bytes.map(ASCII.lowercased), as: UTF8.self) : nil
      )
    )
  }

  /// EBU Tech 3293, role codes. Some of the list's entries are two words with a stroke; each of
  /// them is taken as well.
  private static let ebuRoles = [
    "actor", "adaptor", "anchor person", "animal trainer", "animator", "announcer", "armourer",
    "art director", "artist", "artist/performer", "assistant camera",
    "assistant chief lighting technician", "assistant director", "assistant producer",
    "assistant visual editor", "author", "broadcast assistant", "broadcast journalist",
    "camera operator", "carpenter", "casting", "causeur", "chief lighting technician", "choir",
    "choreographer", "clapper loader", "commentary or commentator", "commissioning broadcaster",
    "composer", "computer programmer", "conductor", "consultant", "continuity checker",
    "correspondent", "costume designer", "dancer", "dialogue coach", "director",
    "director of photography", "distribution company", "draughtsman", "dresser", "dubber",
    "editor", "editor/producer", "ensemble", "executive producer", "expert", "fight director",
    "floor manager", "focus puller", "foley artist", "foley editor", "foley mixer",
    "graphic assistant", "graphic designer", "greensman", "grip", "hairdresser", "illustrator",
    "interviewed guest", "interviewer", "key character", "key grip", "key talents", "leadman",
    "librettist", "lighting director", "lighting technician", "location manager", "lyricist",
    "make up artist", "manufacturer", "matte artist", "music arranger", "music group", "musician",
    "news reader", "orchestra", "participant", "performer", "photographer", "post", "producer",
    "production assistant", "production company", "production department", "production manager",
    "production secretary", "programme production researcher", "programme proposal",
    "property manager", "publishing company", "puppeteer", "pyrotechnician", "reporter", "rigger",
    "runner", "scenario", "scenic operative", "script supervisor", "second assistant camera",
    "second assistant director", "second unit director", "set designer", "set dresser",
    "sign language", "singer", "sound designer", "sound mixer", "sound recordist",
    "special effects", "stunts", "subtitles", "technical director", "term", "translation",
    "transportation manager", "treatment", "treatment proposal", "treatment/programme proposal",
    "vision mixer", "visual editor", "visual effects", "wardrobe", "witness",
  ]
}

extension Rule {
  /// Roles are those of their scheme.
  public static let mediaCreditRoleUnknown = Rule(
    id: "media-credit-role-unknown",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The role of a credit is one of its scheme's, in lower case",
    why: "Readers sort credits by role, and show one that they do not know under no heading.",
    help: "Choose a role of the list, in lower case, or name another scheme.",
    spec: "https://www.rssboard.org/media-rss#media-credit",
    w3c: ["InvalidCreditRole"],
    examples: Examples(
      passing: [.rssItem(credit("role=\"musician\""))],
      failing: [
        .rssItem(credit("role=\"↓diva\"")),
        .rssItem(credit("scheme=\"http://example.com/\" role=\"↓Musician\"")),
      ]
    )
  )

  private static func credit(_ attributes: String) -> String {
    """
    <title>One</title><media:credit xmlns:media="http://search.yahoo.com/mrss/" \
    \(attributes)>Jane Doe</media:credit>
    """
  }
}
