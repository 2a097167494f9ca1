/// The texts that a program in JavaScript, TypeScript or Python gives names to, which is how half of
/// the generators are configured: `title: "Words"`, `SITENAME = 'Words'`.
///
/// The program is not run. Names are known with the objects that they stand in, so that the author's
/// `name` is not the site's.
struct ProgramText {
  /// A name with the names of the objects around it, and its text.
  private struct Assignment {
    var path: [String]
    var depth: Int
    var text: String
  }

  private var assignments: [Assignment] = []

  /// Reads a program.
  init(_ program: String, isPython: Bool) {
    var reader = TokenReader(program, isPython: isPython)
    // The names of the objects that are open; nil for brackets that belong to no name.
    var open: [String?] = []
    var word: String?
    /// The name whose value is being read.
    var name: String?
    /// Whether a text here would be a part of a computed value.
    var isComputed = false
    while let token = reader.next() {
      switch token {
      case .word(let text):
        word = text
        // A letter in front of a Python string is none.
        if name != nil, !(isPython && text.utf8.count == 1) { isComputed = true }
      case .text(let text):
        if let name, !isComputed {
          assignments.append(
            Assignment(path: open.compactMap { $0 } + [name], depth: open.count, text: text)
          )
        }
        // `"title": …`
        word = name == nil ? text : nil
        name = nil
      case .mark(let mark):
        switch mark {
        case ":", "=": (name, isComputed) = (word, false)
        case "{", "(", "[":
          open.append(mark == "{" ? name : nil)
          (name, word) = (nil, nil)
        case "}", ")", "]":
          _ = open.popLast()
          (name, word) = (nil, nil)
        // `process.env.URL || "https://example.org"`
        case "|", "?": isComputed = false
        case ".": isComputed = true
        default: (name, word) = (nil, nil)
        }
      }
    }
  }

  /// The text of a name, with dots into objects: the one in the fewest brackets, else the first.
  ///
  /// - Parameter companion: A name that must not stand in fewer brackets, if the program has it: a
  ///   site's address stands beside its title, and an author's or a plugin's below.
  func text(of name: String, notBelow companion: String? = nil) -> String? {
    let deepest = companion.flatMap { assignment(of: $0)?.depth } ?? .max
    return assignment(of: name).flatMap {
      $0.depth <= deepest || name.contains(".") ? $0.text : nil
    }
  }

  private func assignment(of name: String) -> Assignment? {
    let parts = name.split(separator: ".").map(String.init)
    return assignments.filter { $0.path.suffix(parts.count) == parts[...] && !$0.text.isEmpty }
      .min { $0.depth < $1.depth }
  }
}

/// Takes a program apart, as far as names and texts need it.
private struct TokenReader {
  enum Token {
    case word(String)
    case text(String)
    case mark(Character)
  }

  private var rest: Substring
  private let isPython: Bool

  init(_ program: String, isPython: Bool) {
    rest = program[...]
    self.isPython = isPython
  }

  mutating func next() -> Token? {
    while let first = rest.first {
      if first.isWhitespace {
        rest = rest.dropFirst()
      } else if isPython ? first == "#" : rest.hasPrefix("//") {
        rest = rest.drop { !$0.isNewline }
      } else if !isPython, rest.hasPrefix("/*") {
        skipComment()
      } else if first == "\"" || first == "'" || first == "`" {
        if let text = text(quotedBy: first) { return .text(text) }
      } else if first.isLetter || first == "_" || first == "$" {
        let word = rest.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "$" }
        rest = rest[word.endIndex...]
        return .word(String(word))
      } else {
        rest = rest.dropFirst()
        return .mark(first)
      }
    }
    return nil
  }

  private mutating func skipComment() {
    rest = rest.dropFirst(2)
    while !rest.isEmpty, !rest.hasPrefix("*/") { rest = rest.dropFirst() }
    rest = rest.dropFirst(2)
  }

  /// A text in quotes; nil for one that is computed, and for a quote that is none.
  private mutating func text(quotedBy quote: Character) -> String? {
    let triple = String(repeating: quote, count: 3)
    let length = isPython && rest.hasPrefix(triple) ? 3 : 1
    let closing = length == 3 ? triple : String(quote)
    let start = rest
    rest = rest.dropFirst(length)
    var text = ""
    var isComputed = false
    while let character = rest.first {
      if rest.hasPrefix(closing) {
        rest = rest.dropFirst(length)
        return isComputed ? nil : text
      }
      if character == "\\" {
        rest = rest.dropFirst()
        guard let escaped = rest.first else { break }
        text.append(escaped == "n" || escaped == "t" ? " " : escaped)
      } else {
        // An apostrophe in a comment or a regular expression opens no text.
        if character.isNewline, length == 1, quote != "`" { break }
        if quote == "`", character == "$", rest.dropFirst().first == "{" { isComputed = true }
        text.append(character)
      }
      rest = rest.dropFirst()
    }
    rest = start.dropFirst()
    return nil
  }
}
