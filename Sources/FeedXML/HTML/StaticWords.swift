extension StaticString {
  /// Hands on the words of a text that single spaces separate: lists of names in tables.
  package func forEachWord(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withUTF8Buffer { bytes in
      var start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x20 { end += 1 }
        if end > start { body(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
        start = end + 1
      }
    }
  }
}
