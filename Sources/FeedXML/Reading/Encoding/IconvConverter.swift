#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A conversion by the system's iconv from some encoding to UTF-8.
final class IconvConverter {
  private let descriptor: iconv_t

  /// `nil` if the system cannot convert from the encoding.
  init?(from name: String) {
    guard let descriptor = iconv_open("UTF-8", name),
      descriptor != iconv_t(bitPattern: -1)
    else { return nil }
    self.descriptor = descriptor
  }

  deinit { iconv_close(descriptor) }

  /// Why a conversion stopped.
  enum Stop {
    case endOfInput
    case invalid
    case truncated
    case outputFull
  }

  /// Converts as much as can be.
  func convert(
    _ input: UnsafeBufferPointer<UInt8>,
    from read: inout Int,
    into output: UnsafeMutableBufferPointer<UInt8>,
    from written: inout Int
  ) -> Stop {
    guard let inputStart = input.baseAddress, let outputStart = output.baseAddress else {
      return .endOfInput
    }
    // iconv does not write to its input; its declaration is older than `const`.
    var next: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(
      mutating: inputStart + read
    ).assumingMemoryBound(to: CChar.self)
    var inputLeft = input.count - read
    var nextOut: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(outputStart + written)
      .assumingMemoryBound(to: CChar.self)
    var outputLeft = output.count - written
    let result = iconv(descriptor, &next, &inputLeft, &nextOut, &outputLeft)
    let code = errno
    read = input.count - inputLeft
    written = output.count - outputLeft
    guard result == -1 else { return .endOfInput }
    switch code {
    case E2BIG: return .outputFull
    case EINVAL: return .truncated
    default: return .invalid
    }
  }

  /// Writes what was held back for a character that might have been composed, and begins anew.
  func finish(into output: UnsafeMutableBufferPointer<UInt8>, from written: inout Int) {
    guard let start = output.baseAddress else { return }
    var next: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(start + written)
      .assumingMemoryBound(to: CChar.self)
    var left = output.count - written
    _ = iconv(descriptor, nil, nil, &next, &left)
    written = output.count - left
    _ = iconv(descriptor, nil, nil, nil, nil)
  }

  /// An encoding that is in no table here, but which the system's iconv knows.
  static func systemEncoding(_ key: [UInt8], _ label: String) -> TextEncoding? {
    // iconv takes options after slashes and has names for what is not an encoding of files.
    let isName = key.allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x2D || $0 == 0x5F
        || $0 == 0x2E || $0 == 0x3A
    }
    let name = String(decoding: key, as: UTF8.self)
    guard isName, !["wchar_t", "internal", "char", "java"].contains(name),
      let converter = IconvConverter(from: name)
    else { return nil }
    let tag = Array("<?xml version=\"1.0\" encoding='A-Z_a.z'?>\r\n\t</&;>".utf8)
    var decoded = [UInt8](repeating: 0, count: 256)
    var written = 0
    var read = 0
    let stop = tag.withUnsafeBufferPointer { input in
      decoded.withUnsafeMutableBufferPointer { output in
        defer { converter.finish(into: output, from: &written) }
        return converter.convert(input, from: &read, into: output, from: &written)
      }
    }
    guard stop == .endOfInput, decoded.prefix(written).elementsEqual(tag) else { return nil }
    return TextEncoding(
      name: name.uppercased(),
      support: .obscure,
      form: .multiByte,
      converter: name
    )
  }
}
