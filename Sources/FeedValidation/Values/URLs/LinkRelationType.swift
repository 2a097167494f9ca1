import FeedModel

extension ValueType {
  /// The relation of an Atom link: a registered name, or an IRI.
  public static let linkRelation = ValueType("a link relation") { value, context, report in
    let all = 0..<value.count
    guard !RegisteredRelations.table.contains(all, in: value) else { return }
    // RFC 4287, section 4.2.7.2: the long form of a registered name.
    let registry = "http://www.iana.org/assignments/relation/"
    if value.count > registry.utf8.count, value.starts(with: registry.utf8),
      RegisteredRelations.table.contains(registry.utf8.count..<value.count, in: value)
    {
      return
    }
    let syntax = IRISyntax(value)
    if syntax.scheme != nil, syntax.forbidden == nil { return }
    report(LinkRelationComplaint.finding(value))
  }

  /// A namespace's name: an IRI that is compared, and not followed.
  public static let namespaceURI = ValueType("a namespace") { value, context, report in
    guard IRISyntax(value).scheme != nil else { return }
    URLCheck(allowsIRI: true, isTrimmed: false, isFollowed: false).check(value, context) {
      // What is neither registered nor encoded can be compared all the same.
      if $0.rule.severity == .error { report($0) }
    }
  }
}

private enum LinkRelationComplaint {
  /// A slip of one or two letters.
  private static func near(_ word: String, among names: [String]) -> String? {
    guard let name = NearestWord.to(word, among: names),
      NearestWord.editDistance(Array(word.utf8), Array(name.utf8)) <= 2
    else { return nil }
    return name
  }

  static func finding(_ value: UnsafeBufferPointer<UInt8>) -> ValueFinding {
    let quoted = Excerpt.quote(value)
    let trimmed = TrimmedValue(value)
    let words = trimmed.bytes.split { TrimmedValue.isSpace($0) }
    if words.count > 1 {
      return ValueFinding(
        .linkRelationUnregistered,
        "is \(quoted), but a link has one relation",
        at: trimmed.start,
        help: "Write a link of its own for each relation."
      )
    }
    guard value.count <= 64 else {
      return ValueFinding(.linkRelationUnregistered, "is \(quoted), no registered relation")
    }
    let word = String(decoding: trimmed.bytes, as: UTF8.self)
    let names = RegisteredRelations.names.split(separator: " ").map(String.init)
    if let meant = names.first(where: { $0.lowercased() == word.lowercased() }) {
      let isPadded = trimmed.bytes.count != value.count
      return ValueFinding(
        .linkRelationUnregistered,
        isPadded
          ? "is \(quoted), with white space around it" : "is \(quoted), in other letter case",
        at: trimmed.start > 0 ? 0 : (isPadded ? trimmed.bytes.count : 0),
        replacement: meant
      )
    }
    return ValueFinding(
      .linkRelationUnregistered,
      "is \(quoted), no registered relation",
      at: trimmed.start,
      help: near(word, among: names).map { "Did you mean “\($0)”?" }
    )
  }
}

extension Rule {
  /// Relations have registered names.
  public static let linkRelationUnregistered = Rule(
    id: "link-relation-unregistered",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "The relation of an Atom link is one registered name, or an IRI",
    why: """
      Readers look for the relations that they know, letter by letter. A link with any other, or \
      with two at once, is passed over.
      """,
    help: """
      Write a name of IANA's list in lower case (alternate, self, enclosure, related, via), or the \
      address of what defines your own.
      """,
    spec: "https://www.rfc-editor.org/rfc/rfc4287#section-4.2.7.2",
    w3c: ["UnregisteredAtomLinkRel"],
    examples: Examples(
      passing: [
        .atomEntry("<link rel=\"related\" href=\"https://example.org/2\"/>"),
        .atomEntry("<link rel=\"https://example.org/rel#fork\" href=\"https://example.org/2\"/>"),
      ],
      failing: [
        .atomEntry("<link rel=\"↓service.post\" href=\"https://example.org/2\"/>"),
        .atomEntry("<link rel=\"↓Related\" href=\"https://example.org/2\"/>"),
        .atomEntry("<link rel=\"↓related via\" href=\"https://example.org/2\"/>"),
      ]
    )
  )
}
