/// toml++'s messages without their preamble, the frequent ones in words that say what to change.
enum TOMLErrors {
  /// A frequent mistake: what toml++ says of it (all of these parts), and what is said here. An empty
  /// `message` keeps toml++'s.
  private struct Mistake {
    let parts: [String]
    let message: String
    let help: String
  }

  private static let closeQuote =
    "close the text with the quotation mark that it began with; a text of several lines stands "
    + "between \"\"\" and \"\"\""

  private static let mistakes: [Mistake] = [
    Mistake(
      parts: ["cannot redefine existing"],
      message: "",
      help: "a key or table may be given once; keep one of the two"
    ),
    Mistake(
      parts: ["boolean"],
      message: "a value that is text must be quoted",
      help: "put the value in double quotes"
    ),
    Mistake(
      parts: ["could not determine value type"],
      message: "a value that is text must be quoted",
      help: "put the value in double quotes"
    ),
    Mistake(parts: ["saw values starting with"], message: "", help: "put text in double quotes"),
    Mistake(
      parts: ["string", "unescaped control characters"],
      message: "a line break or control character inside quotation marks",
      help: closeQuote
    ),
    Mistake(
      parts: ["string", "end-of-file"],
      message: "the file ends inside quotation marks",
      help: closeQuote
    ),
    Mistake(
      parts: ["unknown escape sequence"],
      message: "",
      help: "write \\\\ for a backslash, or use single quotes"
    ),
    Mistake(parts: ["expected '='"], message: "", help: "write KEY = VALUE"),
    Mistake(
      parts: ["this is not TOML"],
      message: "",
      help: "a line is KEY = VALUE, [TABLE] or a comment"
    ),
    Mistake(
      parts: ["expected bare key"],
      message: "",
      help: "a line is KEY = VALUE, [TABLE] or a comment"
    ),
    Mistake(
      parts: ["UTF-8"],
      message: "the bytes here are not valid UTF-8",
      help: "save the file as UTF-8"
    ),
    Mistake(
      parts: ["utf-8"],
      message: "the bytes here are not valid UTF-8",
      help: "save the file as UTF-8"
    ),
  ]

  static func error(message: String, at position: DataPosition) -> DataError {
    let mistake = mistakes.first { mistake in
      mistake.parts.allSatisfy { message.contains($0) }
    }
    guard let mistake else { return DataError(withoutPreamble(message), at: position) }
    return DataError(
      mistake.message.isEmpty ? withoutPreamble(message) : mistake.message,
      at: position,
      help: mistake.help
    )
  }

  /// "Error while parsing date: expected …" without what its line shows anyway.
  private static func withoutPreamble(_ message: String) -> String {
    guard message.hasPrefix("Error while parsing "), let colon = message.firstIndex(of: ":") else {
      return message
    }
    return String(message[message.index(after: colon)...].drop { $0 == " " })
  }
}
