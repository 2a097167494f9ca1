import FeedModel

/// URNs after RFC 8141, and among them those of UUIDs (RFC 9562): `urn:isbn:9783161484100`.
enum URN {
  /// What is wrong with a URI that begins with `urn:`; `nil` if nothing is.
  static func complaint(_ reading: URLReading) -> ValueFinding? {
    let bytes = reading.bytes
    if ASCII.hasPrefix("urn:uuid:", in: bytes, at: 0) {
      // The fragment is no part of the name.
      let end = reading.syntax.fragment.map { $0.lowerBound - 1 } ?? bytes.count
      guard let place = UUIDText.offence(bytes[9..<max(end, 9)]) else { return nil }
      return ValueFinding(
        .uuidInvalid,
        "is \(reading.quoted), in which no UUID follows “urn:uuid:”",
        at: reading.place(place),
        help: UUIDText.help(bytes[9...])
      )
    }
    guard let (message, offset) = offence(bytes, reading.syntax) else { return nil }
    return ValueFinding(
      .urnInvalid,
      "is \(reading.quoted), no URN: \(message)",
      at: reading.place(offset)
    )
  }

  private static func offence(_ bytes: UnsafeBufferPointer<UInt8>, _ syntax: IRISyntax) -> (
    String, Int
  )? {
    var end = 4
    while end < bytes.count, ASCII.isAlphanumeric(bytes[end]) || (bytes[end] == 0x2D && end > 4) {
      end += 1
    }
    guard end < bytes.count, bytes[end] == 0x3A else {
      if end == bytes.count { return ("a colon has to follow the namespace", end) }
      return ("the namespace is letters, digits and hyphens", end)
    }
    let namespace = bytes[4..<end]
    if namespace.count < 2 || namespace.count > 32 {
      return ("the namespace has 2 to 32 characters", 4)
    }
    if namespace.last == 0x2D { return ("the namespace ends with a hyphen", end - 1) }
    if ASCII.equalIgnoringCase(namespace, "urn".utf8) {
      return ("“urn” is no namespace", 4)
    }
    guard end + 1 < bytes.count, ![0x23, 0x3F, 0x2F].contains(bytes[end + 1]) else {
      return ("a name has to follow the namespace", end + 1)
    }
    guard let place = syntax.forbidden ?? syntax.percent ?? syntax.numberSign else { return nil }
    return ("what follows the namespace has a character that has to be percent-encoded", place)
  }
}

extension Rule {
  /// URNs have a namespace and a name.
  public static let urnInvalid = Rule(
    id: "urn-invalid",
    severity: .error,
    formats: .all,
    summary: "A URN is “urn:”, a namespace of letters, digits and hyphens, a colon and a name",
    why: "A URN without its parts is no URI. Readers that parse the id refuse it.",
    help: "Write urn:uuid: and a UUID, or a URN of a registered namespace.",
    spec: "https://www.rfc-editor.org/rfc/rfc8141#section-2",
    w3c: ["InvalidURN"],
    examples: Examples(
      passing: [.document(feed("urn:isbn:9783161484100"))],
      failing: [
        .document(feed("urn:example↓+org:1")), .document(feed("urn:isbn↓:")),
      ]
    )
  )

  private static func feed(_ id: String) -> String {
    """
    <feed xmlns="http://www.w3.org/2005/Atom"><id>\(id)</id><title>Example</title>
    <updated>2024-01-01T00:00:00Z</updated><author><name>A</name></author>
    <link rel="self" href="https://example.org/feed.xml"/></feed>
    """
  }
}
