import CXXHash

/// What stands for the bytes of a document in an `ETag`: XXH3, 128 bits.
struct ContentTag: Sendable, Hashable {
  /// The hash in hexadecimal digits.
  let digits: String

  /// The tag of bytes in memory.
  init(_ bytes: [UInt8]) {
    digits = bytes.withUnsafeBytes { Self.digits(XXH3_128bits($0.baseAddress, $0.count)) }
  }

  /// The tag of a file's bytes.
  init(_ file: OpenFile) {
    guard let state = XXH3_createState() else {
      // Without memory for a hash: a tag that holds for this file and no longer.
      digits = "\(file.size)-\(file.modified)"
      return
    }
    defer { XXH3_freeState(state) }
    XXH3_128bits_reset(state)
    var offset = 0
    while offset < file.size {
      let bytes = file.read(at: offset, count: min(Self.blockSize, file.size - offset))
      guard !bytes.isEmpty else { break }
      bytes.withUnsafeBytes { _ = XXH3_128bits_update(state, $0.baseAddress, $0.count) }
      offset += bytes.count
    }
    digits = Self.digits(XXH3_128bits_digest(state))
  }

  /// The `ETag` of the bytes as they are.
  var plain: String { "\"\(digits)\"" }
  /// The `ETag` of the bytes compressed: other bytes, another tag.
  var compressed: String { "\"\(digits)-gzip\"" }

  private static let blockSize = 1 << 20

  private static func digits(_ hash: XXH128_hash_t) -> String {
    [hash.high64, hash.low64].map { half in
      let digits = String(half, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }
}
