import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Some seconds of what `Tests/fuzz` does for as long as one likes.
@Suite struct MutationTests {
  @Test(.timeLimit(.minutes(5)), arguments: FuzzTarget.all)
  func holdsForMutations(_ target: FuzzTarget) throws {
    let words = try #require(FuzzFiles.words(of: target), "words are missing or broken")
    try #require(!words.isEmpty)
    let seed = FuzzFiles.seed
    var inputs = MutatedInputs(
      seeds: try FuzzFiles.seeds(of: target) + FuzzFiles.findings(of: target).map(\.bytes),
      words: words,
      longest: min(target.longestInput, 2_000),
      seed: seed
    )
    let clock = ContinuousClock()
    let end = clock.now + .seconds(FuzzFiles.seconds)
    var number = 0
    while clock.now < end {
      let input = inputs.next()
      do throws(Violation) {
        try input.withUnsafeBufferPointer { bytes throws(Violation) in try target.check(bytes) }
      } catch {
        let file = FileManager.default.temporaryDirectory.appending(path: "tidings-\(target.name)")
        try Data(input).write(to: file)
        Issue.record("seed \(seed), input \(number), in \(file.path): \(error)")
        return
      }
      number += 1
    }
  }

  /// No word repeated takes more than its share of time.
  @Test(.timeLimit(.minutes(5)), arguments: FuzzTarget.all)
  func takesLinearTime(_ target: FuzzTarget) throws {
    let words = try #require(FuzzFiles.words(of: target), "words are missing or broken")
    let seed = FuzzFiles.seed
    var random = SeededGenerator(seed: seed)
    var growth = TimeGrowth(
      of: target,
      words: words.shuffled(using: &random),
      seed: seed,
      length: 2_000
    )
    for finding in growth.search(seconds: FuzzFiles.seconds) {
      Issue.record("seed \(seed): \(finding)")
    }
  }
}

/// Seeds changed at random: pieces of others, words and bytes put in, taken out, doubled, moved.
struct MutatedInputs {
  private let seeds: [[UInt8]]
  private let words: [[UInt8]]
  private let longest: Int
  private var random: SeededGenerator

  init(seeds: [[UInt8]], words: [[UInt8]], longest: Int, seed: UInt64) {
    self.seeds = seeds
    self.words = words
    self.longest = longest
    random = SeededGenerator(seed: seed)
  }

  mutating func next() -> [UInt8] {
    var bytes: [UInt8] = []
    if !seeds.isEmpty, Int.random(in: 0..<4, using: &random) > 0 {
      let seed = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      bytes = Array(seed.prefix(longest))
    } else {
      for _ in 0..<Int.random(in: 1...20, using: &random) { bytes += word() }
    }
    for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes) }
    return Array(bytes.prefix(longest))
  }

  private mutating func word() -> [UInt8] {
    words[Int.random(in: 0..<words.count, using: &random)]
  }

  private mutating func mutate(_ bytes: inout [UInt8]) {
    let place = Int.random(in: 0...bytes.count, using: &random)
    let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0, 1: bytes.insert(contentsOf: word(), at: place)
    case 2: bytes.replaceSubrange(place..<end, with: word())
    case 3: bytes.removeSubrange(place..<end)
    case 4:
      let piece = Array(bytes[place..<end])
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
      }
    case 5 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
    default:
      guard !seeds.isEmpty else { return }
      let other = seeds[Int.random(in: 0..<seeds.count, using: &random)]
      guard !other.isEmpty else { return }
      let start = Int.random(in: 0..<other.count, using: &random)
      let piece = other[start..<min(other.count, start + Int.random(in: 1...200, using: &random))]
      bytes.insert(contentsOf: piece, at: place)
    }
  }
}
