extension ValueType {
  /// Where the words of a Media RSS element are defined: one of the names that Media RSS gives, which
  /// have the look of URNs and are none, or a URL.
  public static let mediaScheme = ValueType("a URL") { value, context, report in
    if mediaSchemes.contains(0..<value.count, in: value) { return }
    URLCheck(isFollowed: false).check(value, context, report)
  }

  private static let mediaSchemes = WordTable(
    ignoringCase: true,
    [(0, "urn:simple urn:icra urn:mpaa urn:v-chip urn:ebu urn:yvs")]
  )
}
