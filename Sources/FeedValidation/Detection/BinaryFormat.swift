/// What is no text at all, by its first bytes.
enum BinaryFormat {
  /// How many bytes are enough.
  static let headLength = 512

  private struct Signature {
    var bytes: [UInt8]
    var offset = 0
    var message: String
    var help: String?
  }

  private static let decompress =
    "Publish the feed itself; a server that compresses what it sends says so in Content-Encoding."

  private static let signatures: [Signature] = [
    Signature(
      bytes: [0x1F, 0x8B],
      message: "this is gzip-compressed; what is in it was not read",
      help: decompress
    ),
    Signature(
      bytes: [0x28, 0xB5, 0x2F, 0xFD],
      message: "this is zstd-compressed; what is in it was not read",
      help: decompress
    ),
    Signature(
      bytes: Array("BZh".utf8),
      message: "this is bzip2-compressed; what is in it was not read",
      help: decompress
    ),
    Signature(
      bytes: [0xFD] + Array("7zXZ".utf8),
      message: "this is xz-compressed; what is in it was not read",
      help: decompress
    ),
    Signature(
      bytes: Array("PK\u{3}\u{4}".utf8),
      message: "this is a zip archive; what is in it was not read",
      help: "Publish the feed itself."
    ),
    Signature(bytes: [0x89] + Array("PNG".utf8), message: "this is a PNG picture"),
    Signature(bytes: [0xFF, 0xD8, 0xFF], message: "this is a JPEG picture"),
    Signature(bytes: Array("GIF8".utf8), message: "this is a GIF picture"),
    Signature(bytes: Array("WEBP".utf8), offset: 8, message: "this is a WebP picture"),
    Signature(bytes: Array("ftypavif".utf8), offset: 4, message: "this is an AVIF picture"),
    Signature(bytes: Array("ftyp".utf8), offset: 4, message: "this is a video or audio file"),
    Signature(bytes: Array("ID3".utf8), message: "this is an MP3 file"),
    Signature(bytes: Array("%PDF".utf8), message: "this is a PDF document"),
  ]

  /// What a document is that begins so; `nil` for text.
  static func name(_ head: [UInt8]) -> (message: String, help: String?)? {
    for signature in signatures
    where head.dropFirst(signature.offset).starts(with: signature.bytes) {
      return (signature.message, signature.help)
    }
    // UTF-16 has zeros, too.
    if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0xFF, 0xFE]) { return nil }
    let controls = head.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    guard head.contains(0) || controls * 10 > head.count else { return nil }
    return ("this is binary data, not text", nil)
  }
}
