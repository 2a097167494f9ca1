/// A feed, and the same bytes compressed.
enum Samples {
  static let feed = #"<rss version="2.0"><channel/></rss>"#

  static let gzip: [UInt8] = [
    31, 139, 8, 0, 0, 0, 0, 0, 2, 3, 179, 41, 42, 46, 86, 40, 75, 45, 42, 206, 204, 207, 179, 85,
    50, 210, 51, 80, 178, 179, 73, 206, 72, 204, 203, 75, 205, 209, 183, 179, 209, 7, 202, 218, 1,
    0, 150, 134, 254, 142, 35, 0, 0, 0,
  ]

  static let deflate: [UInt8] = [
    120, 218, 179, 41, 42, 46, 86, 40, 75, 45, 42, 206, 204, 207, 179, 85, 50, 210, 51, 80, 178,
    179, 73, 206, 72, 204, 203, 75, 205, 209, 183, 179, 209, 7, 202, 218, 1, 0, 211, 244, 11, 141,
  ]

  /// As one meta-block that is not compressed (RFC 7932 section 9.2), and an empty last one.
  static var brotli: [UInt8] {
    let header = UInt32(feed.utf8.count - 1) << 4 | 1 << 20
    return [UInt8(header & 0xFF), UInt8(header >> 8 & 0xFF), UInt8(header >> 16)] + feed.utf8 + [3]
  }

  static let gzipHead: [UInt8] = [31, 139, 8, 0, 0, 0, 0, 0, 2, 3]

  /// Deflate blocks of 64 KiB of zeros, each by itself and ending with a byte.
  static func zeros(blocks: Int) -> [UInt8] {
    Array(repeatElement(zeroBlock, count: blocks).joined())
  }

  /// Deflate blocks of nothing.
  static func emptyBlocks(_ count: Int) -> [UInt8] {
    Array(repeatElement([0, 0, 0, 0xFF, 0xFF] as [UInt8], count: count).joined())
  }

  private static let zeroBlock: [UInt8] =
    [236, 193, 1, 1, 0, 0, 0, 128, 144, 254, 175, 238, 8, 10]
    + [UInt8](repeating: 0, count: 63) + [106, 0, 0, 0, 255, 255]
}
