import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a file was in a revision of a git repository, as `git` itself says.
enum GitRevision {
  /// Hands on the file's bytes, piece by piece.
  ///
  /// - Throws: `SourceProblem` with git's own words.
  static func read(
    _ revision: String,
    path: String,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) throws {
    let name = "\(revision):\(path)"
    let output = try Pipe(name)
    let errors = try Pipe(name)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, output.writing, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errors.writing, STDERR_FILENO)
    var process = pid_t()
    // The blob as it is: `git show` would convert line ends.
    let arguments = ["git", "cat-file", "blob", name]
    var pointers = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    let code = posix_spawnp(&process, "git", &actions, nil, &pointers, environ)
    output.closeWriting()
    errors.closeWriting()
    guard code == 0 else {
      throw SourceProblem(
        path: name,
        message: "git cannot be started: \(String(cString: strerror(code)))",
        help: "there is no file of this name; what else has a colon is a revision of git"
      )
    }
    let failure: (any Error)?
    do {
      try output.read(body)
      failure = nil
    } catch {
      failure = error
    }
    var words: [UInt8] = []
    try? errors.read { words += $0.prefix(max(0, 4096 - words.count)) }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    if let failure { throw failure }
    guard status == 0 else { throw problem(name, path: path, words) }
  }

  private static func problem(_ name: String, path: String, _ words: [UInt8]) -> SourceProblem {
    let lines = String(decoding: words, as: UTF8.self).split(separator: "\n")
    var message = lines.first.map(String.init) ?? "git failed"
    if message.hasPrefix("fatal: ") { message = String(message.dropFirst("fatal: ".count)) }
    return SourceProblem(
      path: name,
      message: "git says: \(message)",
      help: "write REVISION:PATH with the path from the repository's root, "
        + "or REVISION:./\(path) from this folder"
    )
  }

  /// The two ends of a pipe, closed when it is not needed any more.
  private final class Pipe {
    private let name: String
    private let reading: Int32
    private(set) var writing: Int32

    init(_ name: String) throws(FileError) {
      self.name = name
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else { throw FileError("read", name) }
      (reading, writing) = (ends[0], ends[1])
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    deinit {
      close(reading)
      closeWriting()
    }

    func closeWriting() {
      if writing >= 0 { close(writing) }
      writing = -1
    }

    func read(_ body: (UnsafeBufferPointer<UInt8>) throws -> Void) throws {
      let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 128 << 10, alignment: 16)
      defer { block.deallocate() }
      while true {
        #if canImport(Glibc)
          let count = Glibc.read(reading, block.baseAddress, block.count)
        #else
          let count = Darwin.read(reading, block.baseAddress, block.count)
        #endif
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw FileError("read", name) }
        if count == 0 { return }
        let bytes = UnsafeBufferPointer(block.bindMemory(to: UInt8.self))
        try body(UnsafeBufferPointer(rebasing: bytes[..<count]))
      }
    }
  }
}
