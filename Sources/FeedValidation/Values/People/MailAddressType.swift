extension ValueType {
  /// A mail address and nothing else, as Atom and iTunes have it.
  public static let addrSpec = ValueType("a mail address", ifEmpty: .addressInvalid) {
    value,
    _,
    report in
    let trimmed = TrimmedValue(value)
    guard !trimmed.bytes.isEmpty else { return }
    if let domain = AddressText.domain(trimmed.bytes[...]) {
      MailHost.check(trimmed.bytes, domain, from: trimmed.start, report)
      return
    }
    let found = AddressText.first(in: trimmed.bytes)
    let isAlone = trimmed.bytes.count { $0 == 0x40 } == 1
    let address = found.map { String(decoding: trimmed.bytes[$0], as: UTF8.self) }
    // The first thing that is no address.
    var place = 0
    if let found, found.lowerBound == 0 { place = found.upperBound }
    report(
      ValueFinding(
        .addressInvalid,
        found == nil
          ? "is \(Excerpt.quote(trimmed.bytes)), not a mail address"
          : "is \(Excerpt.quote(trimmed.bytes)), not a mail address alone",
        at: trimmed.start + place,
        replacement: isAlone ? address : nil
      )
    )
  }
}

/// The hosts of mail addresses.
enum MailHost {
  static func check(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ domain: Range<Int>,
    from start: Int,
    _ report: (ValueFinding) -> Void
  ) {
    guard bytes[domain].first != 0x5B, let obstacle = PublicHost.obstacle(bytes[domain]) else {
      return
    }
    report(
      ValueFinding(
        .hostNotPublic,
        "has the host \(Excerpt.quote(bytes[domain])), \(obstacle)",
        at: start + domain.lowerBound
      )
    )
  }
}

extension Rule {
  /// Addresses are addresses.
  public static let addressInvalid = Rule(
    id: "address-invalid",
    severity: .error,
    formats: .xml,
    summary: "A mail address is name@host, with nothing around it",
    why:
      "Programs write to the address as it is. Directories of podcasts prove by it who owns the show.",
    help: "Write the address alone; where a name is wanted, there is another element for it.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.2.3",
    w3c: ["InvalidAddrSpec", "InvalidContact"],
    examples: Examples(
      passing: [.atomFeed(author("jane@example.org"))],
      failing: [
        .atomFeed(author("jane@example.org↓ (Jane)")), .atomFeed(author("↓jane at example.org")),
      ]
    )
  )

  private static func author(_ email: String) -> String {
    "<author><name>Jane</name><email>\(email)</email></author>"
  }
}
