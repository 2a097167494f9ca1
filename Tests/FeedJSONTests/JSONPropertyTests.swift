import Foundation
import TestSupport
import Testing

@testable import FeedJSON

/// A small generator (SplitMix64) whose seed a failure can name.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

@Suite struct JSONPropertyTests {
  private static let pool: [Unicode.Scalar] = Array(
    "ab \"\\/\n\t\0\u{1F}éßשלום東京🚀\u{FEFF}\u{2028}\u{7F}\u{FFFF}\u{10FFFF}{}[]:,".unicodeScalars
  )

  private func randomText(_ random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...24, using: &random) {
      text.append(Self.pool.randomElement(using: &random) ?? "a")
    }
    return String(text)
  }

  /// Writes a random value; returns the tokens that it must come back as.
  private func write(
    _ json: inout JSONSerializer,
    _ random: inout SeededGenerator,
    depth: Int
  ) -> [String] {
    switch Int.random(in: 0..<(depth > 4 ? 5 : 7), using: &random) {
    case 0:
      let text = randomText(&random)
      json.value(text)
      return ["s:" + text]
    case 1:
      let number = Int.random(in: .min ... .max, using: &random)
      json.value(number)
      return ["n:\(number)"]
    case 2:
      let number = Double(bitPattern: random.next())
      json.value(number)
      return number.isFinite ? ["n:\(number)"] : ["null"]
    case 3:
      let flag = Bool.random(using: &random)
      json.value(flag)
      return [flag ? "true" : "false"]
    case 4:
      json.null()
      return ["null"]
    case 5:
      var expected = ["["]
      json.beginArray()
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        expected += write(&json, &random, depth: depth + 1)
      }
      json.endArray()
      return expected + ["]"]
    default:
      var expected = ["{"]
      json.beginObject()
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let name = randomText(&random)
        json.key(name)
        expected.append("k:" + name)
        expected += write(&json, &random, depth: depth + 1)
      }
      json.endObject()
      return expected + ["}"]
    }
  }

  @Test func whatIsWrittenComesBack() throws {
    for seed in 0..<2_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var json = JSONSerializer(seed % 2 == 0 ? .compact : .indented)
      let expected = write(&json, &random, depth: 0)
      #expect(try tokens(json.bytes) == expected, "seed \(seed)")
    }
  }

  /// Foundation's parser as the second opinion on what is JSON.
  @Test func agreesWithFoundationOnMutatedTexts() throws {
    let base = Array(
      #"{"a":[1,-2.5e3,true,null,{"é":"\u00e9\n東"}],"b":{"c":"x","d":[]},"e":"🚀"} "#.utf8
    )
    let marks = Array("{}[]:,\"\\ \n0123.eE+-tfnu".utf8)
    for seed in 0..<10_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      var bytes = base
      for _ in 0...Int.random(in: 0...2, using: &random) {
        let place = Int.random(in: 1..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(marks.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes[place] = marks.randomElement(using: &random) ?? 0
        default: bytes[place] = UInt8.random(in: 0...255, using: &random)
        }
      }
      // Foundation guesses other encodings from zero bytes, which JSON never allows.
      if bytes.contains(0) { continue }
      let failure = failure(bytes)
      // Foundation takes trailing commas.
      if failure?.message.contains("trailing comma") == true { continue }
      let isJSON = failure == nil
      let theirs =
        (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
      #expect(isJSON == theirs, "seed \(seed): \(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test func randomBytesNeverCrash() {
    for seed in 0..<10_000 as Range<UInt64> {
      var random = SeededGenerator(seed: seed)
      let bytes = (0..<Int.random(in: 0...64, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      _ = failure(bytes)
      _ = failure([0x5B, 0x22] + bytes)
    }
  }
}
