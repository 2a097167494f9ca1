extension ValueType {
  /// A geo: URI after RFC 5870: latitude, longitude and perhaps altitude, with commas between them.
  static let geoURI = ValueType("a geo: URI") { value, _, report in
    let text = String(decoding: value, as: UTF8.self)
    guard text.lowercased().hasPrefix("geo:") else {
      report(ValueFinding(.podcastPlaceInvalid, "is \(Excerpt.quote(text)), not a geo: URI"))
      return
    }
    let numbers = text.dropFirst(4).prefix { $0 != ";" }
      .split(separator: ",", maxSplits: 4, omittingEmptySubsequences: false)
    let isNumber = { (text: Substring) in Double(text) != nil }
    guard (2...3).contains(numbers.count), numbers.allSatisfy(isNumber) else {
      report(
        ValueFinding(
          .podcastPlaceInvalid,
          "is \(Excerpt.quote(text)), not two or three numbers",
          at: 4
        )
      )
      return
    }
  }

  /// A node, way or relation of OpenStreetMap: `R113314`, perhaps with a revision, `R113314#188`.
  static let openStreetMapID = ValueType("an id of OpenStreetMap") { value, _, report in
    var digits = 0
    for (index, byte) in value.enumerated() {
      if index == 0, byte == 0x4E || byte == 0x57 || byte == 0x52 { continue }
      if index > 0, byte &- 0x30 < 10 {
        digits &+= 1
        continue
      }
      if byte == UInt8(ascii: "#"), digits > 0 {
        digits = 0
        continue
      }
      report(
        ValueFinding(
          .podcastPlaceInvalid,
          "is \(Excerpt.quote(value)), not an id of OpenStreetMap",
          at: index
        )
      )
      return
    }
    if digits == 0 {
      report(ValueFinding(.podcastPlaceInvalid, "is \(Excerpt.quote(value)), not a whole id"))
    }
  }
}

extension Rule {
  static let podcastPlaceInvalid = Rule(
    id: "podcast-place-invalid",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "A place is a geo: URI or an id of OpenStreetMap",
    why: """
      Apps put a place on a map by them, and show its name only if they cannot read \
      them.
      """,
    help: """
      Write geo=\"geo:48.2,16.4\", or osm=\"R113314\": N, W or R and a number.
      """,
    spec: "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/location.md",
    w3c: [],
    examples: Examples(
      passing: [
        .rssItem(
          "<title>One</title><podcast:location xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" geo=\"geo:30.2672,97.7431\" osm=\"R113314\">Austin, TX</podcast:location>"
        )
      ],
      failing: [
        .rssItem(
          "<title>One</title><podcast:location xmlns:podcast=\"https://podcastindex.org/namespace/1.0\" geo=\"↓30.2672,97.7431\">Austin, TX</podcast:location>"
        )
      ]
    )
  )
}
