import Testing

@testable import FeedModel

@Suite struct BaseURLTests {
  /// RFC 3986 sections 5.4.1 (normal) and 5.4.2 (abnormal, strict), whole.
  @Test(arguments: [
    ("g:h", "g:h"), ("g", "http://a/b/c/g"), ("./g", "http://a/b/c/g"),
    ("g/", "http://a/b/c/g/"), ("/g", "http://a/g"), ("//g", "http://g"),
    ("?y", "http://a/b/c/d;p?y"), ("g?y", "http://a/b/c/g?y"), ("#s", "http://a/b/c/d;p?q#s"),
    ("g#s", "http://a/b/c/g#s"), ("g?y#s", "http://a/b/c/g?y#s"), (";x", "http://a/b/c/;x"),
    ("g;x", "http://a/b/c/g;x"), ("g;x?y#s", "http://a/b/c/g;x?y#s"),
    ("", "http://a/b/c/d;p?q"), (".", "http://a/b/c/"), ("./", "http://a/b/c/"),
    ("..", "http://a/b/"), ("../", "http://a/b/"), ("../g", "http://a/b/g"),
    ("../..", "http://a/"), ("../../", "http://a/"), ("../../g", "http://a/g"),
    ("../../../g", "http://a/g"), ("../../../../g", "http://a/g"), ("/./g", "http://a/g"),
    ("/../g", "http://a/g"), ("g.", "http://a/b/c/g."), (".g", "http://a/b/c/.g"),
    ("g..", "http://a/b/c/g.."), ("..g", "http://a/b/c/..g"), ("./../g", "http://a/b/g"),
    ("./g/.", "http://a/b/c/g/"), ("g/./h", "http://a/b/c/g/h"), ("g/../h", "http://a/b/c/h"),
    ("g;x=1/./y", "http://a/b/c/g;x=1/y"), ("g;x=1/../y", "http://a/b/c/y"),
    ("g?y/./x", "http://a/b/c/g?y/./x"), ("g?y/../x", "http://a/b/c/g?y/../x"),
    ("g#s/./x", "http://a/b/c/g#s/./x"), ("g#s/../x", "http://a/b/c/g#s/../x"),
    ("http:g", "http:g"),
  ])
  func rfc3986Examples(reference: String, expected: String) throws {
    let base = try #require(BaseURL("http://a/b/c/d;p?q"))
    #expect(base.resolve(reference) == expected)
  }

  @Test(arguments: [
    ("https://ex.org/a/b#frag", "", "https://ex.org/a/b"),
    ("https://ex.org/a/b#frag", "#x", "https://ex.org/a/b#x"),
    ("https://ex.org", "x.png", "https://ex.org/x.png"),
    ("https://ex.org", "../x.png", "https://ex.org/x.png"),
    ("https://ex.org?q", "x", "https://ex.org/x"),
    ("https://ex.org/a/", "//cdn.net/../x", "https://cdn.net/x"),
    ("https://ex.org/a/", "//cdn.net", "https://cdn.net"),
    ("https://ex.org/a/../b/c", "d", "https://ex.org/b/d"),
    ("https://ex.org/a/", " \n b.html\t ", "https://ex.org/a/b.html"),
    ("https://ex.org/a/", "b\n\tc d.png", "https://ex.org/a/bc%20d.png"),
    ("https://ex.org/a/", "é/ñ?ü#日", "https://ex.org/a/é/ñ?ü#日"),
    ("https://ex.org/a/", "mailto:a@b.c?subject=x y", "mailto:a@b.c?subject=x y"),
    ("https://ex.org/a/", "data:image/png;base64,AA==", "data:image/png;base64,AA=="),
    ("https://ex.org/a/", "HTTPS://Ex.org/%7e a", "HTTPS://Ex.org/%7e a"),
    ("https://ex.org/a/", "tel:+1-2", "tel:+1-2"),
    ("https://ex.org/a/", "1:2", "https://ex.org/a/1:2"),
    ("https://ex.org/a/", "./b:c", "https://ex.org/a/b:c"),
    ("https://ex.org/a/", "b?c=http://x/../y", "https://ex.org/a/b?c=http://x/../y"),
    ("https://ex.org/a/", "..../x", "https://ex.org/a/..../x"),
    ("file:///home/a/b.html", "c.png", "file:///home/a/c.png"),
    ("file:/home/a", "../../../x", "file:/x"),
  ])
  func webReferences(base: String, reference: String, expected: String) throws {
    let base = try #require(BaseURL(base))
    #expect(base.resolve(reference) == expected)
  }

  @Test(arguments: [
    "", "/a", "//a/b", "a.html", "mailto:a@b.c", "urn:isbn:1", "http:", "http:///a", "http:a",
    "https://ex.org/a b", ":", "1http://a",
  ])
  func refusesWhatIsNoBase(text: String) {
    #expect(BaseURL(text) == nil)
  }

  @Test func appendsToTheOutput() throws {
    let base = try #require(BaseURL("https://ex.org/a/b"))
    var output = Array("x=".utf8)
    Array("../../../c/./d".utf8).withUnsafeBufferPointer { base.resolve($0, into: &output) }
    #expect(String(decoding: output, as: UTF8.self) == "x=https://ex.org/c/d")
  }

  /// Whatever comes out is absolute, and resolving it again changes nothing.
  @Test func resolutionIsIdempotent() throws {
    let base = try #require(BaseURL("https://ex.org/a/b/c?d#e"))
    var generator = SplitMix(seed: 0x5EED)
    let alphabet = Array("ab./?#:%;= \té日".unicodeScalars)
    for _ in 0..<20_000 {
      let seed = generator.state
      var text = ""
      for _ in 0..<Int(generator.next() % 14) {
        text.unicodeScalars.append(alphabet[Int(generator.next() % UInt64(alphabet.count))])
      }
      let once = base.resolve(text)
      #expect(URI.isAbsolute(once), "seed \(seed): \(text.debugDescription)")
      #expect(base.resolve(once) == once, "seed \(seed): \(text.debugDescription)")
    }
  }
}

struct SplitMix: RandomNumberGenerator {
  var state: UInt64
  init(seed: UInt64) { state = seed }
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
