extension ValueType {
  /// A mail address and a name, as RSS has them: `jane@example.org (Jane Doe)`.
  public static let emailWithName = ValueType(
    "a mail address and a name",
    ifEmpty: .contactWithoutAddress
  ) { value, _, report in
    let trimmed = TrimmedValue(value)
    guard ASCII.hasPrefix("mailto:", in: trimmed.bytes, at: 0) else {
      Contact(trimmed.bytes, from: trimmed.start).check(report)
      return
    }
    let decoded = percentDecoded(trimmed.bytes.dropFirst(7))
    decoded.withUnsafeBufferPointer { bytes in
      Contact(bytes, from: trimmed.start).check { finding in
        var finding = finding
        // Offsets in what was decoded are not those of the value.
        finding.offset = trimmed.start
        report(finding)
      }
    }
  }

  /// A person's name, in which no mail address belongs.
  public static let personName = ValueType("a name") { value, _, report in
    let trimmed = TrimmedValue(value)
    guard trimmed.bytes.contains(0x40), let address = AddressText.first(in: trimmed.bytes) else {
      return
    }
    let bytes = trimmed.bytes
    let isWhole = address == 0..<bytes.count
    let isInBrackets =
      address.lowerBound > 0 && bytes[address.lowerBound - 1] == 0x3C
      && address.upperBound < bytes.count && bytes[address.upperBound] == 0x3E
    let contact = Contact(bytes, from: 0)
    guard isWhole || isInBrackets || contact.isProper,
      let domain = AddressText.domain(bytes[address]), bytes[domain].contains(0x2E)
    else { return }
    report(
      ValueFinding(
        .nameContainsAddress,
        isWhole
          ? "is a mail address, \(Excerpt.quote(bytes)), not a name"
          : "has a mail address in it: \(Excerpt.quote(bytes))",
        at: trimmed.start + address.lowerBound,
        replacement: contact.name
      )
    )
  }

  private static func percentDecoded(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] {
    var output: [UInt8] = []
    var index = text.startIndex
    while index < text.endIndex {
      let rest = text[index...].dropFirst()
      if text[index] == 0x25, rest.count >= 2, rest.prefix(2).allSatisfy(ASCII.isHexDigit) {
        output.append(
          rest.prefix(2).reduce(0) { $0 << 4 | (ASCII.isDigit($1) ? $1 & 0x0F : ($1 & 0x0F) &+ 9) }
        )
        index += 3
      } else {
        output.append(text[index])
        index += 1
      }
    }
    return output
  }
}

/// A person as RSS writes it.
private struct Contact {
  let bytes: UnsafeBufferPointer<UInt8>
  let start: Int
  /// The address, wherever it stands.
  let address: Range<Int>?

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    self.start = start
    let head = bytes.firstIndex { TrimmedValue.isSpace($0) || $0 == 0x28 } ?? bytes.count
    address =
      AddressText.domain(bytes[..<head]) != nil ? 0..<head : AddressText.first(in: bytes)
  }

  /// Whether it is `address (name)`.
  var isProper: Bool {
    guard let address, address.lowerBound == 0, bytes.last == 0x29 else { return false }
    let rest = bytes[address.upperBound...].drop(while: TrimmedValue.isSpace)
    return rest.first == 0x28
  }

  /// The name of `address (name)`, `name (address)`, `name <address>` and `address, name`.
  var name: String? {
    guard let address, bytes.count < 512, bytes.count(where: { $0 == 0x40 }) == 1 else {
      return nil
    }
    // `jane@example.org?subject=Feed`
    if address.upperBound < bytes.count, !Self.marks.contains(bytes[address.upperBound]) {
      return nil
    }
    let around = [bytes[..<address.lowerBound], bytes[address.upperBound...]].map { part in
      String(decoding: part.filter { !Self.marks.contains($0) || $0 == 0x20 }, as: UTF8.self)
        .split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
    guard around.count == 1, let name = around.first, name.contains(where: \.isLetter) else {
      return nil
    }
    return name
  }

  // ( ) < > , ; " and white space
  private static let marks: [UInt8] = [
    0x28, 0x29, 0x3C, 0x3E, 0x2C, 0x3B, 0x22, 0x20, 0x09, 0x0A, 0x0D,
  ]

  func check(_ report: (ValueFinding) -> Void) {
    if isProper, hasName {
      checkHost(report)
      return
    }
    let quoted = Excerpt.quote(bytes)
    guard let address else {
      report(
        ValueFinding(
          .contactWithoutAddress,
          "is \(quoted), which has no mail address in it",
          at: start
        )
      )
      return
    }
    let mail = String(decoding: bytes[address], as: UTF8.self)
    if address.lowerBound == 0, !hasName {
      report(
        ValueFinding(
          .contactWithoutName,
          "is \(quoted), without a name in brackets after it",
          at: start
        )
      )
    } else {
      report(
        ValueFinding(
          .contactFormat,
          "is \(quoted), not an address and a name in brackets after it",
          at: start + (address.lowerBound == 0 ? address.upperBound : 0),
          replacement: name.map { "\(mail) (\($0))" }
        )
      )
    }
    checkHost(report)
  }

  /// Whether anything but brackets follows the address.
  private var hasName: Bool {
    guard let address else { return false }
    return bytes[address.upperBound...].contains { !Self.marks.contains($0) }
  }

  private func checkHost(_ report: (ValueFinding) -> Void) {
    guard let address, let domain = AddressText.domain(bytes[address]) else { return }
    MailHost.check(bytes, domain, from: start, report)
  }
}

extension Rule {
  /// RSS names people by their address.
  public static let contactWithoutAddress = Rule(
    id: "contact-without-address",
    severity: .error,
    formats: .rss,
    summary: "People in RSS are given by their mail address",
    why: """
      These elements are for addresses. Readers that expect one show none or half of the name, or \
      take the feed for invalid.
      """,
    help: """
      Write jane@example.org (Jane Doe). To give the name alone, leave the element out and use \
      dc:creator.
      """,
    spec: "https://www.rssboard.org/rss-profile#data-types-email",
    w3c: ["InvalidContact"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><author>jane@example.org (Jane Doe)</author>")],
      failing: [.rssItem("<title>One</title><author>↓Jane Doe</author>")]
    )
  )

  /// First the address, then the name.
  public static let contactFormat = Rule(
    id: "contact-format",
    severity: .warning,
    formats: .rss,
    summary: "People in RSS are written as user@host (Real Name)",
    why:
      "Readers take the name out of the brackets after the address. In any other form they show it all.",
    help: "Write the address first, and then the name in brackets: jane@example.org (Jane Doe).",
    spec: "https://www.rssboard.org/rss-profile#data-types-email",
    w3c: ["EmailFormat"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><author>jane@example.org (Jane Doe)</author>")],
      failing: [
        .rssItem("<title>One</title><author>↓Jane Doe (jane@example.org)</author>"),
        .rssItem("<title>One</title><author>jane@example.org↓, Jane Doe</author>"),
      ]
    )
  )

  /// People have names.
  public static let contactWithoutName = Rule(
    id: "contact-without-name",
    severity: .warning,
    formats: .rss,
    summary: "A mail address in RSS is followed by the person's name",
    why: "Readers that show who wrote a post have nothing to show but the address.",
    help: "Add the name in brackets: jane@example.org (Jane Doe).",
    spec: "https://www.rssboard.org/rss-profile#data-types-email",
    w3c: ["MissingRealName", "EmailFormat"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><author>jane@example.org (Jane Doe)</author>")],
      failing: [.rssItem("<title>One</title><author>↓jane@example.org</author>")]
    )
  )

  /// Names are names.
  public static let nameContainsAddress = Rule(
    id: "name-contains-address",
    severity: .warning,
    formats: [.rss, .rdf, .atom],
    summary: "Where a person's name belongs there is no mail address",
    why: """
      Readers show the text as the author's name, on every page on which they show the post. Those \
      who send spam collect it there.
      """,
    help: "Write the name alone. Atom has an element for the address: email.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.2.1",
    w3c: ["ContainsEmail"],
    examples: Examples(
      passing: [.atomFeed("<author><name>Jane Doe</name></author>")],
      failing: [
        .atomFeed("<author><name>Jane Doe &lt;↓jane@example.org></name></author>"),
        .atomFeed("<author><name>↓jane@example.org</name></author>"),
      ]
    )
  )
}
