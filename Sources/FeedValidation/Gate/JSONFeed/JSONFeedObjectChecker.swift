import FeedJSON

/// Reads one part of a JSON Feed, the feed or an item, and holds it against the keys' table.
struct JSONFeedObjectChecker {
  /// From `line` and `column` of the text on, the text comes from `position` of the document.
  struct Origin {
    var line: Int
    var column: Int
    var position: JSONTextPosition
  }

  typealias Place = (line: Int, column: Int)

  /// One step into the document.
  enum Step: CustomStringConvertible {
    case key(StaticString)
    case other(String)
    case index(Int)

    var description: String {
      switch self {
      case .key(let key): "\(key)"
      case .other(let key): key
      case .index(let index): "\(index)"
      }
    }
  }

  /// Where in the document.
  var path: [Step] = []
  var entryIndex: Int?
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var isSyntaxError = false
  /// Of the outermost object.
  private(set) var id: (hash: Int, place: Place)?

  private var reader: JSONReader
  private let origins: [Origin]
  private let limit: Int
  private var feedURL: String?
  private var nextURL: (text: String, place: Place)?

  init(_ bytes: UnsafeBufferPointer<UInt8>, origins: [Origin], limit: Int) {
    reader = JSONReader(bytes)
    self.origins = origins
    self.limit = limit
  }

  /// Checks the whole text, which has to be one `object`.
  mutating func checkDocument(_ object: JSONFeedObject) {
    do {
      guard let first = try reader.next() else { return }
      if first.kind == .beginObject {
        try check(object, first)
      } else {
        report("\(object.name) has to be an object, not \(first.kind.name)", place(first))
        try reader.skipRest(of: first)
      }
      _ = try reader.next()
    } catch {
      isSyntaxError = true
      let place = place(line: error.line, column: error.column)
      diagnostics.append(
        Diagnostic(
          rule: "json-syntax",
          severity: .error,
          message: error.message,
          line: place.line,
          column: place.column,
          path: pointer(path),
          entryIndex: entryIndex
        )
      )
    }
    if let feedURL, let nextURL, feedURL == nextURL.text {
      report("next_url must not be feed_url", nextURL.place, .key("next_url"))
    }
  }

  mutating func report(_ message: String, _ place: Place, _ step: Step? = nil) {
    guard diagnostics.count < limit else { return }
    let whole = step.map { path + [$0] } ?? path
    var key: String?
    for case .key(let name) in whole { key = "\(name)" }
    if case .other(let name) = step { key = name }
    diagnostics.append(
      Diagnostic(
        rule: "json-feed",
        severity: .error,
        message: message,
        line: place.line,
        column: place.column,
        path: pointer(whole),
        element: key,
        entryIndex: entryIndex
      )
    )
  }

  /// In the manner of JSON pointers (RFC 6901): `/items/2/url`.
  private func pointer(_ steps: [Step]) -> String? {
    steps.isEmpty ? nil : steps.map { "/\($0)" }.joined()
  }

  // MARK: Objects

  /// After the opening brace; reads to the closing one.
  private mutating func check(_ object: JSONFeedObject, _ start: JSONToken) throws(JSONError) {
    var seen: UInt64 = 0
    var others: Set<String> = []
    while let token = try reader.next(), token.kind != .endObject {
      let known = object.keys.firstIndex { token.isText($0.name) }
      if let known {
        if seen & (1 << UInt64(known)) != 0 {
          report("the key \(token.text) a second time", place(token), .key(object.keys[known].name))
        }
        seen |= 1 << UInt64(known)
        try check(object.keys[known], token)
      } else {
        if !others.insert(token.text).inserted {
          report("the key \(token.text) a second time", place(token), .other(token.text))
        }
        try checkUnknown(token, object)
      }
    }
    reportMissing(object, seen, start)
  }

  private mutating func reportMissing(
    _ object: JSONFeedObject,
    _ seen: UInt64,
    _ start: JSONToken
  ) {
    for (index, key) in object.keys.enumerated()
    where key.isRequired && seen & (1 << UInt64(index)) == 0 {
      report("\(object.name) has no \(key.name)", place(start))
    }
    guard !object.oneOf.isEmpty else { return }
    let hasOne = object.oneOf.contains { wanted in
      let name = "\(wanted)"
      return object.keys.indices.contains { index in
        seen & (1 << UInt64(index)) != 0 && "\(object.keys[index].name)" == name
      }
    }
    if !hasOne {
      let names = object.oneOf.map { "\($0)" }
      let listed = names.dropLast().joined(separator: ", ") + " nor " + (names.last ?? "")
      report("\(object.name) has neither \(listed)", place(start))
    }
  }

  /// Extensions begin with "_" and a letter, hold no full stop, and are objects.
  private mutating func checkUnknown(
    _ key: JSONToken,
    _ object: JSONFeedObject
  ) throws(JSONError) {
    let name = key.text
    let bytes = Array(name.utf8.prefix(2))
    if bytes.first != UInt8(ascii: "_") {
      report(
        "\(object.name) has no key \"\(excerpt(name))\" in JSON Feed",
        place(key),
        .other(name)
      )
    } else if bytes.count < 2 || !(0x61...0x7A).contains(bytes[1] | 0x20) {
      report(
        "the extension \"\(excerpt(name))\" has no letter after its underscore",
        place(key),
        .other(name)
      )
    } else if name.utf8.contains(UInt8(ascii: ".")) {
      report(
        "the extension \"\(excerpt(name))\" has a full stop in its name",
        place(key),
        .other(name)
      )
    } else if let value = try reader.next() {
      if value.kind != .beginObject {
        report(
          "the extension \(excerpt(name)) has to be an object, not \(value.kind.name)",
          place(value),
          .other(name)
        )
      }
      try reader.skipRest(of: value)
      return
    }
    try reader.skipRest(of: key)
  }

  // MARK: Values

  /// After the key.
  private mutating func check(_ key: JSONFeedObject.Key, _ name: JSONToken) throws(JSONError) {
    guard let value = try reader.next() else { return }
    if try check(value, key.type, .key(key.name)), reader.depth == 1, value.kind == .string {
      note(value, key.name)
    }
  }

  /// What is needed of values beyond their type.
  private mutating func note(_ value: JSONToken, _ key: StaticString) {
    let isFeed = entryIndex == nil
    if !isFeed {
      guard JSONFeedObjectChecker.isSame(key, "id") else { return }
      var text: [UInt8] = []
      value.appendText(to: &text)
      var hasher = Hasher()
      hasher.combine(text)
      id = (hasher.finalize(), place(value))
    } else if JSONFeedObjectChecker.isSame(key, "version") {
      if !value.isText("https://jsonfeed.org/version/1.1"),
        !value.isText("https://jsonfeed.org/version/1")
      {
        report(
          "version is \"\(excerpt(value.text))\", not https://jsonfeed.org/version/1.1",
          place(value),
          .key(key)
        )
      }
    } else if JSONFeedObjectChecker.isSame(key, "feed_url") {
      feedURL = value.text
    } else if JSONFeedObjectChecker.isSame(key, "next_url") {
      nextURL = (value.text, place(value))
    }
  }

  private static func isSame(_ a: StaticString, _ b: StaticString) -> Bool {
    a.withUTF8Buffer { a in b.withUTF8Buffer { b in a.elementsEqual(b) } }
  }

  /// Reads the value that `value` begins. False if it is not of the type.
  private mutating func check(
    _ value: JSONToken,
    _ type: JSONFeedType,
    _ name: Step
  ) throws(JSONError) -> Bool {
    switch (type, value.kind) {
    case (.string, .string), (.url, .string), (.number, .number), (.boolean, .true),
      (.boolean, .false):
      return true
    case (.filledString, .string):
      if value.source.allSatisfy({ $0 <= 0x20 }) {
        report("\(name) is blank: readers discard the item", place(value), name)
        return false
      }
      return true
    case (.date, .string):
      var text: [UInt8] = []
      value.appendText(to: &text)
      if !text.withUnsafeBufferPointer({ JSONFeedDate.isValid($0) }) {
        report(
          "\"\(excerpt(value.text))\" in \(name) is not a date as RFC 3339 has them",
          place(value),
          name
        )
        return false
      }
      return true
    case (.object(let object), .beginObject):
      try within(name) { checker throws(JSONError) in try checker.check(object, value) }
      return true
    case (.strings, .beginArray):
      try checkElements(.string, name)
      return true
    case (.objects(let object), .beginArray):
      try checkElements(.object(object), name)
      return true
    case (.items, .beginArray):
      try checkElements(.object(JSONFeedObject.item), name)
      return true
    default:
      report("\(name) has to be \(type.name), not \(value.kind.name)", place(value), name)
      try reader.skipRest(of: value)
      return false
    }
  }

  private mutating func checkElements(
    _ type: JSONFeedType,
    _ name: Step
  ) throws(JSONError) {
    var index = 0
    while let element = try reader.next(), element.kind != .endArray {
      let step = Step.index(index)
      try within(name) { checker throws(JSONError) in
        _ = try checker.check(element, type, step)
      }
      index += 1
    }
  }

  private mutating func within(
    _ step: Step,
    _ body: (inout JSONFeedObjectChecker) throws(JSONError) -> Void
  ) throws(JSONError) {
    path.append(step)
    try body(&self)
    path.removeLast()
  }

  // MARK: Places

  private func place(_ token: JSONToken) -> Place {
    place(line: token.position.line, column: token.position.column)
  }

  private func place(line: Int, column: Int) -> Place {
    let origin = origins.last { ($0.line, $0.column) <= (line, column) } ?? origins.first
    guard let origin else { return (line, column) }
    return line == origin.line
      ? (origin.position.line, origin.position.column + column - origin.column)
      : (origin.position.line + line - origin.line, column)
  }

  private func excerpt(_ text: String) -> String {
    text.count > 60 ? text.prefix(60) + "…" : text
  }
}

extension JSONToken.Kind {
  /// For messages, with its article.
  fileprivate var name: String {
    switch self {
    case .beginObject, .endObject: "an object"
    case .beginArray, .endArray: "an array"
    case .key, .string: "a string"
    case .number: "a number"
    case .true, .false: "a boolean"
    case .null: "null"
    }
  }
}

extension JSONFeedType {
  /// For messages, with its article.
  fileprivate var name: String {
    switch self {
    case .string, .filledString, .url, .date: "a string"
    case .number: "a number"
    case .boolean: "true or false"
    case .object(let object): "an object (\(object.name))"
    case .strings, .objects, .items: "an array"
    }
  }
}
