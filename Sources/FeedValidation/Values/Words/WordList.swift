import FeedModel

extension ValueType {
  /// One of a few words.
  ///
  /// What is none of them is compared with them: letter case and known other spellings give a
  /// replacement, a near word a question.
  ///
  /// - Parameters:
  ///   - words: the words, as they are to be written.
  ///   - name: what the words are, with its article.
  ///   - rule: what is broken by another word.
  ///   - ignoringCase: whether readers do not care about letter case.
  ///   - caseRule: what is broken by other letter case only; by default the same.
  ///   - trimming: whether white space may stand around the word.
  ///   - meaning: other spellings, in lower case, and the words that they stand for.
  public static func oneOf(
    _ words: [String],
    as name: String,
    rule: Rule,
    ignoringCase: Bool = false,
    caseRule: Rule? = nil,
    trimming: Bool = true,
    meaning: [String: String] = [:]
  ) -> ValueType {
    let list = WordList(words, ignoringCase: ignoringCase, meaning: meaning)
    return ValueType(name, ifEmpty: rule) { value, _, report in
      let trimmed = TrimmedValue(value)
      guard !trimmed.bytes.isEmpty else { return }
      let isPadded = !trimming && trimmed.bytes.count != value.count
      if list.contains(trimmed.bytes) {
        guard isPadded else { return }
        report(
          ValueFinding(
            rule,
            "has white space around \(Excerpt.quote(trimmed.bytes))",
            at: trimmed.start > 0 ? 0 : trimmed.bytes.count,
            replacement: String(decoding: trimmed.bytes, as: UTF8.self)
          )
        )
        return
      }
      var finding = list.finding(for: trimmed, name: name, rule: rule)
      if let caseRule, let meant = finding.replacement,
        ASCII.equalIgnoringCase(meant.utf8, trimmed.bytes)
      {
        finding.rule = caseRule
        finding.message = "is \(Excerpt.quote(trimmed.bytes)), which is written “\(meant)”"
      }
      report(finding)
    }
  }
}

/// Words that a value can be.
struct WordList: Sendable {
  /// More words than these are not told in a message.
  private static let mostTold = 10

  let words: [String]
  private let bytes: [[UInt8]]
  private let ignoringCase: Bool
  private let meaning: [String: String]

  init(_ words: [String], ignoringCase: Bool = false, meaning: [String: String] = [:]) {
    self.words = words
    bytes = words.map { Array($0.utf8) }
    self.ignoringCase = ignoringCase
    self.meaning = meaning
  }

  func contains(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    for word in bytes where word.count == text.count {
      if ignoringCase ? ASCII.equalIgnoringCase(word, text) : word.elementsEqual(text) {
        return true
      }
    }
    return false
  }

  /// The word that is certainly meant: in other case, or by another spelling.
  func certain(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    for (index, word) in bytes.enumerated() where word.count == text.count {
      if ASCII.equalIgnoringCase(word, text) { return words[index] }
    }
    guard !meaning.isEmpty, text.count <= 64 else { return nil }
    return meaning[String(decoding: text, as: UTF8.self).lowercased()]
  }

  /// The complaint about a value that is none of the words.
  func finding(for trimmed: TrimmedValue, name: String, rule: Rule) -> ValueFinding {
    let text = trimmed.bytes
    let meant = certain(text)
    var message = "is \(Excerpt.quote(text)), not \(name)"
    if words.count <= Self.mostTold, !name.hasPrefix("“") { message += ": \(told)" }
    return ValueFinding(
      rule,
      message,
      at: trimmed.start,
      help: meant == nil ? question(text) : meant.map { "Write “\($0)”." },
      replacement: meant
    )
  }

  /// `“a”, “b” or “c”`.
  private var told: String {
    let quoted = words.map { "“\($0)”" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }

  private func question(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.count <= 64 else { return nil }
    return NearestWord.to(String(decoding: text, as: UTF8.self), among: words)
      .map { "Did you mean “\($0)”?" }
  }
}
