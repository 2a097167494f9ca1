import FeedJSON
import FeedModel
import FeedXML

/// The words of what is wrong with objects and their keys.
extension JSONFeedObjectChecker {
  /// Tells of something wrong with what `step` leads to, or with the object at hand.
  func report(
    _ rule: Rule,
    _ message: String,
    _ place: Place,
    _ step: Step? = nil,
    element: String? = nil,
    help: String? = nil,
    replacement: String? = nil
  ) {
    context.findings.add(
      Finding(
        rule: rule,
        message: message,
        position: SourcePosition(offset: 0, line: place.line, column: place.column),
        element: element ?? key(step),
        help: help,
        replacement: replacement
      ),
      path: pointer(step),
      entryIndex: entryIndex
    )
  }

  /// In the manner of JSON pointers (RFC 6901): `/items/2/url`.
  private func pointer(_ step: Step?) -> String? {
    var text = path.map { "/\($0)" }.joined()
    if let step { text += "/\(step)" }
    return text.isEmpty ? nil : text
  }

  private func key(_ step: Step?) -> String? {
    if case .other(let name)? = step { return name }
    if case .key(let name)? = step { return "\(name)" }
    for case .key(let name) in path.reversed() { return "\(name)" }
    return nil
  }

  /// What a step leads to, for messages: a key, or the place in an array with its key: `tags/1`.
  func label(_ step: Step) -> String {
    if case .index(let index) = step, let key = key(nil) { return "\(key)/\(index)" }
    return "\(step)"
  }

  /// A value that has to be something else.
  func reportType(_ value: JSONToken, _ type: JSONFeedType, _ step: Step) {
    reportType(value, wanted: type.name, label: label(step), step, help: type.help(value))
  }

  /// The part at hand, which has to be something else: an item.
  func reportType(_ value: JSONToken, wanted: String) {
    let label = path.isEmpty ? "the document" : path.map(\.description).joined(separator: "/")
    reportType(value, wanted: wanted, label: label, nil, help: nil)
  }

  private func reportType(
    _ value: JSONToken,
    wanted: String,
    label: String,
    _ step: Step?,
    help: String?
  ) {
    let isNull = value.kind == .null
    report(
      isNull ? .jsonValueNull : .jsonTypeWrong,
      "\(label) is \(value.kind.name); it has to be \(wanted)",
      place(value),
      step,
      help: isNull ? nil : help
    )
  }

  /// A key that is none of JSON Feed's: an extension, or a mistake. Reads its value.
  ///
  /// Names of extensions begin with "_" and a letter and hold no full stop, nor do their keys; they
  /// are objects.
  mutating func checkUnknown(
    _ key: JSONToken,
    _ name: String,
    _ object: JSONFeedObject
  ) throws(JSONError) {
    let bytes = Array(name.utf8.prefix(2))
    let shown = Excerpt.quote(name)
    if bytes.first != UInt8(ascii: "_") {
      report(
        .jsonKeyUnknown,
        "\(object.name) has the key \(shown), which JSON Feed does not know there",
        place(key),
        .other(name),
        help: Self.help(for: name, in: object)
      )
    } else if bytes.count < 2 || !(0x61...0x7A).contains(bytes[1] | 0x20) {
      report(
        .jsonExtensionName,
        "\(shown) has no letter after its underscore",
        place(key),
        .other(name)
      )
    } else if name.utf8.contains(UInt8(ascii: ".")) {
      report(.jsonExtensionName, "\(shown) has a full stop in it", place(key), .other(name))
    } else if let value = try reader.next() {
      try checkExtension(value, .other(name))
      return
    }
    try reader.skipRest(of: key)
  }

  private mutating func checkExtension(_ value: JSONToken, _ step: Step) throws(JSONError) {
    guard value.kind == .beginObject else {
      report(
        .jsonExtensionNotObject,
        "\(Excerpt.quote(step.description)) is \(value.kind.name); it has to be an object",
        place(value),
        step
      )
      return try reader.skipRest(of: value)
    }
    guard context.checksValues else { return try reader.skipRest(of: value) }
    path.append(step)
    while let key = try reader.next(), key.kind == .key {
      if key.source.contains(UInt8(ascii: ".")) {
        let name = key.text
        report(
          .jsonExtensionName,
          "\(Excerpt.quote(name)) has a full stop in it",
          place(key),
          .other(name)
        )
      }
      if key.isText("about"), let about = try reader.next() {
        if about.kind != .string { reportType(about, .string(.plain), .key("about")) }
        try reader.skipRest(of: about)
      } else {
        try reader.skipRest(of: key)
      }
    }
    path.removeLast()
  }

  private static func help(for name: String, in object: JSONFeedObject) -> String? {
    let known = object.names
    let lower = name.lowercased()
    if let alias = JSONFeedObject.aliases[lower], known.contains(alias) {
      return "JSON Feed calls it \(alias)."
    }
    return NearestWord.to(lower, among: known).map {
      "Write \($0) if that is what is meant; keys have case."
    }
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
    case .string, .date, .id, .version: "a string"
    case .count: "a number"
    case .boolean: "true or false"
    case .object: "an object"
    case .strings: "an array of strings"
    case .objects, .items: "an array of objects"
    }
  }

  /// How to mend a value of another kind.
  fileprivate func help(_ value: JSONToken) -> String? {
    switch (self, value.kind) {
    case (.object, .string): "Write an object: “{\"name\": …}”."
    case (.objects, .string), (.objects, .beginObject), (.strings, .string):
      "Put it into brackets, even if there is only one."
    case (.string, .number), (.id, .true), (.id, .false), (.string, .true), (.string, .false):
      "Put it into quotes."
    case (.date, .number):
      LenientDate.parse(value.source).map { "Write “\"\(RFC3339.string($0.timestamp))\"”." }
        ?? "Write the date as “2019-06-13T10:30:00Z”."
    case (.count, .string), (.boolean, .string): "Write it without quotes."
    default: nil
    }
  }
}
