#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a whole process cost.
struct Measurement {
  /// Seconds on the clock.
  var wall: Double
  /// Seconds of both cores together.
  var cpu: Double
  /// The most memory it had, in MB.
  var peak: Double

  /// A command that did not do its work.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Runs a command to its end, with its output thrown away.
  init(of command: [String]) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) }
    defer { for argument in arguments { free(argument) } }
    arguments.append(nil)
    var child = pid_t()
    let clock = ContinuousClock()
    let start = clock.now
    let result = posix_spawnp(&child, command[0], &actions, nil, arguments, environ)
    guard result == 0 else { throw Failure(description: "\(command[0]) cannot be started") }
    var status: Int32 = 0
    var usage = rusage()
    while wait4(child, &status, 0, &usage) < 0, errno == EINTR {}
    let duration = (clock.now - start).components
    // diff says with 1 that there are differences; what a signal ended is no multiple of 256.
    let isDifference = status == 1 << 8 && command.dropFirst().first == "diff"
    guard status == 0 || isDifference else {
      throw Failure(description: "failed: \(command.joined(separator: " "))")
    }
    wall = Double(duration.seconds) + Double(duration.attoseconds) / 1e18
    cpu = Self.seconds(usage.ru_utime) + Self.seconds(usage.ru_stime)
    // Kilobytes on Linux, bytes on macOS.
    #if canImport(Glibc)
      peak = Double(usage.ru_maxrss) / 1_024
    #else
      peak = Double(usage.ru_maxrss) / 1_048_576
    #endif
  }

  private init(wall: Double, cpu: Double, peak: Double) {
    self.wall = wall
    self.cpu = cpu
    self.peak = peak
  }

  /// The medians of several runs.
  static func median(_ measurements: [Measurement]) -> Measurement {
    func middle(_ value: (Measurement) -> Double) -> Double {
      let sorted = measurements.map(value).sorted()
      return sorted.isEmpty ? 0 : sorted[sorted.count / 2]
    }
    return Measurement(wall: middle(\.wall), cpu: middle(\.cpu), peak: middle(\.peak))
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
