import Foundation
import Testing

@testable import FeedValidation

struct FeedGateTests {
  @Test func everyKindHasValidAndInvalidFixtures() throws {
    let fixtures = try GateFixture.all()
    for kind in FeedGate.Kind.allCases {
      for isValid in [true, false] {
        #expect(
          fixtures.contains { $0.kind == kind && $0.isValid == isValid },
          "\(kind) \(isValid)"
        )
      }
    }
  }

  @Test func passesWhatIsValid() throws {
    for fixture in try GateFixture.all() where fixture.isValid {
      let diagnostics = FeedGate.check(fixture.bytes, as: fixture.kind)
      #expect(diagnostics.isEmpty, "\(fixture): \(diagnostics)")
    }
  }

  @Test func refusesWhatIsInvalidForTheReasonGiven() throws {
    for fixture in try GateFixture.all() where !fixture.isValid {
      let diagnostics = FeedGate.check(fixture.bytes, as: fixture.kind)
      #expect(!fixture.expectations.isEmpty, "\(fixture)")
      #expect(diagnostics.count == fixture.expectations.count, "\(fixture): \(diagnostics)")
      for (diagnostic, expectation) in zip(diagnostics, fixture.expectations) {
        #expect(expectation.isMet(by: diagnostic), "\(fixture): \(expectation), but \(diagnostic)")
      }
    }
  }

  @Test func refusesADocumentOfAnotherKind() throws {
    for fixture in try GateFixture.all() where fixture.isValid {
      for kind in FeedGate.Kind.allCases where kind != fixture.kind {
        #expect(!FeedGate.check(fixture.bytes, as: kind).isEmpty, "\(fixture) as \(kind)")
      }
    }
  }

  @Test func refusesNothingAtAll() {
    for kind in FeedGate.Kind.allCases {
      #expect(FeedGate.check([], as: kind).count == 1, "\(kind)")
    }
  }

  /// The order in which chunks happen to arrive is nobody's business.
  @Test func findsTheSameInChunksOfAnySize() throws {
    for fixture in try GateFixture.all() {
      let whole = FeedGate.check(fixture.bytes, as: fixture.kind)
      for chunk in [1, 3, 64, 1_000] {
        #expect(
          FeedGate.check(fixture.bytes, as: fixture.kind, chunk: chunk) == whole,
          "\(fixture) in chunks of \(chunk)"
        )
      }
    }
  }

  /// Truncated and mutated documents: no crash, the same findings in other chunks, and a cut
  /// document is never valid.
  @Test func survivesDamage() throws {
    let fixtures = try GateFixture.all().filter(\.isValid)
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix(state: seed)
    for round in 0..<1_500 {
      guard let fixture = fixtures.randomElement(using: &random) else { break }
      var bytes = fixture.bytes
      var isCut = false
      if round.isMultiple(of: 3) {
        while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
        bytes.removeLast(Int.random(in: 1...bytes.count, using: &random))
        isCut = true
      } else {
        for _ in 0...Int.random(in: 0..<4, using: &random) {
          let index = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<3, using: &random) {
          case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.remove(at: index)
          default: bytes.insert(bytes[Int.random(in: 0..<bytes.count, using: &random)], at: index)
          }
        }
      }
      let chunk = Int.random(in: 1...300, using: &random)
      let whole = FeedGate.check(bytes, as: fixture.kind)
      let chunked = FeedGate.check(bytes, as: fixture.kind, chunk: chunk)
      #expect(whole == chunked, "seed \(seed) round \(round) \(fixture) chunk \(chunk)")
      if isCut {
        #expect(!whole.isEmpty, "seed \(seed) round \(round) \(fixture)")
      }
    }
  }

  /// RSS and Atom say that the order of elements does not matter; interleaving is where libxml2
  /// errs, so every order has to pass.
  @Test func acceptsElementsInAnyOrder() throws {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SplitMix(state: seed)
    for fixture in try GateFixture.all() where fixture.isValid && fixture.kind != .jsonFeed {
      for _ in 0..<12 {
        let shuffled = try shuffle(fixture.bytes, &random)
        let diagnostics = FeedGate.check([UInt8](shuffled), as: fixture.kind)
        #expect(
          diagnostics.isEmpty,
          "seed \(seed) \(fixture): \(diagnostics)\n\(String(decoding: shuffled, as: UTF8.self))"
        )
      }
    }
  }

  /// Lines that are one whole element are shuffled among the neighbours that are such lines too.
  private func shuffle(_ bytes: [UInt8], _ random: inout SplitMix) throws -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      separator: "\n",
      omittingEmptySubsequences: false
    )
    func isElement(_ line: Substring) -> Bool {
      guard line.hasPrefix("<"), !line.hasPrefix("</"), line.hasSuffix(">") else { return false }
      let name = line.dropFirst().prefix { $0 != " " && $0 != ">" && $0 != "/" }
      return line.hasSuffix("</\(name)>")
        || (line.hasSuffix("/>") && !line.dropLast(2).contains(">") && !name.hasPrefix("?"))
    }
    var result: [Substring] = []
    var run: [Substring] = []
    for line in lines {
      if isElement(line) {
        run.append(line)
      } else {
        result += run.shuffled(using: &random) + [line]
        run = []
      }
    }
    return Array((result + run).joined(separator: "\n").utf8)
  }

  @Test func severalDocumentsAtOnce() async throws {
    let fixtures = try GateFixture.all()
    let alone = fixtures.map { FeedGate.check($0.bytes, as: $0.kind) }
    await withTaskGroup(of: (Int, [Diagnostic]).self) { group in
      for _ in 0..<8 {
        for (index, fixture) in fixtures.enumerated() {
          group.addTask { (index, FeedGate.check(fixture.bytes, as: fixture.kind, chunk: 500)) }
        }
      }
      for await (index, diagnostics) in group {
        #expect(diagnostics == alone[index], "\(fixtures[index])")
      }
    }
  }
}

/// A seeded generator, so that a failure can be repeated.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
