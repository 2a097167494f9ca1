/// UUIDs as text (RFC 9562, section 4).
enum UUIDText {
  /// Where the text is no UUID: 32 hexadecimal digits with hyphens after 8, 12, 16 and 20 of them.
  static func offence(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    for offset in 0..<36 {
      let index = text.startIndex + offset
      guard index < text.endIndex else { return text.endIndex }
      let isHyphen = offset == 8 || offset == 13 || offset == 18 || offset == 23
      guard isHyphen ? text[index] == 0x2D : ASCII.isHexDigit(text[index]) else { return index }
    }
    return text.count == 36 ? nil : text.startIndex + 36
  }

  /// What is wrong with text that has the digits of a UUID, but not its form.
  static func help(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard let canonical = canonical(text) else { return nil }
    return "Write the digits in their groups: \(canonical)."
  }

  /// The UUID of 32 digits with braces around them, or with other hyphens or none.
  static func canonical(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    guard text.count <= 40 else { return nil }
    let digits = text.filter { $0 != 0x2D && $0 != 0x7B && $0 != 0x7D }
    guard digits.count == 32, digits.allSatisfy(ASCII.isHexDigit) else { return nil }
    var output: [UInt8] = []
    for (offset, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(offset) { output.append(0x2D) }
      output.append(ASCII.lowercased(digit))
    }
    return String(decoding: output, as: UTF8.self)
  }
}

extension ValueType {
  /// A UUID, as podcast:guid has it.
  public static let uuid = ValueType("a UUID") { value, _, report in
    let trimmed = TrimmedValue(value)
    guard let place = UUIDText.offence(trimmed.bytes[...]) else { return }
    report(
      ValueFinding(
        .uuidInvalid,
        "is \(Excerpt.quote(trimmed.bytes)), not a UUID",
        at: trimmed.start + min(place, trimmed.bytes.count - 1),
        replacement: UUIDText.canonical(trimmed.bytes[...])
      )
    )
  }
}

extension Rule {
  /// UUIDs have 32 digits.
  public static let uuidInvalid = Rule(
    id: "uuid-invalid",
    severity: .error,
    formats: .all,
    summary: "A UUID is 32 hexadecimal digits in groups of 8, 4, 4, 4 and 12",
    why: """
      A UUID is unique by the way in which it is made. Text that only looks like one may be that of \
      another feed, and software that parses it finds none.
      """,
    help: "Let a program make the UUID, such as uuidgen, and never change it again.",
    spec: "https://www.rfc-editor.org/rfc/rfc9562#section-4",
    w3c: ["InvalidUUID"],
    examples: Examples(
      passing: [.document(feed("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a"))],
      failing: [
        .document(feed("urn:uuid:↓g225c695-cfb8-4ebb-aaaa-80da344efa6a")),
        .document(feed("urn:uuid:1225c695↓cfb84ebbaaaa80da344efa6a")),
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
