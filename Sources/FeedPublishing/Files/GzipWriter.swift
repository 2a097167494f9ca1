import CZlib

/// Compresses as gzip does (RFC 1952), without a time and a name: the same bytes give the same file.
final class GzipWriter {
  private var stream = z_stream()
  private let isReady: Bool
  private var block = [UInt8](repeating: 0, count: 64 << 10)

  /// A writer.
  ///
  /// - Parameter isFast: Whether time counts for more than size.
  init(isFast: Bool = false) {
    // 16 more than the largest window asks for gzip's head and foot.
    isReady =
      deflateInit2_(
        &stream,
        isFast ? Z_BEST_SPEED : Z_BEST_COMPRESSION,
        Z_DEFLATED,
        MAX_WBITS + 16,
        9,
        Z_DEFAULT_STRATEGY,
        ZLIB_VERSION,
        Int32(MemoryLayout<z_stream>.size)
      ) == Z_OK
  }

  deinit { if isReady { deflateEnd(&stream) } }

  /// Takes bytes, and hands on what they became so far.
  ///
  /// - Parameter isLast: Whether the file ends with them.
  /// - Returns: Whether that worked; memory may be short.
  func write<Failure: Error>(
    _ bytes: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    to sink: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Void
  ) throws(Failure) -> Bool {
    guard isReady else { return false }
    stream.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.avail_in = UInt32(clamping: bytes.count)
    var code = Z_OK
    repeat {
      let count = block.withUnsafeMutableBufferPointer { block in
        stream.next_out = block.baseAddress
        stream.avail_out = UInt32(block.count)
        code = deflate(&stream, isLast ? Z_FINISH : Z_NO_FLUSH)
        return block.count - Int(stream.avail_out)
      }
      guard code != Z_STREAM_ERROR else { return false }
      var failure: Failure?
      block.withUnsafeBufferPointer { block in
        do throws(Failure) {
          if count > 0 { try sink(UnsafeBufferPointer(rebasing: block[..<count])) }
        } catch { failure = error }
      }
      if let failure { throw failure }
    } while isLast ? code != Z_STREAM_END : stream.avail_out == 0
    return true
  }
}
