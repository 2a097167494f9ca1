import FeedJSON
import FeedModel
import FeedXML

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
  private(set) var isSyntaxError = false
  /// Of the outermost object.
  private(set) var id: (hash: Int, text: String, place: Place)?
  /// Items that stand in this very text.
  private(set) var itemCount = 0

  let context: JSONFeedContext
  var reader: JSONReader
  private let origins: [Origin]
  private var feedURL: String?
  private var nextURL: (text: String, place: Place)?
  private var decoded: [UInt8] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, origins: [Origin], context: JSONFeedContext) {
    reader = JSONReader(bytes)
    self.origins = origins
    self.context = context
  }

  /// Checks the whole text, which has to be one `object`.
  mutating func checkDocument(_ object: JSONFeedObject) {
    do {
      guard let first = try reader.next() else { return }
      if first.kind == .beginObject {
        try check(object, first)
      } else {
        reportType(first, wanted: "an object")
        try reader.skipRest(of: first)
      }
      _ = try reader.next()
    } catch {
      isSyntaxError = true
      report(
        error.isLimit ? .jsonTooLarge : .jsonSyntax,
        error.message,
        place(line: error.line, column: error.column)
      )
    }
    if let feedURL, let nextURL, feedURL == nextURL.text {
      report(.jsonNextIsSelf, "next_url is feed_url", nextURL.place, .key("next_url"))
    }
  }

  // MARK: Objects

  /// After the opening brace; reads to the closing one.
  mutating func check(_ object: JSONFeedObject, _ start: JSONToken) throws(JSONError) {
    var seen: UInt64 = 0
    var others: Set<String> = []
    var deprecated: (key: Int, place: Place)?
    while let token = try reader.next(), token.kind != .endObject {
      let known = object.keys.firstIndex { token.isText($0.name) }
      if let known {
        let isSecond = seen & (1 << UInt64(known)) != 0
        if isSecond {
          report(
            .jsonKeyDuplicate,
            "\(token.text) is there a second time",
            place(token),
            .key(object.keys[known].name)
          )
        }
        seen |= 1 << UInt64(known)
        if object.keys[known].successor != nil { deprecated = (known, place(token)) }
        if object.keys[known].isOf11, context.version == .one {
          reportTooNew(object.keys[known], token)
        }
        try check(object.keys[known], token)
      } else {
        let name = token.text
        if !others.insert(name).inserted {
          report(
            .jsonKeyDuplicate,
            "\(Excerpt.quote(name)) is there a second time",
            place(token),
            .other(name)
          )
        }
        try checkUnknown(token, name, object)
      }
    }
    reportMissing(object, seen, start)
    if let deprecated, context.version == .onePointOne {
      reportDeprecated(object.keys[deprecated.key], deprecated.place, object, seen)
    }
  }

  private func reportTooNew(_ key: JSONFeedObject.Key, _ token: JSONToken) {
    report(
      .jsonKeyTooNew,
      "\(key.name) came with JSON Feed 1.1, but the feed says that it is JSON Feed 1",
      place(token),
      .key(key.name)
    )
  }

  private func reportDeprecated(
    _ key: JSONFeedObject.Key,
    _ place: Place,
    _ object: JSONFeedObject,
    _ seen: UInt64
  ) {
    guard let successor = key.successor, !has(successor, in: object, seen) else { return }
    report(
      .jsonAuthorDeprecated,
      "\(key.name) is of JSON Feed 1; \(object.name) has no \(successor)",
      place,
      .key(key.name)
    )
  }

  private func reportMissing(
    _ object: JSONFeedObject,
    _ seen: UInt64,
    _ start: JSONToken
  ) {
    for (index, key) in object.keys.enumerated() where seen & (1 << UInt64(index)) == 0 {
      guard let need = key.need, context.checksValues || !need.isAdvice else { continue }
      report(
        need.rule,
        "\(object.name) has no \(key.name)",
        place(start),
        element: "\(key.name)"
      )
    }
    guard let need = object.need, !object.oneOf.contains(where: { has($0, in: object, seen) })
    else { return }
    let names = object.oneOf.map { "\($0)" }
    let listed = names.dropLast().joined(separator: ", ") + " nor " + (names.last ?? "")
    report(need.rule, "\(object.name) has neither \(listed)", place(start))
  }

  private func has(_ name: StaticString, in object: JSONFeedObject, _ seen: UInt64) -> Bool {
    object.keys.indices.contains { index in
      seen & (1 << UInt64(index)) != 0 && Self.isSame(object.keys[index].name, name)
    }
  }

  private static func isSame(_ a: StaticString, _ b: StaticString) -> Bool {
    a.withUTF8Buffer { a in b.withUTF8Buffer { b in a.elementsEqual(b) } }
  }

  // MARK: Values

  /// After the key.
  private mutating func check(_ key: JSONFeedObject.Key, _ name: JSONToken) throws(JSONError) {
    guard let value = try reader.next() else { return }
    if case .string = key.type, key.need == .required, context.checksValues,
      value.kind == .string, Self.isBlank(value)
    {
      report(
        .jsonRequiredBlank,
        "\(label(.key(key.name))) is empty",
        place(value),
        .key(key.name)
      )
      return
    }
    if try check(value, key.type, .key(key.name)), reader.depth == 1, entryIndex == nil,
      value.kind == .string
    {
      note(value, key.name)
    }
  }

  /// What the feed's addresses have to do with each other.
  private mutating func note(_ value: JSONToken, _ key: StaticString) {
    if Self.isSame(key, "feed_url") {
      let address = value.text
      feedURL = address
      guard context.checksValues, context.settings.leads(to: address) == false else {
        return
      }
      report(
        .selfElsewhere,
        "feed_url leads to \(Excerpt.quote(address)), \(context.settings.place(insteadOf: address))",
        place(value),
        .key(key)
      )
    } else if Self.isSame(key, "next_url") {
      nextURL = (value.text, place(value))
    }
  }

  /// Reads the value that `value` begins. False if it is not of the type.
  mutating func check(
    _ value: JSONToken,
    _ type: JSONFeedType,
    _ name: Step
  ) throws(JSONError) -> Bool {
    switch (type, value.kind) {
    case (.boolean, .true), (.boolean, .false):
      return true
    case (.string(let text), .string):
      checkString(value, text, name)
      return true
    case (.date, .string):
      checkDate(value, name)
      return true
    case (.id, .string), (.id, .number):
      checkID(value, name)
      return true
    case (.version, .string):
      checkVersion(value, name)
      return true
    case (.count, .number):
      checkCount(value, name)
      return true
    case (.object(let object), .beginObject):
      try within(name) { checker throws(JSONError) in try checker.check(object, value) }
      return true
    case (.strings(let text), .beginArray):
      try checkStrings(text, name)
      return true
    case (.objects(let object), .beginArray):
      _ = try checkElements(.object(object), name)
      return true
    case (.items, .beginArray):
      itemCount += try checkElements(.object(JSONFeedObject.item), name)
      return true
    default:
      reportType(value, type, name)
      try reader.skipRest(of: value)
      return false
    }
  }

  /// How many there are.
  private mutating func checkElements(
    _ type: JSONFeedType,
    _ name: Step
  ) throws(JSONError) -> Int {
    var index = 0
    while let element = try reader.next(), element.kind != .endArray {
      let step = Step.index(index)
      try within(name) { checker throws(JSONError) in
        _ = try checker.check(element, type, step)
      }
      index += 1
    }
    return index
  }

  /// Tags, of which each is to be there once.
  private mutating func checkStrings(_ text: JSONFeedText, _ name: Step) throws(JSONError) {
    var seen: Set<String> = []
    var index = 0
    while let element = try reader.next(), element.kind != .endArray {
      let step = Step.index(index)
      try within(name) { checker throws(JSONError) in
        _ = try checker.check(element, .string(text), step)
      }
      if context.checksValues, element.kind == .string {
        let tag = element.text
        if !seen.insert(tag).inserted {
          path.append(name)
          report(
            .jsonTagDuplicate,
            "\(label(step)) is there a second time: \(Excerpt.quote(tag))",
            place(element),
            step
          )
          path.removeLast()
        }
      }
      index += 1
    }
  }

  mutating func within(
    _ step: Step,
    _ body: (inout JSONFeedObjectChecker) throws(JSONError) -> Void
  ) throws(JSONError) {
    path.append(step)
    try body(&self)
    path.removeLast()
  }

  // MARK: Strings and numbers

  private mutating func checkString(_ value: JSONToken, _ text: JSONFeedText, _ name: Step) {
    guard context.checksValues else { return }
    if Self.isBlank(value) {
      report(.jsonStringBlank, "\(label(name)) is empty", place(value), name)
    } else {
      hold(value, against: text.type, name)
    }
  }

  private mutating func checkDate(_ value: JSONToken, _ name: Step) {
    if Self.isBlank(value) {
      report(
        .dateNotRFC3339,
        "\(label(name)) is not a date after RFC 3339: it is empty",
        place(value),
        name
      )
    } else {
      hold(value, against: .dateOfJSON, name)
    }
  }

  /// Reports what a type of values has against a string.
  private mutating func hold(_ value: JSONToken, against type: ValueType, _ name: Step) {
    let valueContext = ValueContext(now: context.settings.now, hasBase: false)
    if value.hasEscapes {
      decoded.removeAll(keepingCapacity: true)
      value.appendText(to: &decoded)
      let text = decoded
      text.withUnsafeBufferPointer { bytes in
        type.check(bytes, valueContext) { report($0, value, name) }
      }
    } else {
      type.check(value.source, valueContext) { report($0, value, name) }
    }
  }

  private func report(_ found: ValueFinding, _ value: JSONToken, _ name: Step) {
    let position = value.position(ofTextAt: found.offset)
    report(
      found.rule,
      "\(label(name)) \(found.message)",
      place(line: position.line, column: position.column),
      name,
      help: found.help ?? found.reference.flatMap { SiteAddress.help($0, site: context.site) },
      replacement: found.replacement
    )
  }

  private mutating func checkID(_ value: JSONToken, _ name: Step) {
    if value.kind == .number {
      report(.jsonIDNumber, "id is a number; it has to be a string", place(value), name)
    } else if Self.isBlank(value) {
      report(.jsonIDBlank, "id is blank", place(value), name)
      return
    }
    guard reader.depth == 1 else { return }
    let text = value.text
    var hasher = Hasher()
    hasher.combine(text)
    id = (hasher.finalize(), text, place(value))
  }

  private func checkVersion(_ value: JSONToken, _ name: Step) {
    guard !value.isText(JSONFeedVersion.onePointOne.url), !value.isText(JSONFeedVersion.one.url)
    else { return }
    let meant = JSONFeedVersion.meant(by: value.text)
    report(
      .jsonVersionUnknown,
      "version is \(Excerpt.quote(value.text)), which is the URL of no version of JSON Feed",
      place(value),
      name,
      help: meant.map { "Write “\($0.url)”, to the letter." },
      replacement: meant.map { "\($0.url)" }
    )
  }

  private func checkCount(_ value: JSONToken, _ name: Step) {
    guard context.checksValues, value.source.first == UInt8(ascii: "-") else { return }
    report(
      .jsonNumberNegative,
      "\(label(name)) is \(Excerpt.quote(value.source)); it cannot be negative",
      place(value),
      name
    )
  }

  private static func isBlank(_ value: JSONToken) -> Bool {
    if value.hasEscapes { return value.text.utf8.allSatisfy { $0 <= 0x20 } }
    return value.source.allSatisfy { $0 <= 0x20 }
  }

  // MARK: Places

  func place(_ token: JSONToken) -> Place {
    place(line: token.position.line, column: token.position.column)
  }

  private func place(line: Int, column: Int) -> Place {
    // The last that begins before the place; there are as many as the key "items" has values.
    var low = 0
    var high = origins.count
    while low < high {
      let middle = (low + high) / 2
      if (origins[middle].line, origins[middle].column) <= (line, column) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard let origin = low > 0 ? origins[low - 1] : origins.first else { return (line, column) }
    return line == origin.line
      ? (origin.position.line, origin.position.column + column - origin.column)
      : (origin.position.line + line - origin.line, column)
  }
}

extension ValueType {
  /// White space around it is an error: readers do not trim JSON's strings.
  fileprivate static let dateOfJSON = ValueType.rfc3339.unpadded
}
