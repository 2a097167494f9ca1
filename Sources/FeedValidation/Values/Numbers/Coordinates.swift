extension ValueType {
  /// A latitude in degrees, from -90 to 90.
  public static let latitude = degrees(
    "a latitude from -90 to 90",
    limit: 90,
    .latitudeInvalid
  )

  /// A longitude in degrees, from -180 to 180.
  public static let longitude = degrees(
    "a longitude from -180 to 180",
    limit: 180,
    .longitudeInvalid
  )

  /// A point of GeoRSS: latitude, space, longitude.
  public static let coordinates = coordinates("a latitude and a longitude", pairs: 1...1)

  /// The points of a line of GeoRSS, two at least.
  public static let coordinateList = coordinates("two points or more", pairs: 2 ... .max)

  /// The corners of a polygon of GeoRSS, of which the last is the first again.
  public static let coordinateRing = coordinates("four points or more", pairs: 4 ... .max)

  private static func degrees(_ name: String, limit: Double, _ rule: Rule) -> ValueType {
    ValueType(name, ifEmpty: rule) { value, _, report in
      let trimmed = TrimmedValue(value)
      guard !trimmed.bytes.isEmpty else { return }
      if let degrees = NumberText.decimal(trimmed.bytes), abs(degrees) <= limit { return }
      let place = NumberText.faultInDecimal(trimmed.bytes) ?? 0
      report(
        ValueFinding(
          rule,
          "is \(Excerpt.quote(trimmed.bytes)), not \(name)",
          at: trimmed.start + place
        )
      )
    }
  }

  private static func coordinates(_ name: String, pairs: ClosedRange<Int>) -> ValueType {
    ValueType(name, ifEmpty: .coordinatesInvalid) { value, _, report in
      let trimmed = TrimmedValue(value)
      guard !trimmed.bytes.isEmpty else { return }
      CoordinateReader(trimmed, name: name).check(pairs, report)
    }
  }
}

/// Reads numbers in pairs, with white space between them, or with commas, which is common and wrong.
private struct CoordinateReader {
  private let text: UnsafeBufferPointer<UInt8>
  private let start: Int
  private let name: String

  init(_ trimmed: TrimmedValue, name: String) {
    text = trimmed.bytes
    start = trimmed.start
    self.name = name
  }

  func check(_ pairs: ClosedRange<Int>, _ report: (ValueFinding) -> Void) {
    var comma: Int?
    var count = 0
    var index = 0
    while index < text.count {
      var end = index
      while end < text.count, !isSeparator(text[end]) { end &+= 1 }
      let number = UnsafeBufferPointer(rebasing: text[index..<end])
      guard let degrees = NumberText.decimal(number) else {
        report(invalid(at: index &+ (NumberText.faultInDecimal(number) ?? 0)))
        return
      }
      let isLatitude = count % 2 == 0
      if abs(degrees) > (isLatitude ? 90 : 180) {
        report(outOfRange(number, at: index, isLatitude: isLatitude))
        return
      }
      count &+= 1
      index = end
      while index < text.count, isSeparator(text[index]) {
        if text[index] == UInt8(ascii: ","), comma == nil { comma = index }
        index &+= 1
      }
    }
    if count % 2 == 1 || !pairs.contains(count / 2) {
      report(invalid(at: 0))
    } else if let comma {
      report(withComma(at: comma))
    }
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    TrimmedValue.isSpace(byte) || byte == UInt8(ascii: ",")
  }

  private func invalid(at place: Int) -> ValueFinding {
    ValueFinding(
      .coordinatesInvalid,
      "is \(Excerpt.quote(text)), not \(name)",
      at: start + min(place, text.count - 1)
    )
  }

  private func outOfRange(
    _ number: UnsafeBufferPointer<UInt8>,
    at place: Int,
    isLatitude: Bool
  ) -> ValueFinding {
    ValueFinding(
      isLatitude ? .latitudeInvalid : .longitudeInvalid,
      "has the \(isLatitude ? "latitude" : "longitude") \(Excerpt.quote(number))",
      at: start + place,
      help: isLatitude ? "Write the latitude first, then the longitude." : nil
    )
  }

  private func withComma(at place: Int) -> ValueFinding {
    var words: [UInt8] = []
    words.reserveCapacity(text.count)
    for byte in text {
      if !isSeparator(byte) {
        words.append(byte)
      } else if words.last != 0x20 {
        words.append(0x20)
      }
    }
    return ValueFinding(
      .coordinatesComma,
      "has a comma between latitude and longitude",
      at: start + place,
      replacement: String(decoding: words, as: UTF8.self)
    )
  }
}

extension Rule {
  /// Latitudes are degrees.
  public static let latitudeInvalid = Rule(
    id: "latitude-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A latitude is degrees from -90 to 90",
    why: "Maps cannot show the place, or show another one.",
    help: "Write degrees as a decimal number, negative in the south: “52.5163”.",
    spec: "https://www.w3.org/2003/01/geo/",
    w3c: ["InvalidLatitude"],
    examples: Examples(
      passing: [.rssItem(geo("lat", "52.5163", "long", "13.3777"))],
      failing: [
        .rssItem(geo("lat", "↓91.048", "long", "13.3777")),
        .rssItem(geo("lat", "52↓°30'N", "long", "13.3777")),
      ]
    )
  )

  /// Longitudes are degrees.
  public static let longitudeInvalid = Rule(
    id: "longitude-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A longitude is degrees from -180 to 180",
    why: "Maps cannot show the place, or show another one.",
    help: "Write degrees as a decimal number, negative in the west: “13.3777”.",
    spec: "https://www.w3.org/2003/01/geo/",
    w3c: ["InvalidLongitude"],
    examples: Examples(
      passing: [.rssItem(geo("lat", "52.5163", "long", "13.3777"))],
      failing: [.rssItem(geo("lat", "52.5163", "long", "↓-188.2473"))]
    )
  )

  private static func geo(_ a: String, _ x: String, _ b: String, _ y: String) -> String {
    let namespace = "xmlns:geo=\"http://www.w3.org/2003/01/geo/wgs84_pos#\""
    return "<title>One</title><geo:\(a) \(namespace)>\(x)</geo:\(a)>"
      + "<geo:\(b) \(namespace)>\(y)</geo:\(b)>"
  }

  /// GeoRSS has pairs of numbers.
  public static let coordinatesInvalid = Rule(
    id: "coordinates-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "Coordinates are pairs of a latitude and a longitude, as many as the shape needs",
    why: "Maps cannot show the place.",
    help: """
      Write latitude, space, longitude for each point: “52.5163 13.3777”. A line has two points or \
      more; a polygon four or more, and ends where it began.
      """,
    spec: "https://docs.ogc.org/cs/17-002r1/17-002r1.html",
    w3c: ["InvalidCoord", "InvalidCoordList"],
    examples: Examples(
      passing: [.rssItem(point("52.5163 13.3777"))],
      failing: [.rssItem(point("↓52.5163")), .rssItem(point("↓Berlin"))]
    )
  )

  /// GeoRSS has spaces where maps have commas.
  public static let coordinatesComma = Rule(
    id: "coordinates-comma",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "There is a space between latitude and longitude, not a comma",
    why: "Some readers split coordinates at spaces only, and find one number where two should be.",
    help: "Put a space in the comma's place.",
    spec: "https://docs.ogc.org/cs/17-002r1/17-002r1.html",
    w3c: ["CoordComma"],
    examples: Examples(
      passing: [.rssItem(point("52.5163 13.3777"))],
      failing: [.rssItem(point("52.5163↓,13.3777"))]
    )
  )

  private static func point(_ value: String) -> String {
    """
    <title>One</title>\
    <georss:point xmlns:georss="http://www.georss.org/georss">\(value)</georss:point>
    """
  }
}
