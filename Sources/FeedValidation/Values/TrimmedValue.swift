/// A value without the white space around it, which XML's pretty printers add.
struct TrimmedValue {
  /// What is left; empty where there is nothing but white space.
  let bytes: UnsafeBufferPointer<UInt8>
  /// Where that begins in the value.
  let start: Int

  init(_ value: UnsafeBufferPointer<UInt8>) {
    var start = 0
    var end = value.count
    while start < end, Self.isSpace(value[start]) { start &+= 1 }
    while end > start, Self.isSpace(value[end &- 1]) { end &-= 1 }
    self.start = start
    bytes = UnsafeBufferPointer(rebasing: value[start..<end])
  }

  /// Space, tab, line feed and carriage return: what XML calls white space.
  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}

extension ValueType {
  /// The same, and no white space may stand around it: for Atom's dates and URIs and for JSON.
  public var unpadded: ValueType {
    ValueType(name, ifEmpty: ifEmpty) { value, context, report in
      let trimmed = TrimmedValue(value)
      if trimmed.bytes.count != value.count {
        let isBefore = trimmed.start > 0
        report(
          ValueFinding(
            .whitespaceAroundValue,
            "has white space \(isBefore ? "before" : "after") the value",
            at: isBefore ? 0 : trimmed.start + trimmed.bytes.count,
            replacement: String(decoding: trimmed.bytes, as: UTF8.self)
          )
        )
      }
      // What is said already is not said again.
      check(trimmed.bytes, context) { finding in
        var finding = finding
        finding.offset += trimmed.start
        report(finding)
      }
    }
  }

  /// Both this and the other.
  public func and(_ other: ValueType) -> ValueType {
    ValueType(name, ifEmpty: ifEmpty ?? other.ifEmpty) { value, context, report in
      check(value, context, report)
      other.check(value, context, report)
    }
  }
}

extension Rule {
  /// Nothing stands around a value that readers take as it is.
  public static let whitespaceAroundValue = Rule(
    id: "whitespace-around-value",
    severity: .error,
    formats: [.atom, .jsonFeed],
    summary: "Dates and addresses have no white space around them",
    why: """
      Atom and JSON Feed do not let readers trim these values. Some parse the date or compare the \
      id with the space in it, and fail.
      """,
    help: "Put the tags, or the quotes, right around the value.",
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-3.3",
    w3c: ["UnexpectedWhitespace"],
    examples: Examples(
      passing: [.atomEntry("<published>2019-06-13T10:30:00Z</published>")],
      failing: [.atomEntry("<published>↓ 2019-06-13T10:30:00Z</published>")]
    )
  )
}
