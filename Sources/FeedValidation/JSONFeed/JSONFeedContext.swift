/// What the checks of a JSON Feed's parts share.
struct JSONFeedContext {
  /// Where what is wrong is gathered.
  let findings: Findings
  /// What the user wants.
  let settings: ValidationSettings
  /// Whether strings are held against what they are to be: a gate, behind which a writer of ours
  /// stands, looks at dates only.
  let checksValues: Bool
  /// The version that the document states; `nil` where it is not known, or not known yet.
  var version: JSONFeedVersion?
  /// The address of the site or of the feed, as far as the document says.
  var site: String?
}

/// A version of the format.
enum JSONFeedVersion: String {
  case one = "1"
  case onePointOne = "1.1"

  /// What feeds state.
  var url: StaticString {
    switch self {
    case .one: "https://jsonfeed.org/version/1"
    case .onePointOne: "https://jsonfeed.org/version/1.1"
    }
  }

  /// The version that a string means, if not to the letter: without `s`, with `www.`, with a slash at
  /// the end. `nil` if it has nothing to do with JSON Feed; an unknown version is taken for the last.
  static func meant(by text: String) -> JSONFeedVersion? {
    guard let mark = text.firstRange(of: "jsonfeed.org/version/") else { return nil }
    let number = text[mark.upperBound...].prefix { $0 != "/" }
    return number == "1" || number == "1.0" ? .one : .onePointOne
  }
}

extension StringProtocol {
  /// Where another string stands first.
  fileprivate func firstRange(of other: String) -> Range<Index>? {
    var start = startIndex
    while start != endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}
