/// What was found wrong with a document's bytes so far.
struct TextFaults {
  /// How often something was met, and where first.
  struct Tally {
    var count = 0
    var first = SourcePosition.start
    var byte: UInt8 = 0

    mutating func add(_ count: Int, byte: UInt8, at position: @autoclosure () -> SourcePosition) {
      guard count > 0 else { return }
      if self.count == 0 {
        first = position()
        self.byte = byte
      }
      self.count &+= count
    }
  }

  var invalid = Tally()
  var invalidReading = EncodingProblem.InvalidBytes.Reading.replacementCharacter
  var windows = Tally()
  var lookalike: (characters: Int, first: SourcePosition)?
  var forbidden = Tally()
  var forbiddenCharacter: Unicode.Scalar = "\u{0}"

  /// In a fixed order, so that chunks do not matter.
  var problems: [EncodingProblem] {
    var problems: [EncodingProblem] = []
    if invalid.count > 0 {
      problems.append(
        .invalidBytes(
          .init(
            count: invalid.count,
            first: invalid.first,
            byte: invalid.byte,
            reading: invalidReading
          )
        )
      )
    }
    // They are parts of characters where the text is UTF-8 in truth.
    if windows.count > 0, lookalike == nil {
      problems.append(
        .windowsBytes(
          .init(
            count: windows.count,
            first: windows.first,
            byte: windows.byte,
            reading: .windowsCodePage
          )
        )
      )
    }
    if let lookalike {
      problems.append(.looksLikeUTF8(characters: lookalike.characters, first: lookalike.first))
    }
    if forbidden.count > 0 {
      problems.append(
        .forbiddenCharacters(
          count: forbidden.count,
          first: forbidden.first,
          character: forbiddenCharacter
        )
      )
    }
    return problems
  }
}
