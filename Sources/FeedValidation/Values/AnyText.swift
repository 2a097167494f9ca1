extension ValueType {
  /// Text of which nothing can be said: some put markup into it, and no specification forbids it.
  static let anyText = ValueType("text") { value, _, report in
    MisdecodedText.check(value, report)
  }
}
