import FeedJSON
import FeedModel
import FeedXML

/// Walks over the members of JSON objects and reads their values as leniently as feed readers do: a
/// value of another type is passed over.
struct JSONMembers {
  let options: ReadingOptions
  let notes: ReadingNotes
  /// What relative URLs are resolved against.
  let base: BaseURL?
  private let place: (JSONPosition) -> SourcePosition
  private var json: JSONReader
  private var key: JSONToken?
  /// Where the last text begins.
  private var textPosition = JSONPosition(offset: 0, line: 1, column: 1)

  init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    options: ReadingOptions,
    notes: ReadingNotes,
    base: BaseURL?,
    place: @escaping (JSONPosition) -> SourcePosition
  ) {
    self.options = options
    self.notes = notes
    self.base = base
    self.place = place
    json = JSONReader(bytes, skipsByteOrderMark: true)
  }

  // MARK: Structure

  /// Reads the object that comes next, member by member; the body has to read or skip each value.
  /// False where no object comes.
  @discardableResult
  mutating func eachMember(
    _ body: (JSONToken, inout JSONMembers) throws(JSONError) -> Void
  ) throws(JSONError) -> Bool {
    guard let first = try json.next() else { return false }
    return try eachMember(of: first, body)
  }

  private mutating func eachMember(
    of first: JSONToken,
    _ body: (JSONToken, inout JSONMembers) throws(JSONError) -> Void
  ) throws(JSONError) -> Bool {
    guard first.kind == .beginObject else {
      try json.skipRest(of: first)
      return false
    }
    while let token = try json.next(), token.kind == .key {
      key = token
      try body(token, &self)
    }
    return true
  }

  /// Reads the array of objects that comes next, or one object where an array should be. What is a
  /// text instead is given to `text`.
  mutating func eachObject(
    text: (String) -> Void = { _ in },
    _ body: (inout JSONMembers, JSONToken) throws(JSONError) -> Void
  ) throws(JSONError) {
    guard let first = try json.next() else { return }
    guard first.kind == .beginArray else {
      if first.kind == .beginObject { return try body(&self, first) }
      try json.skipRest(of: first)
      return
    }
    while let element = try json.next(), element.kind != .endArray {
      switch element.kind {
      case .beginObject: try body(&self, element)
      case .string: text(element.text)
      default: try json.skipRest(of: element)
      }
    }
  }

  /// Reads the members of an object whose first token was read.
  mutating func members(
    of object: JSONToken,
    _ body: (JSONToken, inout JSONMembers) throws(JSONError) -> Void
  ) throws(JSONError) {
    _ = try eachMember(of: object, body)
  }

  /// Passes over a value.
  mutating func skip() throws(JSONError) {
    if let token = try json.next() { try json.skipRest(of: token) }
  }

  /// Reads what follows the document: nothing, or there is an error.
  mutating func end() throws(JSONError) {
    while try json.next() != nil {}
  }

  // MARK: Values

  /// A text as it is; nil for none, and for what is not text.
  mutating func verbatim() throws(JSONError) -> String? {
    guard let token = try json.next() else { return nil }
    guard token.kind == .string else {
      if token.kind != .null { note(.value, "is no text: left out", at: token.position) }
      try json.skipRest(of: token)
      return nil
    }
    return token.text.unlessEmpty
  }

  /// A text without white space around it. Numbers are read as they are written.
  mutating func text() throws(JSONError) -> String? {
    guard let token = try json.next() else { return nil }
    textPosition = token.position
    switch token.kind {
    case .string: return token.text.trimmingSpaces().unlessEmpty
    case .number:
      note(.value, "is a number: it is read as the text \(token.text)", at: token.position)
      return token.text
    case .null: return nil
    default:
      note(.value, "is no text: left out", at: token.position)
      try json.skipRest(of: token)
      return nil
    }
  }

  /// A text for people on one line; HTML where it looks like that.
  mutating func line() throws(JSONError) -> String? {
    guard let text = try text() else { return nil }
    let line = text.withUTF8Bytes {
      PlainText.line($0, .guessed, guesses: options.guessesMarkup)
    }
    if line?.isGuess == true {
      note(.markup, "looks like HTML and is read as such", at: textPosition)
    }
    return line?.text
  }

  /// A language.
  mutating func language() throws(JSONError) -> String? {
    guard let text = try text() else { return nil }
    return LanguageTag.read(text) { note(.value, $0, at: textPosition) }
  }

  /// An address, absolute if that can be.
  mutating func url() throws(JSONError) -> String? {
    guard let text = try text() else { return nil }
    guard !URI.isAbsolute(text) else { return text }
    return Address.guess(text, base: base) { note(.url, $0, at: textPosition) }
  }

  /// A date in whatever form.
  mutating func date() throws(JSONError) -> Timestamp? {
    guard let text = try text() else { return nil }
    guard let (date, guesses) = LenientDate.parse(text) else {
      note(.date, "is no date: \(excerpt(text))", at: textPosition)
      return nil
    }
    if !guesses.isEmpty { note(.date, "has \(guesses)", at: textPosition) }
    return date
  }

  /// `true`, or a text that says so.
  mutating func flag() throws(JSONError) -> Bool? {
    guard let token = try json.next() else { return nil }
    switch token.kind {
    case .true: return true
    case .false: return false
    case .string:
      switch token.text.lowercased() {
      case "true", "yes": return true
      case "false", "no": return false
      default: return nil
      }
    default:
      try json.skipRest(of: token)
      return nil
    }
  }

  /// A number, also as a text.
  mutating func number() throws(JSONError) -> Double? {
    guard let token = try json.next() else { return nil }
    switch token.kind {
    case .number: return token.double
    case .string: return LenientNumber.seconds(token.text)
    default:
      try json.skipRest(of: token)
      return nil
    }
  }

  /// A whole number, 0 or more, also as a text.
  mutating func count() throws(JSONError) -> Int? {
    guard let token = try json.next() else { return nil }
    switch token.kind {
    case .number:
      if let integer = token.integer { return integer >= 0 ? integer : nil }
      guard let double = token.double, double >= 0, double < 1e18 else { return nil }
      return Int(double)
    case .string: return LenientNumber.count(token.text)
    default:
      try json.skipRest(of: token)
      return nil
    }
  }

  /// Texts of an array, or a single one.
  mutating func texts() throws(JSONError) -> [String] {
    guard let first = try json.next() else { return [] }
    var texts: [String] = []
    func add(_ token: JSONToken) {
      if let text = token.text.collapsingSpaces().unlessEmpty { texts.append(text) }
    }
    switch first.kind {
    case .string: add(first)
    case .beginArray:
      while let element = try json.next(), element.kind != .endArray {
        if element.kind == .string || element.kind == .number {
          add(element)
        } else {
          try json.skipRest(of: element)
        }
      }
    default: try json.skipRest(of: first)
    }
    return texts
  }

  /// People: objects, one or several, or names.
  mutating func people(into people: inout [Person]) throws(JSONError) {
    var found: [Person] = []
    var names: [Person] = []
    try eachObject(text: { names += [Person(text: $0)].compactMap { $0 } }) {
      members,
      object throws(JSONError) in
      var person = Person(name: "")
      try members.members(of: object) { key, members throws(JSONError) in
        if key.isText("name") {
          person.name = try members.line() ?? ""
        } else if key.isText("url") {
          person.url = try members.url()
        } else if key.isText("avatar") {
          person.avatar = try members.url()
        } else {
          try members.skip()
        }
      }
      // The writer has the address there when the person has no page.
      if let url = person.url, url.hasPrefix("mailto:") {
        person.email = String(url.dropFirst("mailto:".count))
        person.url = nil
      }
      if !person.name.isEmpty || person.email != nil || person.url != nil || person.avatar != nil {
        found.append(person)
      }
    }
    people += found + names
  }

  // MARK: Notes

  func note(_ kind: ReadingNote.Kind, _ message: String, at position: JSONPosition) {
    notes.add(kind, key?.text, message, at: place(position))
  }

  /// Says where the JSON is broken.
  func note(_ error: JSONError) {
    let position = JSONPosition(offset: error.offset, line: error.line, column: error.column)
    notes.add(.syntax, nil, error.message, at: place(position))
  }
}
