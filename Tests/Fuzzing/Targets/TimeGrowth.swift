import TestSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Looks for inputs that take more than their share of time: words repeated in frames, once and
/// eight times as long.
///
/// `%n` in a word is the number of the repetition, for names that have to differ. The time is that of the thread's CPU, which a busy machine lengthens little.
public struct TimeGrowth {
  /// A repetition whose time grows faster than its length.
  public struct Finding: CustomStringConvertible {
    /// What is repeated.
    public let unit: [[UInt8]]
    /// What stands around it.
    public let frame: FuzzTarget.Frame
    /// Seconds for the short one and the long one.
    public let seconds: (Double, Double)

    /// For people.
    public var description: String {
      let words = unit.map { String(decoding: $0, as: UTF8.self).debugDescription }
      return """
        \(words.joined(separator: ", ")), repeated between \(frame.head.debugDescription) and \
        \(frame.tail.debugDescription), takes \(seconds.0) s, and \(seconds.1) s for eight times \
        as much
        """
    }
  }

  /// How many repetitions were looked at.
  public private(set) var measured = 0

  private let target: FuzzTarget
  private let words: [[UInt8]]
  private let length: Int
  private var random: SeededGenerator

  /// - Parameter length: Bytes of the shorter input.
  public init(of target: FuzzTarget, words: [[UInt8]], seed: UInt64, length: Int = 16 << 10) {
    self.target = target
    self.words = words
    self.length = length
    random = SeededGenerator(seed: seed)
  }

  /// Each word by itself in each frame, then random ones together, for some time.
  public mutating func search(seconds: Double) -> [Finding] {
    let end = TimeGrowth.now(CLOCK_MONOTONIC) + seconds
    var found: [Finding] = []
    for word in words {
      for frame in target.frames where TimeGrowth.now(CLOCK_MONOTONIC) < end {
        if let finding = measure([word], frame) { found.append(finding) }
      }
    }
    while TimeGrowth.now(CLOCK_MONOTONIC) < end {
      let unit = (0..<Int.random(in: 2...4, using: &random)).compactMap { _ in
        words.randomElement(using: &random)
      }
      guard let frame = target.frames.randomElement(using: &random), !unit.isEmpty else { break }
      if let finding = measure(unit, frame) { found.append(finding) }
    }
    return found
  }

  /// Times below this are noise.
  private static let shortest = 0.04
  /// Eight times as much takes eight times as long, or 64 where it is quadratic.
  private static let mostGrowth = 20.0

  private mutating func measure(_ unit: [[UInt8]], _ frame: FuzzTarget.Frame) -> Finding? {
    measured += 1
    // Repeated one after the other and each by itself: <a><b><a><b> and <a><a><b><b>.
    for phases in unit.count == 1 ? [[unit[0]]] : [[Array(unit.joined())], unit] {
      var long = seconds(phases, frame, times: 8)
      guard long > TimeGrowth.shortest else { continue }
      var short = seconds(phases, frame, times: 1)
      // Once more, since something else may have been in the way.
      guard long > TimeGrowth.mostGrowth * short else { continue }
      long = min(long, seconds(phases, frame, times: 8))
      short = max(short, seconds(phases, frame, times: 1))
      guard long > TimeGrowth.mostGrowth * short, long > TimeGrowth.shortest else { continue }
      return Finding(unit: phases, frame: frame, seconds: (short, long))
    }
    return nil
  }

  private func seconds(
    _ phases: [[UInt8]],
    _ frame: FuzzTarget.Frame,
    times: Int
  ) -> Double {
    var input = Array(frame.head.utf8)
    for phase in phases where !phase.isEmpty {
      let parts = phase.split(separator: Array("%n".utf8), omittingEmptySubsequences: false)
      for number in 0..<max(1, length * times / phases.count / phase.count) {
        input += parts.joined(separator: "\(number)".utf8)
      }
    }
    input += frame.tail.utf8
    let start = TimeGrowth.now(CLOCK_THREAD_CPUTIME_ID)
    // Only time counts here.
    input.withUnsafeBufferPointer { try? target.check($0) }
    return TimeGrowth.now(CLOCK_THREAD_CPUTIME_ID) - start
  }

  private static func now(_ clock: clockid_t) -> Double {
    var time = timespec()
    clock_gettime(clock, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
