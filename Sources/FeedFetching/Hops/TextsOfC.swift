extension String {
  /// The text in an array of C, without control characters: parts of it come from servers.
  init<Characters>(fromC characters: Characters) {
    self = withUnsafeBytes(of: characters) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }.filter { $0 >= 0x20 && $0 != 0x7F }, as: UTF8.self)
    }
  }
}
