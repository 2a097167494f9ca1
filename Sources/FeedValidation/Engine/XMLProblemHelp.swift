import FeedXML

/// How to mend what is wrong with a document as XML.
enum XMLProblemHelp {
  /// `nil` where the rule knows no less.
  static func of(_ problem: XMLProblem, element: String?, root: String?) -> String? {
    let attribute = problem.attribute ?? "name"
    switch problem.kind {
    case .undefinedEntity(let name, isHTML: true): return character(name)
    case .undefinedEntity(let name, isHTML: false):
      return "Write &amp;\(name); if the ampersand is meant."
    case .entityOfDocumentType:
      return "Write what it stands for: readers do not read document types."
    case .forbiddenReference: return "Remove it."
    case .bareAmpersand: return "Write &amp; for &."
    case .bareLessThan: return "Write &lt; for <."
    case .valueWithoutQuotes, .typographicQuotes:
      return "Write straight quotes around the value: \(attribute)=\"…\"."
    case .valueUnclosed: return "Write a quote where the value ends."
    case .attributeWithoutValue: return "Write \(attribute)=\"…\", or remove it."
    case .attributeRepeated: return "Remove one of the two."
    case .attributesUnspaced: return "Write a space before \(attribute)."
    case .strayInTag: return "Remove it."
    case .strayInEndTag: return "Write nothing but the name."
    case .documentTypeMisspelt, .documentTypeBroken:
      return "Remove the declaration: feeds need none."
    case .tagUnclosed: return "Write > where the tag ends."
    case .tagCutOff, .elementUnclosed(_, by: nil, count: _):
      return "Publish all of it: what writes or copies the feed stopped before its end."
    case .elementUnclosed(let name, by: _?, count: _):
      return "Write </\(name)> where the element ends."
    case .endTagMisspelt(_, let meant): return "Write </\(meant)>."
    case .endTagStray(let name): return "Remove it, or write <\(name)> where the element begins."
    case .sectionUnclosed(let section):
      return "Write \(mark(section)) where it ends, or publish all of the document."
    case .textOutsideOfRoot:
      return "Remove it: often it is a message of the program that writes the feed."
    case .elementBehindRoot: return "Publish one document at one address."
    case .rootMissing:
      return "Look why what writes the feed stopped: a feed has an element such as rss or feed."
    case .undeclaredPrefix(let prefix): return declaration(prefix, root)
    case .sectionEndInText: return "Write ]]&gt;."
    case .hyphensInComment: return "Write the comment with fewer hyphens."
    case .declarationBroken: return "Write <?xml version=\"1.0\" encoding=\"utf-8\"?>."
    case .declarationInside: return "Remove it; there is one, at the very beginning."
    case .notWellFormed, .namespace, .tooManyAttributes, .limit: return nil
    }
  }

  private static func mark(_ section: XMLProblem.Section) -> String {
    switch section {
    case .cdata: "]]>"
    case .comment: "-->"
    case .instruction: "?>"
    case .documentType: ">"
    }
  }

  private static func declaration(_ prefix: String, _ root: String?) -> String {
    let place = root.map { "<\($0)>" } ?? "the root element"
    if let known = KnownNamespaces.shared.entry(prefix: prefix) {
      return "Write xmlns:\(prefix)=\"\(known.namespace)\" in \(place)."
    }
    return
      "Write xmlns:\(prefix)=\"…\" in \(place), with the namespace that its specification gives."
  }

  /// The character that HTML's name stands for, and its number; the number alone where nobody would
  /// see the character.
  private static func character(_ name: String) -> String? {
    let characters = Array(name.utf8).withUnsafeBufferPointer {
      HTMLCharacterReferences.characters(named: $0[...])
    }
    guard let characters else { return nil }
    let text = String(decoding: characters, as: UTF8.self)
    let scalars = text.unicodeScalars
    switch text {
    case "&": return "Write &amp;."
    case "<": return "Write &lt;."
    case ">": return "Write &gt;."
    case "\"": return "Write &quot;."
    case "'": return "Write &apos;."
    default: break
    }
    let numbers = scalars.map { "&#\($0.value);" }.joined()
    let isSeen = scalars.allSatisfy {
      switch $0.properties.generalCategory {
      case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control, .format,
        .nonspacingMark, .enclosingMark:
        false
      default: true
      }
    }
    return isSeen ? "Write \(text) or \(numbers)." : "Write \(numbers)."
  }
}
