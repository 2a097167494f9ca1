/// A language tag held against BCP 47 (RFC 5646): its grammar, and of its registry the languages and
/// regions.
struct LanguageTag {
  /// What is wrong with a tag.
  enum Offence: Equatable {
    /// It is no language tag: a subtag that cannot stand there, which begins at the offset.
    case malformed(Int, length: Int)
    /// No language has the primary subtag.
    case unknownLanguage(length: Int)
    /// There is a shorter code for the language.
    case longLanguage(shorter: String)
    /// No region has the subtag.
    case unknownRegion(Int, length: Int)
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var start = 0
  private var end = 0

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    end = endOfSubtag(from: 0)
  }

  /// The first offence of a tag, which has no white space around it.
  static func offence(in bytes: UnsafeBufferPointer<UInt8>) -> Offence? {
    // “en” and “en-US”, as nearly all are.
    if bytes.count == 2, LanguageCodes.short.contains(bytes) { return nil }
    var tag = LanguageTag(bytes)
    return tag.read()
  }

  private mutating func read() -> Offence? {
    if subtag.count == 1 { return privateUseOrGrandfathered() }
    if let offence = readLanguage() { return offence }
    var extensions = 0
    while subtag.count == 3, isLetters, extensions < 3, start > 0, takesExtensions {
      extensions += 1
      guard next() else { return nil }
    }
    if start > 0, subtag.count == 4, isLetters {
      guard next() else { return nil }
    }
    if start > 0 {
      if subtag.count == 2, isLetters {
        guard isRegion else { return .unknownRegion(start, length: 2) }
        guard next() else { return nil }
      } else if subtag.count == 3 {
        guard subtag.allSatisfy(ASCII.isDigit) else {
          return isLetters ? .unknownRegion(start, length: 3) : malformed
        }
        guard next() else { return nil }
      }
    }
    while isVariant { guard next() else { return nil } }
    return readExtensions()
  }

  private mutating func readLanguage() -> Offence? {
    guard isLetters, (2...8).contains(subtag.count) else { return malformed }
    let length = subtag.count
    switch length {
    case 2:
      guard LanguageCodes.short.contains(subtag) else { return .unknownLanguage(length: 2) }
    case 3:
      guard LanguageCodes.long.contains(subtag) else { return .unknownLanguage(length: 3) }
      if let shorter = Self.shorter(subtag) { return .longLanguage(shorter: shorter) }
    default:
      return .unknownLanguage(length: length)
    }
    isDone = !next()
    return nil
  }

  private var isDone = false

  /// Languages before which RFC 5646 has others as extended language subtags.
  private var takesExtensions: Bool {
    let language = bytes.prefix { $0 != 0x2D }
    return ["zh", "ar", "ms", "uz", "sw", "no", "sgn", "kok", "lv"].contains {
      ASCII.equalIgnoringCase($0.utf8, language)
    }
  }

  /// `x-` and what one likes, or a tag from before RFC 4646: `i-klingon`.
  private mutating func privateUseOrGrandfathered() -> Offence? {
    let first = ASCII.lowercased(subtag.first ?? 0)
    guard first == 0x78 || first == 0x69, next() else { return malformed }
    repeat {
      guard (1...8).contains(subtag.count), isAlphanumeric else { return malformed }
    } while next()
    return nil
  }

  /// `-u-co-phonebk`, `-x-mine`; and `en-GB-oed`.
  private mutating func readExtensions() -> Offence? {
    while !isDone {
      guard subtag.count == 1, isAlphanumeric else {
        return ASCII.equalIgnoringCase("en-gb-oed".utf8, bytes) ? nil : malformed
      }
      let shortest = ASCII.lowercased(subtag.first ?? 0) == 0x78 ? 1 : 2
      var length = 0
      while next() {
        if shortest == 2, subtag.count == 1 { break }
        guard (shortest...8).contains(subtag.count), isAlphanumeric else { return malformed }
        length += 1
      }
      if length == 0 { return malformed }
      if start >= bytes.count { return nil }
    }
    return nil
  }

  private var subtag: Slice<UnsafeBufferPointer<UInt8>> { bytes[start..<end] }
  private var isLetters: Bool { subtag.allSatisfy(ASCII.isLetter) }
  private var isAlphanumeric: Bool { subtag.allSatisfy(ASCII.isAlphanumeric) }
  private var malformed: Offence { .malformed(start, length: end - start) }

  private var isVariant: Bool {
    guard !isDone, isAlphanumeric else { return false }
    return (5...8).contains(subtag.count)
      || (subtag.count == 4 && subtag.first.map(ASCII.isDigit) ?? false)
  }

  private var isRegion: Bool {
    if CountryCodes.all.contains(subtag) || CountryCodes.otherRegions.contains(subtag) {
      return true
    }
    // For private use.
    let first = ASCII.lowercased(bytes[start])
    let second = ASCII.lowercased(bytes[start + 1])
    return first == 0x78 || (first == 0x71 && second >= 0x6D)
  }

  private func endOfSubtag(from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] != 0x2D { end += 1 }
    return end
  }

  /// Goes on to the next subtag; false at the end of the tag.
  private mutating func next() -> Bool {
    guard end < bytes.count else {
      start = bytes.count
      isDone = true
      return false
    }
    start = end + 1
    end = endOfSubtag(from: start)
    return true
  }

  /// The code of two letters for a code of three.
  static func shorter(_ code: some Collection<UInt8>) -> String? {
    let word = code.map(ASCII.lowercased)
    for entry in LanguageCodes.shorter.utf8.split(separator: 0x20) where entry.starts(with: word) {
      return String(decoding: entry.dropFirst(3), as: UTF8.self)
    }
    return nil
  }
}
