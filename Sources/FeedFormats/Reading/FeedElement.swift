import FeedModel
import FeedXML

/// An element of a feed that was read as a whole: its text, attributes and children. Valid during the
/// call that it comes with.
struct FeedElement {
  let arena: ElementArena
  let index: Int

  private var node: ElementArena.Node {
    _read { yield arena.nodes[index] }
  }

  /// The name; valid as long as the document is read.
  var name: XMLName { node.name }

  /// The name as written.
  var qualifiedName: String { node.name.qualifiedName }

  /// Where its tag begins.
  var position: SourcePosition { node.position }

  /// Where its text begins.
  var textPosition: SourcePosition { node.textPosition ?? node.position }

  /// What URLs in it are relative to, if the document says so.
  var base: BaseURL? { node.base }

  /// Whether its text was written as elements, which were made HTML.
  var isMarkup: Bool { index == 0 && arena.isMarkup }

  /// Whether that is one `div` of XHTML, which was left out.
  var hasDivision: Bool { index == 0 && arena.hasUnwrapped }

  // MARK: Structure

  /// The children in order.
  var children: some Sequence<FeedElement> {
    let arena = arena
    return sequence(state: node.firstChild) { next in
      guard next >= 0 else { return nil }
      let child = FeedElement(arena: arena, index: next)
      next = arena.nodes[next].next
      return child
    }
  }

  /// Whether the local name is this, in whatever case.
  func isNamed(_ name: StaticString) -> Bool { node.name.isNamed(ignoringCase: name) }

  /// The first child with a local name, in whatever namespace and case.
  func child(_ name: StaticString) -> FeedElement? { children.first { $0.isNamed(name) } }

  // MARK: Values

  /// The text without white space around it.
  func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let range = node.text
    return arena.bytes.withUnsafeBufferPointer {
      body(trimmed(UnsafeBufferPointer(rebasing: $0[range])))
    }
  }

  /// The text without white space around it; nil where there is none.
  var text: String? { withText { $0.isEmpty ? nil : String(decoding: $0, as: UTF8.self) } }

  /// An attribute's value without white space around it; nil where there is none. Of attributes that
  /// differ in namespace and case only, the exact name without namespace counts most.
  func attribute(_ name: StaticString) -> String? {
    var found: Range<Int>?
    for attribute in arena.attributes[node.attributes] {
      if attribute.name.namespace == nil, attribute.name.isNamed(name) {
        found = attribute.value
        break
      }
      if found == nil, attribute.name.isNamed(ignoringCase: name) { found = attribute.value }
    }
    guard let found else { return nil }
    return arena.bytes.withUnsafeBufferPointer {
      let value = trimmed(UnsafeBufferPointer(rebasing: $0[found]))
      return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
    }
  }

  /// A text for people on one line: plain, or HTML where it looks like that.
  var line: String? { line(of: .guessed) }

  /// The text as plain text on one line.
  func line(of kind: PlainText.Kind) -> String? {
    guard
      let (text, isGuess) = withText({ text in
        PlainText.line(text, isMarkup ? .html : kind, guesses: arena.options.guessesMarkup)
      })
    else { return nil }
    if isGuess { note(.markup, "looks like HTML and is read as such") }
    return text
  }

  /// A date in whatever form. Drupal has HTML's `time` around it.
  var date: Timestamp? {
    let time = child("time")
    let found = time?.attribute("datetime").flatMap { LenientDate.parse($0) }
    guard let (timestamp, guesses) = found ?? withText({ LenientDate.parse($0) }) else {
      if let text { note(.date, "is no date: \(excerpt(text))", at: textPosition) }
      return nil
    }
    if time != nil { note(.markup, "has its date in an element time") }
    if !guesses.isEmpty { note(.date, "has \(guesses)", at: textPosition) }
    return timestamp
  }

  /// A language in the text.
  var language: String? {
    text.flatMap { LanguageTag.read($0) { note(.value, $0, at: textPosition) } }
  }

  /// The address in the text, absolute if that can be.
  var url: String? { text.flatMap { url($0) } }

  /// The address in an attribute, absolute if that can be.
  func url(_ name: StaticString) -> String? { attribute(name).flatMap { url($0) } }

  private func url(_ reference: String) -> String? {
    guard !URI.isAbsolute(reference) else { return reference }
    if let base {
      return base.resolve(reference)
    }
    return Address.guess(reference, base: arena.defaultBase) { note(.url, $0) }
  }

  /// A whole number, 0 or more.
  var count: Int? { text.flatMap { count($0, of: qualifiedName) } }

  /// A whole number in an attribute, 0 or more.
  func count(_ name: StaticString) -> Int? {
    attribute(name).flatMap { count($0, of: "\(name)") }
  }

  private func count(_ text: String, of name: String) -> Int? {
    if let number = Int(text), number >= 0 { return number }
    let number = LenientNumber.count(text)
    let reading = number.map { "read as \($0)" } ?? "left out"
    let subject = name == qualifiedName ? "" : "has \(name) "
    note(.value, "\(subject)\(excerpt(text)), which is no whole number: \(reading)")
    return number
  }

  /// A number in an attribute.
  func number(_ name: StaticString) -> Double? {
    guard let text = attribute(name) else { return nil }
    if let number = Double(text), number.isFinite { return number }
    note(.value, "has \(name) \(excerpt(text)), which is no number: left out")
    return nil
  }

  /// A word of a list, in whatever case; noted where it is none.
  func word<Word: RawRepresentable<String>>(_ type: Word.Type, _ text: String?) -> Word? {
    guard let text else { return nil }
    if let word = Word(rawValue: text) ?? Word(rawValue: text.lowercased()) { return word }
    note(.value, "has \(excerpt(text)), which is none of the words that are known: left out")
    return nil
  }

  /// `yes`, `true` and their like; nil where the element says nothing.
  var flag: Bool? {
    switch text?.lowercased() {
    case "yes", "true", "explicit", "1": return true
    case "no", "false", "clean", "0": return false
    case nil: return nil
    case let text?:
      note(.value, "is \(excerpt(text)), which says neither yes nor no: left out")
      return nil
    }
  }

  // MARK: Notes

  func note(
    _ kind: ReadingNote.Kind,
    _ message: @autoclosure () -> String,
    at place: SourcePosition? = nil
  ) {
    arena.notes.add(kind, qualifiedName, message(), at: place ?? position)
  }

  private func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}

/// A text in quotes for a note, cut where it gets long.
func excerpt(_ text: String) -> String {
  let line = text.collapsingSpaces()
  guard line.utf8.count > 60 else { return "“\(line)”" }
  return "“\(line.prefix(40))…”"
}

extension XMLName {
  /// Whether the local part is `name` but for the case of ASCII letters.
  func isNamed(ignoringCase name: StaticString) -> Bool {
    var index = 0
    while index < name.utf8CodeUnitCount {
      guard lowercased(local[index]) == lowercased(name.utf8Start[index]) else { return false }
      index += 1
    }
    return local[index] == 0
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
