import CLibYAML

/// libyaml's errors in the words of someone who writes front matter: where the cause is, and what to
/// change. libyaml says what its grammar missed, often a line too late.
struct YAMLErrors {
  let bytes: UnsafeBufferPointer<UInt8>
  let lineOffset: Int
  private let lines: SourceLines

  init(bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int) {
    self.bytes = bytes
    self.lineOffset = lineOffset
    lines = SourceLines(bytes)
  }

  /// The place of an error, counted from 0.
  private struct Place {
    var line: Int
    var column: Int

    init(_ line: Int, _ column: Int) {
      self.line = line
      self.column = column
    }

    init(_ mark: yaml_mark_t) {
      self.init(Int(mark.line), Int(mark.column))
    }
  }

  /// What the parser stopped at.
  func error(of parser: yaml_parser_t) -> DataError {
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    let context = parser.context.map { String(cString: $0) } ?? ""
    switch parser.error {
    case YAML_MEMORY_ERROR:
      return make(Place(0, 0), "not enough memory to read YAML")
    case YAML_READER_ERROR:
      return readerError(problem, offset: Int(parser.problem_offset), value: parser.problem_value)
    default:
      return syntaxError(
        problem,
        at: Place(parser.problem_mark),
        context,
        from: context.isEmpty ? Place(parser.problem_mark) : Place(parser.context_mark)
      )
    }
  }

  private func readerError(_ problem: String, offset: Int, value: Int32) -> DataError {
    let (line, column) = lines.place(ofByte: offset)
    if problem == "control characters are not allowed" {
      let code = String(value, radix: 16, uppercase: true)
      return make(
        Place(line, column),
        "a control character (U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code))",
        help: "remove it, or write it as an escape in double quotes"
      )
    }
    return make(
      Place(line, column),
      "the bytes here are not valid UTF-8",
      help: "save the file as UTF-8"
    )
  }

  private func syntaxError(
    _ problem: String,
    at place: Place,
    _ context: String,
    from start: Place
  ) -> DataError {
    switch (problem, context) {
    case ("mapping values are not allowed in this context", _): return unexpectedColon(place)
    case (_, "while scanning a quoted scalar")
    where problem.hasPrefix("found unexpected end of stream")
      || problem.hasPrefix("found unexpected document indicator"):
      return make(
        start,
        "the quotation mark that opens here is never closed",
        help: "close it, or put a quotation mark inside the text between the other kind of quotes"
      )
    case ("could not find expected ':'", _): return missingColon(start)
    case ("found character that cannot start any token", _): return badStart(place)
    case ("did not find expected key", _), ("did not find expected '-' indicator", _):
      return brokenBlock(at: place, isList: problem.contains("'-'"))
    case ("did not find expected ',' or ']'", _):
      return unclosed("[", "]", start: start, place: place)
    case ("did not find expected ',' or '}'", _):
      return unclosed("{", "}", start: start, place: place)
    case ("did not find expected comment or line break", "while scanning a block scalar"),
      ("found a tab character where an indentation space is expected", _)
    where context == "while scanning a block scalar" && start.line == place.line:
      return quoteValue(start)
    case ("did not find expected alphabetic or numeric character", _): return quoteValue(start)
    case (_, "while parsing a tag"), (_, "while scanning a tag"), (_, "while parsing a node"):
      let isValue = "!*&|>%@`".unicodeScalars.contains(scalar(start) ?? " ")
      return isValue && !problem.contains("node content") ? quoteValue(start) : generic()
    case ("found unknown escape character", _):
      return make(
        Place(place.line, place.column),
        "'\\' begins an escape that YAML does not know",
        help: "write \\\\ for a backslash, or use single quotes"
      )
    case ("block sequence entries are not allowed in this context", _):
      return make(
        place,
        "a list begins with '- ' after a key on the same line",
        help: "put the list on the next line, or the value in quotes if it is text"
      )
    case ("mapping keys are not allowed in this context", _): return quoteValue(place)
    case ("did not find expected <document start>", _), (_, "while scanning a directive"):
      return scalar(start) == "%" || scalar(place) == "%"
        ? quoteValue(scalar(start) == "%" ? start : place)
        : make(
          place,
          "this stands after the end of the YAML value",
          help: "indent it like the lines above it, or write it as KEY: VALUE"
        )
    default:
      return problem.contains("tab character") ? tab(place) : generic()
    }

    func generic() -> DataError {
      make(place, context.isEmpty ? problem : "\(problem) \(context)")
    }
  }

  // MARK: - Single mistakes

  /// `title: Foo: bar`, or a line that is indented under a value.
  private func unexpectedColon(_ place: Place) -> DataError {
    let line = lines.scalars(place.line)
    let head = line.prefix(max(0, place.column))
    if let colon = zip(head, head.dropFirst()).enumerated().first(where: {
      $0.element.0 == ":" && ($0.element.1 == " " || $0.element.1 == "\t")
    }) {
      return make(
        Place(place.line, startOfValue(in: line, after: colon.offset)),
        "a value that contains ': ' must be quoted",
        help: "put the value in double quotes, or in single ones if it contains double ones"
      )
    }
    return make(
      Place(place.line, indentation(of: line)),
      "this key is indented deeper than the key above it, which has a value already",
      help: "indent all keys of a mapping alike"
    )
  }

  /// A line that is neither `key: value` nor the continuation of a value.
  private func missingColon(_ start: Place) -> DataError {
    make(
      start,
      "a line without ': ' after its key",
      help: "write KEY: VALUE, or indent the line if it continues the value above"
    )
  }

  private func badStart(_ place: Place) -> DataError {
    switch scalar(place) {
    case "\t": return tab(place)
    case "@", "`", "%": return quoteValue(place)
    default: return make(place, "this character cannot begin a YAML value")
    }
  }

  private func tab(_ place: Place) -> DataError {
    make(place, "YAML does not allow tabs for indentation", help: "use spaces")
  }

  /// A value that begins with a character that means something to YAML.
  private func quoteValue(_ place: Place) -> DataError {
    let found = scalar(place).map { "\($0)" } ?? "this character"
    return make(
      place,
      "a value that begins with \(found) must be quoted",
      help: "put the value in double quotes"
    )
  }

  /// `title: "Foo" bar`, `title: 'It's'`, or a line whose indentation fits nothing above.
  private func brokenBlock(at place: Place, isList: Bool) -> DataError {
    let line = lines.scalars(place.line)
    let indentation = indentation(of: line)
    if place.column > indentation {
      // Something stands before it on the line: most often the end of a quoted value.
      let head = line.prefix(place.column)
      if let quote = head.last(where: { $0 != " " && $0 != "\t" }), quote == "\"" || quote == "'" {
        return make(
          place,
          "text after the quotation mark that ends the value",
          help: quote == "'"
            ? "inside single quotes write an apostrophe as '', or use double quotes"
            : "inside double quotes write a double quote as \\\""
        )
      }
      return make(
        place,
        "this does not belong to the value before it",
        help: "put the value in double quotes"
      )
    }
    return make(
      place,
      isList
        ? "the list above continues with '- ', but this line begins otherwise"
        : "the indentation of this line fits none of the lines above",
      help: "indent all keys of a mapping, and all items of a list, alike"
    )
  }

  private func unclosed(_ mark: String, _ end: String, start: Place, place: Place) -> DataError {
    make(
      start,
      "the '\(mark)' that opens here is not closed, or a comma is missing",
      help: "close it with '\(end)'; put a value that begins with \(mark) as text in quotes"
    )
  }

  // MARK: - Helpers

  private func make(_ place: Place, _ message: String, help: String? = nil) -> DataError {
    // libyaml ends the last line where its author did not.
    let end = lines.place(ofByte: bytes.count)
    let place = place.line > end.line ? Place(end.line, end.column) : place
    return DataError(
      line: place.line &+ 1 &+ lineOffset,
      column: place.column &+ 1,
      message: message,
      help: help
    )
  }

  private func scalar(_ place: Place) -> Unicode.Scalar? {
    let line = lines.scalars(place.line)
    return line.indices.contains(place.column) ? line[place.column] : nil
  }

  private func indentation(of line: [Unicode.Scalar]) -> Int {
    line.prefix { $0 == " " || $0 == "\t" }.count
  }

  private func startOfValue(in line: [Unicode.Scalar], after colon: Int) -> Int {
    line.indices.first { $0 > colon && line[$0] != " " && line[$0] != "\t" } ?? colon
  }
}
