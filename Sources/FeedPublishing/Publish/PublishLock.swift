import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Keeps other runs out while it is there. The system takes the lock back from a process that ends,
/// however it ends, so there is nothing to clean up and no age to guess from.
final class PublishLock {
  private let descriptor: Int32

  /// Takes the lock; nil if another run has it.
  init?(_ path: String) throws(FileError) {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileError("open", path) }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      let code = errno
      close(descriptor)
      guard code == EWOULDBLOCK else { throw FileError("lock", path, code: code) }
      return nil
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
