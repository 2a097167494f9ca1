import FeedJSON

/// What is known to be wrong with documents, so that only what is new is told.
///
/// A finding is known by its rule and where it is: the entry's id and the path in the entry, or the
/// path in the document. Lines move whenever a post is added; these do not.
public struct Baseline: Sendable, Equatable {
  /// What a finding is known by.
  struct Key: Sendable, Hashable {
    var rule: String
    /// The id of the entry; `nil` outside entries, and in those without.
    var entry: String?
    /// In an entry with an id, the path in the entry; elsewhere that in the document.
    var path: String
  }

  /// How often each finding is known, by document.
  private var documents: [String: [Key: Int]] = [:]

  /// Nothing is known.
  public init() {}

  /// How many findings are known.
  public var count: Int {
    documents.values.reduce(0) { $0 + $1.values.reduce(0, +) }
  }

  /// Learns what was found in a document; what was known of it is forgotten.
  public mutating func learn(
    _ report: DocumentReport,
    as name: String,
    _ entries: EntryIdentities
  ) {
    var keys: [Key: Int] = [:]
    for diagnostic in report.diagnostics {
      keys[Baseline.key(diagnostic, entries), default: 0] += 1
    }
    documents[name] = keys.isEmpty ? nil : keys
  }

  /// Takes out of a report what is known of a document.
  public func filter(
    _ report: inout DocumentReport,
    as name: String,
    _ entries: EntryIdentities
  ) {
    guard var keys = documents[name] else { return }
    var known = Tally()
    report.diagnostics.removeAll { diagnostic in
      let key = Baseline.key(diagnostic, entries)
      guard let count = keys[key], count > 0 else { return false }
      keys[key] = count - 1
      known.add(diagnostic.severity)
      report.counts[diagnostic.rule]?.count -= 1
      if report.counts[diagnostic.rule]?.count == 0 { report.counts[diagnostic.rule] = nil }
      return true
    }
    report.known = known
    report.gone = keys.values.reduce(0, +)
    report.found = report.found - known
  }

  private static func key(_ diagnostic: Diagnostic, _ entries: EntryIdentities) -> Key {
    let path = Baseline.path(diagnostic)
    guard let entry = diagnostic.entryIndex.flatMap({ entries[$0] }) else {
      return Key(rule: diagnostic.rule, entry: nil, path: path)
    }
    return Key(rule: diagnostic.rule, entry: entry, path: pathInEntry(path))
  }

  /// The path of what is meant: of a child that is missing or undefined, the path at hand is that of
  /// its parent.
  private static func path(_ diagnostic: Diagnostic) -> String {
    var path = diagnostic.path ?? ""
    let last = path.split(separator: "/").last?.prefix { $0 != "[" }
    if let element = diagnostic.element, last.map({ $0 != element }) ?? true {
      path += "/" + element
    }
    if let attribute = diagnostic.attribute, attribute != diagnostic.element {
      path += "/@" + attribute
    }
    return path
  }

  /// `guid` of `/rss/channel/item[3]/guid`, `url` of `/items/2/url`; nothing for the entry itself.
  static func pathInEntry(_ path: String) -> String {
    var parts = path.split(separator: "/", omittingEmptySubsequences: true)
    if parts.first == "items" { return parts.dropFirst(2).joined(separator: "/") }
    let isEntry = { (part: Substring) in
      let name = part.prefix { $0 != "[" }
      let local = name.split(separator: ":").last ?? name
      return local == "item" || local == "entry"
    }
    guard let entry = parts.firstIndex(where: isEntry) else { return path }
    parts.removeSubrange(...entry)
    return parts.joined(separator: "/")
  }
}

extension Baseline {
  /// Reads what ``json`` writes.
  public init(parsing bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) {
    var reader = JSONReader(bytes, depthLimit: 16, skipsByteOrderMark: true)
    try Baseline.expect(.beginObject, "an object", &reader)
    var hasDocuments = false
    let start = reader.position
    while let token = try reader.next(), token.kind == .key {
      guard token.isText("documents") else {
        try reader.skipRest(of: token)
        continue
      }
      hasDocuments = true
      try Baseline.expect(.beginObject, "an object", &reader)
      while let name = try reader.next(), name.kind == .key {
        documents[name.text] = try Baseline.readFindings(&reader)
      }
    }
    // What follows is no part of the baseline, and wrong.
    while try reader.next() != nil {}
    guard hasDocuments else {
      throw JSONError("there is no list of documents in it; is this a baseline?", at: start)
    }
  }

  private static func readFindings(_ reader: inout JSONReader) throws(JSONError) -> [Key: Int] {
    try expect(.beginArray, "an array", &reader)
    var keys: [Key: Int] = [:]
    while let token = try reader.next(), token.kind != .endArray {
      guard token.kind == .beginObject else {
        throw JSONError("a finding has to be an object", at: token.position)
      }
      var key = Key(rule: "", entry: nil, path: "")
      var count = 1
      while let name = try reader.next(), name.kind == .key {
        guard let value = try reader.next() else { break }
        switch (name.text, value.kind) {
        case ("rule", .string): key.rule = value.text
        case ("entry", .string): key.entry = value.text
        case ("path", .string): key.path = value.text
        case ("count", .number): count = max(0, value.integer ?? 1)
        default: try reader.skipRest(of: value)
        }
      }
      guard !key.rule.isEmpty else {
        throw JSONError("a finding has to have a rule", at: token.position)
      }
      keys[key] = (keys[key] ?? 0).addingReportingOverflow(count).partialValue
    }
    return keys
  }

  private static func expect(
    _ kind: JSONToken.Kind,
    _ words: String,
    _ reader: inout JSONReader
  ) throws(JSONError) {
    let position = reader.position
    guard try reader.next()?.kind == kind else {
      throw JSONError("\(words) has to stand here; is this a baseline?", at: position)
    }
  }

  /// The baseline as a file, sorted so that versions compare well.
  public var json: [UInt8] {
    var json = JSONSerializer(.indented)
    json.beginObject()
    json.key("documents")
    json.beginObject()
    for (name, keys) in documents.sorted(by: { $0.key < $1.key }) {
      json.key(name)
      json.beginArray()
      for (key, count) in keys.sorted(by: { $0.key < $1.key }) {
        json.beginObject()
        json.member("rule", key.rule)
        json.member("entry", key.entry)
        json.member("path", key.path)
        if count > 1 { json.member("count", count) }
        json.endObject()
      }
      json.endArray()
    }
    json.endObject()
    json.endObject()
    json.endLine()
    return json.bytes
  }
}

extension Baseline.Key: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    (left.entry ?? "", left.path, left.rule) < (right.entry ?? "", right.path, right.rule)
  }
}
