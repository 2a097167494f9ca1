import FeedXML

extension ReadingNotes {
  /// Says what had to be guessed or mended to read a document's bytes.
  func add(_ report: EncodingReport) {
    for problem in report.problems {
      guard let (message, position) = describe(problem) else { continue }
      add(.encoding, nil, message, at: position ?? report.textStart)
    }
  }

  private func describe(_ problem: EncodingProblem) -> (String, SourcePosition?)? {
    switch problem {
    case .missingDeclaration, .unregisteredLabel, .optionalEncoding, .obscureEncoding: return nil
    case .unknownLabel(let claim):
      return ("has an encoding that nobody knows: \(excerpt(claim.label))", claim.position)
    case .contradiction(let claim, let used):
      return (
        "is said to be \(excerpt(claim.label)), but read as \(used.label)", claim.position
      )
    case .missingByteOrderMark(let assumed):
      return ("has no byte order mark: it is read as \(assumed)", nil)
    case .leadingWhitespace(let count):
      return ("has \(count) characters of white space before its XML declaration", .start)
    case .leadingJunk(let count, let first):
      return ("has \(count) characters before its XML declaration, which are left out", first)
    case .invalidBytes(let bytes):
      let reading =
        switch bytes.reading {
        case .windows1252: "as windows-1252"
        case .utf8: "as UTF-8"
        case .windowsCodePage: "as the Windows code page"
        case .replacementCharacter: "as U+FFFD"
        }
      return (
        "has \(bytes.count) bytes that mean nothing in its encoding, read \(reading)", bytes.first
      )
    case .windowsBytes(let bytes):
      return ("has \(bytes.count) bytes of Windows, read as its characters", bytes.first)
    case .looksLikeUTF8(_, let first):
      return ("looks like UTF-8, but is read as it says", first)
    case .forbiddenCharacters(let count, let first, _):
      return ("has \(count) characters that XML forbids, which are left out", first)
    }
  }
}
