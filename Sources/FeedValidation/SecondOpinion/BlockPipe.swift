#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes on their way from one thread to another, in a few blocks that are used again and again: who
/// writes waits for who reads, so that memory does not grow with what passes through.
///
/// One thread writes, one reads.
final class BlockPipe: @unchecked Sendable {  // What both touch is guarded by the lock.
  static let blockSize = 1 << 16
  static let blockCount = 4
  /// Who has run out of work waits until there is so much: to wake a thread takes as long as to read
  /// a good part of a block.
  private static let worthWaking = blockCount / 2

  private let blocks = UnsafeMutablePointer<UInt8>.allocate(
    capacity: BlockPipe.blockSize * BlockPipe.blockCount
  )
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// How much of the block at hand is filled; the writer's own.
  private var filled = 0

  // Guarded by the lock.
  private var sizes = Array(repeating: 0, count: BlockPipe.blockCount)
  private var written = 0
  private var read = 0
  private var isEnded = false
  private var isRefused = false

  init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(changed, nil)
  }

  deinit {
    pthread_cond_destroy(changed)
    pthread_mutex_destroy(lock)
    changed.deallocate()
    lock.deallocate()
    blocks.deallocate()
  }

  /// Takes bytes, and waits while there is no room for them. False if nobody wants more.
  func write(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    var start = 0
    while start < bytes.count {
      let count = min(BlockPipe.blockSize - filled, bytes.count - start)
      // Only the writer changes the number of blocks written.
      let block = blocks + (written % BlockPipe.blockCount) * BlockPipe.blockSize
      (block + filled).update(from: base + start, count: count)
      filled += count
      start += count
      if filled == BlockPipe.blockSize, !passBlock(isLast: false) { return false }
    }
    return true
  }

  /// Says that no more bytes come.
  func end() {
    _ = passBlock(isLast: true)
  }

  /// Hands the block at hand to the reader, and waits until there is another.
  private func passBlock(isLast: Bool) -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    if filled > 0 {
      sizes[written % BlockPipe.blockCount] = filled
      written += 1
      filled = 0
    }
    isEnded = isLast
    if isLast || written - read >= BlockPipe.worthWaking { pthread_cond_signal(changed) }
    while !isLast, !isRefused, written - read == BlockPipe.blockCount {
      pthread_cond_wait(changed, lock)
    }
    return !isRefused
  }

  /// Hands on all bytes, block by block, until the body wants no more.
  func readAll(_ body: (UnsafeBufferPointer<UInt8>) -> Bool) {
    while true {
      pthread_mutex_lock(lock)
      if read == written {
        while written - read < BlockPipe.worthWaking, !isEnded {
          pthread_cond_wait(changed, lock)
        }
      }
      let isThere = read < written
      let index = read % BlockPipe.blockCount
      let size = sizes[index]
      pthread_mutex_unlock(lock)
      guard isThere else { return }
      let wantsMore = body(
        UnsafeBufferPointer(start: blocks + index * BlockPipe.blockSize, count: size)
      )
      pthread_mutex_lock(lock)
      read += 1
      isRefused = !wantsMore
      if isRefused || written - read <= BlockPipe.blockCount - BlockPipe.worthWaking {
        pthread_cond_signal(changed)
      }
      pthread_mutex_unlock(lock)
      if !wantsMore { return }
    }
  }
}
