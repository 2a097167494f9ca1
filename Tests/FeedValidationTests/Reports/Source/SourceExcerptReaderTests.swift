import TestSupport
import Testing

@testable import FeedValidation

@Suite("Excerpts of lines")
struct SourceExcerptReaderTests {
  private func diagnostic(_ line: Int, _ column: Int) -> Diagnostic {
    Diagnostic(rule: "r", severity: .error, message: "m", line: line, column: column)
  }

  private func read(_ bytes: [UInt8], _ places: [(Int, Int)], chunk: Int) -> SourceExcerpts {
    let reader = SourceExcerptReader(places.map { diagnostic($0.0, $0.1) })
    bytes.withUnsafeBufferPointer { buffer in
      var start = 0
      while start < buffer.count {
        let end = min(start + chunk, buffer.count)
        reader.consume(UnsafeBufferPointer(rebasing: buffer[start..<end]))
        start = end
      }
    }
    return reader.finish()
  }

  /// The same by splitting the whole text.
  private func expected(_ text: String, _ place: (Int, Int)) -> SourceExcerpts.Excerpt? {
    var lines: [[Unicode.Scalar]] = [[]]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        if !(scalar == "\n" && previous == "\r") { lines.append([]) }
      } else {
        lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    guard place.0 <= lines.count else { return nil }
    let line = lines[place.0 - 1]
    let first = max(1, place.1 - SourceExcerpts.reach)
    let last = min(line.count, place.1 + SourceExcerpts.reach)
    guard first <= last else { return nil }
    let piece = String(String.UnicodeScalarView(line[(first - 1)..<last]))
    return SourceExcerpts.Excerpt(
      firstColumn: first,
      bytes: Array(piece.utf8),
      isCut: last < line.count
    )
  }

  @Test("are what stands there, however the document is cut into chunks")
  func property() {
    var random = SeededGenerator(seed: 11)
    let alphabet = ["<a>", "x", "é", "水", "🌊", " ", "\t", "\n", "\r\n", "\r", "\n\n"]
    for round in 0..<150 {
      var text = "<rss>"
      for _ in 0..<Int.random(in: 0...400, using: &random) {
        text += alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
        if Int.random(in: 0..<40, using: &random) == 0 {
          text += String(repeating: "水a", count: 200)
        }
      }
      let places = (0..<8).map { _ in
        (Int.random(in: 1...60, using: &random), Int.random(in: 1...600, using: &random))
      }
      let chunk = [1, 2, 3, 7, 64, 100_000][round % 6]
      let excerpts = read(Array(text.utf8), places, chunk: chunk)
      for place in places {
        #expect(
          excerpts.excerpt(line: place.0, column: place.1) == expected(text, place),
          "seed 11, round \(round), \(place)"
        )
      }
    }
  }

  @Test("are read in the document's own encoding")
  func encodings() {
    let text = "<?xml version=\"1.0\" encoding=\"utf-16\"?>\n<rss>水\n</rss>"
    let wide: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let excerpts = read(wide, [(2, 6)], chunk: 5)
    #expect(excerpts.excerpt(line: 2, column: 6)?.bytes == Array("<rss>水".utf8))
    let latin = Array("<?xml version=\"1.0\" encoding=\"iso-8859-1\"?><a>".utf8) + [0xE9]
    #expect(
      read(latin, [(1, 47)], chunk: 9).excerpt(line: 1, column: 47)?.bytes.suffix(2)
        == Array("é".utf8)[...]
    )
  }

  @Test("places that are not there have none")
  func nowhere() {
    let excerpts = read(
      Array("<rss>\n</rss>\n".utf8),
      [(0, 0), (9, 1), (3, 1), (1, 400)],
      chunk: 4
    )
    for place in [(0, 0), (9, 1), (3, 1), (1, 400)] {
      #expect(excerpts.excerpt(line: place.0, column: place.1) == nil)
    }
  }
}
