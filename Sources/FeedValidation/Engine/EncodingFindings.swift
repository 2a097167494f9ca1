import FeedXML

/// What the bytes of a document are to be told of.
enum EncodingFindings {
  /// The findings of a document that was read to its end.
  static func of(_ report: EncodingReport) -> [Finding] {
    report.problems.compactMap { finding($0, report) }
  }

  private static func finding(_ problem: EncodingProblem, _ report: EncodingReport) -> Finding? {
    switch problem {
    case .missingDeclaration:
      guard !report.hasXMLDeclaration else { return nil }
      return Finding(
        rule: .encodingUndeclared,
        message: "the document does not say its encoding, so it is taken to be UTF-8",
        position: .start
      )
    case .unknownLabel(let claim):
      return Finding(
        rule: .encodingUnknown,
        message:
          "no encoding is named \(Excerpt.quote(claim.label)); \(report.encoding.name) was read",
        position: claim.position ?? .start
      )
    case .unregisteredLabel(let claim, let preferred):
      return Finding(
        rule: .encodingUnregistered,
        message: "the encoding \(Excerpt.quote(claim.label)) is registered as \(preferred)",
        position: claim.position ?? .start,
        replacement: preferred
      )
    case .optionalEncoding(let claim):
      return Finding(
        rule: .encodingOptional,
        message: "the encoding is \(claim.label), which programs need not know",
        position: claim.position ?? .start
      )
    case .obscureEncoding(let claim):
      return Finding(
        rule: .encodingObscure,
        message: "the encoding is \(claim.label), which few programs know",
        position: claim.position ?? .start
      )
    case .contradiction(let claim, let used):
      return Finding(
        rule: .encodingContradiction,
        message: "\(source(claim)) says \(claim.label), but \(source(used)) says \(used.label)",
        position: claim.position ?? .start
      )
    case .missingByteOrderMark(let assumed):
      return Finding(
        rule: .byteOrderMarkMissing,
        message: "the document has no byte order mark; it was read as \(assumed)",
        position: .start
      )
    case .leadingWhitespace(let count):
      return Finding(
        rule: .xmlDeclarationLate,
        message: "\(characters(count)) of white space before the XML declaration",
        position: .start
      )
    case .leadingJunk(let count, let first):
      return Finding(
        rule: .xmlDeclarationLate,
        message: "\(characters(count)) before the XML declaration",
        position: first
      )
    case .invalidBytes(let bytes):
      return Finding(
        rule: .encodingBytesInvalid,
        message: "\(self.bytes(bytes)) not \(report.encoding.name); \(reading(bytes.reading))",
        position: bytes.first
      )
    case .windowsBytes(let bytes):
      return Finding(
        rule: .encodingWindows,
        message: "\(self.bytes(bytes)) a control character in \(report.encoding.name); "
          + reading(bytes.reading),
        position: bytes.first
      )
    case .looksLikeUTF8(let count, let first):
      return Finding(
        rule: .encodingMistaken,
        message: "the document says that it is \(report.encoding.name), but its "
          + "\(count) letter\(count == 1 ? " that is" : "s that are") not ASCII "
          + "\(count == 1 ? "is" : "are") written in UTF-8",
        position: first
      )
    case .forbiddenCharacters(let count, let first, let character):
      let code = String(character.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
      return Finding(
        rule: .xmlCharacterForbidden,
        message: "the character U+\(padded), which XML does not allow"
          + (count > 1 ? ", and \(count - 1) more of the kind" : ""),
        position: first
      )
    }
  }

  private static func characters(_ count: Int) -> String {
    count == 1 ? "a character" : "\(count) characters"
  }

  private static func bytes(_ bytes: EncodingProblem.InvalidBytes) -> String {
    let hex = String(bytes.byte, radix: 16, uppercase: true)
    let byte = hex.count == 1 ? "0" + hex : hex
    return bytes.count == 1
      ? "the byte \(byte) is" : "the byte \(byte) and \(bytes.count - 1) more are"
  }

  private static func reading(_ reading: EncodingProblem.InvalidBytes.Reading) -> String {
    switch reading {
    case .windows1252: "read as windows-1252"
    case .utf8: "read as UTF-8"
    case .windowsCodePage: "read as the code page of Windows has it"
    case .replacementCharacter: "read as U+FFFD"
    }
  }

  private static func source(_ claim: EncodingClaim) -> String {
    switch claim.evidence {
    case .byteOrderMark: "the byte order mark"
    case .charset: "the server"
    case .declaration: "the XML declaration"
    case .standard: "the standard"
    case .firstBytes: "the first bytes"
    }
  }
}
