extension XMLProblem.Kind {
  /// What is to be said, and whether the element or attribute is to be put before it; `nil` where
  /// only libxml2 knows.
  func words(
    element: String? = nil,
    attribute: String? = nil,
    line: Int? = nil
  ) -> (message: String, isPredicate: Bool)? {
    let value = "the value of \(attribute ?? "an attribute")"
    switch self {
    case .undefinedEntity(let name, let isHTML):
      let reading = isHTML ? "which HTML knows, but not XML" : "which nothing declares"
      return ("has the entity &\(name); \(reading)", true)
    case .entityOfDocumentType(let name):
      return ("has the entity &\(name); which only the document type knows", true)
    case .forbiddenReference(let text):
      return ("has \(text), which stands for a character that XML does not allow", true)
    case .bareAmpersand: return ("has an ampersand that begins no reference", true)
    case .bareLessThan:
      let reading = attribute == nil ? "a < that begins no tag" : "a <, which no value may have"
      return ("has \(reading)", true)
    case .valueWithoutQuotes: return ("\(value) has no quotes", false)
    case .typographicQuotes: return ("\(value) stands in typographic quotes", false)
    case .valueUnclosed: return ("\(value) has no quote at its end", false)
    case .attributeWithoutValue: return ("has no value", true)
    case .attributeRepeated:
      return ("\(element ?? "the tag") has a second \(attribute ?? "attribute")", false)
    case .attributesUnspaced: return ("has no white space before it", true)
    case .strayInTag(let text): return ("has \(text) in its tag, where attributes belong", true)
    case .strayInEndTag(let tag): return ("the end tag \(tag) has more than a name", false)
    case .documentTypeMisspelt: return ("a document type declaration begins with <!DOCTYPE", false)
    case .documentTypeBroken: return ("the document type declaration is not well-formed", false)
    case .tagUnclosed(let tag): return ("the tag \(tag) is not closed by >", false)
    case .tagCutOff(let tag):
      return ("the document ends inside of the tag \(tag); it was cut off", false)
    case .elementUnclosed(let name, by: let closing?, count: _):
      let place = line.map { " of line \($0)" } ?? ""
      return ("<\(name)>\(place) is not closed: </\(closing)> comes first", false)
    case .elementUnclosed(let name, by: nil, count: _):
      let place = line.map { " of line \($0)" } ?? ""
      return ("the document ends inside of <\(name)>\(place)", false)
    case .endTagMisspelt(let written, let meant):
      return ("</\(written)> does not close <\(meant)>", false)
    case .endTagStray(let name): return ("</\(name)> closes nothing", false)
    case .sectionUnclosed(let section): return (section.words, false)
    case .textOutsideOfRoot(let isBehind):
      return ("text stands \(isBehind ? "behind" : "before") the root element", false)
    case .elementBehindRoot(let name):
      return ("<\(name)> begins a second document behind the first, which was not read", false)
    case .rootMissing: return ("the document ends before its root element", false)
    case .undeclaredPrefix(let prefix):
      return ("has the prefix \(prefix), which nothing declares", true)
    case .tooManyAttributes:
      return ("has more than 1,000 attributes, which many XML parsers refuse", true)
    case .limit:
      return ("text or markup is larger than 10 MB, which many XML parsers refuse", false)
    case .sectionEndInText:
      return ("has ]]> where no CDATA section was begun", true)
    case .hyphensInComment:
      return ("a comment has -- in it, which may stand at its end only", false)
    case .declarationBroken:
      return ("the XML declaration is not well-formed", false)
    case .declarationInside:
      return ("an XML declaration stands inside of the document, not at its begin", false)
    case .notWellFormed, .namespace: return nil
    }
  }
}

extension XMLProblem.Section {
  fileprivate var words: String {
    switch self {
    case .cdata: "the CDATA section that begins here is not closed by ]]>"
    case .comment: "the comment that begins here is not closed by -->"
    case .instruction: "the processing instruction that begins here is not closed by ?>"
    case .documentType: "the document type that begins here is not closed by >"
    }
  }
}
