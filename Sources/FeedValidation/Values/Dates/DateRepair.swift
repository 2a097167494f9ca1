import FeedModel

/// Finds out what date was meant, where that is beyond doubt.
enum DateRepair {
  /// The date, if the only thing to guess was the language of its names.
  static func certainDate(_ text: UnsafeBufferPointer<UInt8>) -> Timestamp? {
    guard let (date, guesses) = LenientDate.parse(text),
      guesses.isSubset(of: [.language, .unknownWeekday])
    else { return nil }
    return date
  }
}
