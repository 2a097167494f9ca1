extension String {
  /// The text, or nil when there is none: an empty element says no more than an absent one, and
  /// validators complain of it.
  var unlessEmpty: String? { isEmpty ? nil : self }
}

extension Optional<String> {
  /// The text, or nil when there is none.
  @inline(__always)
  var unlessEmpty: String? { flatMap(\.unlessEmpty) }
}
