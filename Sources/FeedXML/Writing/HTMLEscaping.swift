/// Turns plain text into HTML that shows it.
public enum HTMLEscaping {
  /// The text with `&`, `<`, `>` and `"` as references; line breaks stay as they are.
  public static func escape(_ text: String) -> String {
    text.withBytes { bytes in
      guard let first = bytes.firstIndex(where: { reference(for: $0) != nil }) else { return text }
      var escaped: [UInt8] = []
      escaped.reserveCapacity(bytes.count + 16)
      escaped.append(bytes, 0..<first)
      for byte in bytes[first...] {
        if let reference = reference(for: byte) {
          escaped.append(reference)
        } else {
          escaped.append(byte)
        }
      }
      return String(decoding: escaped, as: UTF8.self)
    }
  }

  @inline(__always)
  private static func reference(for byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    default: nil
    }
  }
}
