extension ValueType {
  /// The name of a form's field, as the name of RSS's textInput.
  public static let formComponentName = ValueType(
    "the name of a form's field",
    ifEmpty: .formNameInvalid
  ) {
    value,
    _,
    report in
    let trimmed = TrimmedValue(value)
    guard let place = offence(trimmed.bytes) else { return }
    report(
      ValueFinding(
        .formNameInvalid,
        "is \(Excerpt.quote(trimmed.bytes)), not the name of a form's field",
        at: trimmed.start + place
      )
    )
  }

  /// HTML 4.01, section 6.2: a letter, and then letters, digits and `-_:.`; PHP's forms have `[]`.
  private static func offence(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    bytes.indices.first { index in
      let byte = bytes[index]
      if ASCII.isLetter(byte) || byte == 0x5F { return false }
      guard index > 0 else { return true }
      return !(ASCII.isDigit(byte) || [0x2D, 0x3A, 0x2E, 0x5B, 0x5D].contains(byte))
    }
  }
}

extension Rule {
  /// Fields of forms have names.
  public static let formNameInvalid = Rule(
    id: "form-name-invalid",
    severity: .error,
    formats: [.rss, .rdf],
    summary: "The name of a textInput begins with a letter and has no spaces",
    why:
      "The server gets what is typed under this name. It is the program's name for the field, not a label.",
    help: "Write the name of the field in the form, such as q; the label goes into title.",
    spec: "https://www.rssboard.org/rss-profile#element-channel-textinput-name",
    w3c: ["InvalidFormComponentName"],
    examples: Examples(
      passing: [.document(input("q"))],
      failing: [.document(input("↓42")), .document(input("your↓ question"))]
    )
  )

  private static func input(_ name: String) -> String {
    """
    <rss version="2.0"><channel><title>Example</title><link>https://example.org/</link>
    <description>An example</description><language>en</language>
    <textInput><title>Search</title><description>Search the site</description>
    <name>\(name)</name><link>https://example.org/search</link></textInput>
    <item><title>One</title><guid>https://example.org/1</guid></item></channel></rss>
    """
  }
}
