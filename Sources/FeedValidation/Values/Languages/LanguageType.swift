extension ValueType {
  /// A language tag of BCP 47: `en`, `pt-BR`, `zh-Hans`. Letter case does not matter.
  public static let language = ValueType("a language tag", ifEmpty: .languageInvalid) {
    value,
    _,
    report in
    let trimmed = TrimmedValue(value)
    guard let offence = LanguageTag.offence(in: trimmed.bytes) else { return }
    report(LanguageComplaint(trimmed).finding(offence))
  }
}

/// Words for what is wrong with a language tag.
private struct LanguageComplaint {
  private let trimmed: TrimmedValue

  init(_ trimmed: TrimmedValue) { self.trimmed = trimmed }

  func finding(_ offence: LanguageTag.Offence) -> ValueFinding {
    let quoted = Excerpt.quote(trimmed.bytes)
    switch offence {
    case .longLanguage(let shorter):
      let rest = String(decoding: trimmed.bytes.dropFirst(3), as: UTF8.self)
      return ValueFinding(
        .languageSubtagUnregistered,
        "is \(quoted), but the code of this language is “\(shorter)”",
        at: trimmed.start,
        replacement: valid(shorter + rest)
      )
    case .unknownRegion(let start, let length):
      let end = start + length
      let region = String(decoding: trimmed.bytes[start..<end], as: UTF8.self)
      let meant = CountryCodes.meant[region.lowercased()].map {
        String(decoding: trimmed.bytes[..<start], as: UTF8.self) + $0
          + String(decoding: trimmed.bytes[end...], as: UTF8.self)
      }
      return ValueFinding(
        .languageSubtagUnregistered,
        "is \(quoted), but “\(region)” is no region",
        at: trimmed.start + start,
        replacement: meant.flatMap(valid)
      )
    case .unknownLanguage(let length):
      let language = Excerpt.quote(trimmed.bytes[..<length])
      return invalid("is \(quoted), but no language has the code \(language)", at: 0)
    case .malformed(let start, let length):
      if let underscore = trimmed.bytes.firstIndex(of: 0x5F) {
        return invalid("is \(quoted), with a “_” where a “-” belongs", at: underscore)
      }
      if length == 0 {
        return invalid("is \(quoted), which has a “-” too many", at: max(start - 1, 0))
      }
      return invalid("is \(quoted), not a language tag such as en or pt-BR", at: start)
    }
  }

  private func invalid(_ message: String, at offset: Int) -> ValueFinding {
    ValueFinding(.languageInvalid, message, at: trimmed.start + offset, replacement: meant)
  }

  /// The tag that is certainly meant.
  private var meant: String? {
    guard trimmed.bytes.count <= 40 else { return nil }
    let text = String(decoding: trimmed.bytes, as: UTF8.self)
    if let code = LanguageNames.codes[text.lowercased()] { return code }
    // A locale of C libraries: en_US.UTF-8.
    return valid(String(text.prefix { $0 != "." }.map { $0 == "_" ? "-" : $0 }))
  }

  private func valid(_ tag: String) -> String? {
    Array(tag.utf8).withUnsafeBufferPointer { LanguageTag.offence(in: $0) } == nil ? tag : nil
  }
}

extension Rule {
  /// Languages have codes.
  public static let languageInvalid = Rule(
    id: "language-invalid",
    severity: .error,
    formats: .all,
    summary: "A language is given as a language tag",
    why: """
      Readers choose fonts, hyphenation and translations by the language, directories sort by it. \
      A tag that they do not know counts as none.
      """,
    help: """
      Write a code of ISO 639, after a hyphen that of the country if it matters: en, en-GB, \
      zh-Hans.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc5646#section-2.1",
    w3c: ["InvalidLanguage"],
    examples: Examples(
      passing: [
        .rssChannel("<language>en-us</language>"), .rssChannel("<language>zh-Hans</language>"),
      ],
      failing: [
        .rssChannel("<language>↓English</language>"), .rssChannel("<language>en↓_US</language>"),
        .rssChannel("<language>↓xy</language>"),
      ]
    )
  )

  /// Subtags are registered.
  public static let languageSubtagUnregistered = Rule(
    id: "language-subtag-unregistered",
    severity: .warning,
    formats: .all,
    summary: "The parts of a language tag are those that are registered",
    why: """
      Software compares language tags letter by letter with those it knows. It knows “en”, not \
      “eng”, and “en-GB”, not “en-UK”.
      """,
    help: "Write the shortest code of the language, and the country's code of ISO 3166.",
    spec: "https://www.rfc-editor.org/rfc/rfc5646#section-2.2",
    examples: Examples(
      passing: [.rssChannel("<language>en-GB</language>")],
      failing: [
        .rssChannel("<language>en-↓UK</language>"), .rssChannel("<language>↓eng</language>"),
      ]
    )
  )
}
