import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A command of the site's owner, which gets what changed on standard input.
enum HookProcess {
  /// Runs a command to its end; what it prints goes to standard error.
  ///
  /// - Returns: What went wrong; nil if nothing did.
  static func run(_ command: [String], input: [UInt8], timeLimit: Duration) -> String? {
    guard let name = command.first else { return nil }
    // A file and not a pipe: the command may read it late or never.
    let spool = tmpfile()
    guard let spool else { return "no temporary file: \(words(errno))" }
    defer { fclose(spool) }
    guard input.isEmpty || fwrite(input, 1, input.count, spool) == input.count,
      fflush(spool) == 0
    else { return "no temporary file: \(words(errno))" }
    rewind(spool)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, fileno(spool), STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    var process = pid_t()
    var pointers = command.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    let code = posix_spawnp(&process, name, &actions, nil, &pointers, environ)
    guard code == 0 else { return "cannot be started: \(words(code))" }
    return wait(for: process, until: ContinuousClock.now + timeLimit, timeLimit)
  }

  private static func wait(
    for process: pid_t,
    until end: ContinuousClock.Instant,
    _ timeLimit: Duration
  ) -> String? {
    var status: Int32 = 0
    while true {
      let ended = waitpid(process, &status, WNOHANG)
      if ended == process { break }
      if ended < 0, errno != EINTR { return "is lost: \(words(errno))" }
      if ContinuousClock.now >= end {
        kill(process, SIGKILL)
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        return "took longer than \(timeLimit.components.seconds) s"
      }
      usleep(5_000)
    }
    let signal = status & 0x7F
    if signal != 0 { return "was ended by signal \(signal)" }
    let code = status >> 8 & 0xFF
    return code == 0 ? nil : "ended with status \(code)"
  }

  private static func words(_ code: Int32) -> String { FileError("", "", code: code).reason }
}
