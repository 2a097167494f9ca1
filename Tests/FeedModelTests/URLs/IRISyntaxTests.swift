import TestSupport
import Testing

@testable import FeedModel

@Suite struct IRISyntaxTests {
  private func read<T>(_ text: String, _ body: (IRISyntax) -> T) -> T {
    Array(text.utf8).withUnsafeBufferPointer { body(IRISyntax($0)) }
  }

  @Test func partsOfAURL() {
    read("https://me:pw@example.org:80/a/b?c=d#e") { syntax in
      #expect(syntax.scheme == 0..<5)
      #expect(syntax.userInfo == 8..<13)
      #expect(syntax.host == 14..<25)
      #expect(syntax.port == 26..<28)
      #expect(syntax.path == 28..<32)
      #expect(syntax.query == 33..<36)
      #expect(syntax.fragment == 37..<38)
    }
    read("mailto:a@b") { syntax in
      #expect(syntax.host == nil)
      #expect(syntax.path == 7..<10)
    }
    #expect(read("http://[::1]:8/") { $0.host } == 7..<12)
    #expect(read("file:///x") { $0.host } == 7..<7)
  }

  @Test func allThatRFC3986AllowsIsFine() {
    let texts = [
      "", "a", "?", "#", "/", "//", "//a", "a:", "a/b:c", "./a:b", "./-._~!$&'()*+,;=:@/?",
      "http://a_b.example/%20%c3%A9", "http://[2001:db8::7]/", "http://[::ffff:192.0.2.1]/",
      "http://a:/", "http://@a/", "http://a:b@c/", "ldap://[2001:db8::7]/c=GB?objectClass?one",
      "news:comp.infosystems.www.servers.unix", "tel:+1-816-555-1212", "http://例え.jp/引き割り",
    ]
    for text in texts {
      read(text) { syntax in
        #expect(syntax.forbidden == nil && syntax.percent == nil, "\(text)")
        #expect(syntax.flaw == nil && syntax.numberSign == nil, "\(text)")
      }
    }
  }

  @Test(arguments: [
    ("a b", 1), ("<a>", 0), ("a\"", 1), ("a\\b", 1), ("a^", 1), ("`", 0), ("{", 0), ("a|b", 1),
    ("a\u{7F}", 1), ("a\n", 1), ("http://a/[", 9), ("a]", 1), ("http://[::1]/]", 13),
    ("http://a@b@c/", 8), ("é\u{85}", 2), ("\u{FFFD}", 0), ("a\u{200F}", 1), ("\u{1FFFE}", 0),
  ])
  func charactersThatMustBeEncoded(_ text: String, _ offset: Int) {
    #expect(read(text) { $0.forbidden } == offset)
  }

  @Test func brokenEncodings() {
    #expect(read("a%") { $0.percent } == 1)
    #expect(read("%2") { $0.percent } == 0)
    #expect(read("%20%g0") { $0.percent } == 3)
    #expect(read("#a#b") { $0.numberSign } == 2)
    #expect(read("aé") { $0.nonASCII } == 1)
    for bytes: [UInt8] in [[0xC3], [0xC3, 0x28], [0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80]] {
      #expect(bytes.withUnsafeBufferPointer { IRISyntax($0).forbidden } == 0, "\(bytes)")
    }
  }

  @Test func flaws() {
    let cases: [(String, IRISyntax.Flaw, Int)] = [
      (":a", .scheme, 0), ("1a:b", .scheme, 2), ("http://a:b/", .port, 9),
      ("http://a:99999/", .port, 9), ("http://a:b:1/", .port, 8), ("http://[::g]/", .ipLiteral, 7),
      ("http://[::1/", .ipLiteral, 7), ("http://[::1]a/", .ipLiteral, 12),
      ("http://[]/", .ipLiteral, 7), ("http://[::1]:x/", .port, 13),
    ]
    for (text, kind, offset) in cases {
      read(text) { syntax in
        #expect(syntax.flaw?.kind == kind, "\(text)")
        #expect(syntax.flaw?.offset == offset, "\(text)")
      }
    }
  }

  @Test func addresses() {
    let right = ["::", "::1", "1::", "1:2:3:4:5:6:7:8", "1::8", "::1.2.3.4", "1:2:3:4:5:6:1.2.3.4"]
    let wrong = [
      "", ":", ":::", "1", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1::2::3", "12345::", "::1.2.3",
      "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3.256", "1:", ":1", "1.2.3.4", "1:2:3:4:5:6:7::8",
    ]
    for text in right { #expect(IPAddress.v6(text.utf8) != nil, "\(text)") }
    for text in wrong { #expect(IPAddress.v6(text.utf8) == nil, "\(text)") }
    #expect(IPAddress.v4("192.0.2.255".utf8) == [192, 0, 2, 255])
    for text in ["1.2.3", "1.2.3.4.5", "01.2.3.4", "1.2.3.a", "1.2.3.", "999.1.1.1"] {
      #expect(IPAddress.v4(text.utf8) == nil, "\(text)")
    }
  }

  @Test func anyBytesAreRead() {
    let seed: UInt64 = 11
    var generator = SeededGenerator(seed: seed)
    let alphabet = Array("ah:/?#[]@.%1é\u{202E} ".utf8) + [0x00, 0x80, 0xFF]
    for _ in 0..<5_000 {
      let bytes = (0..<Int.random(in: 0...24, using: &generator)).map { _ in
        alphabet[Int.random(in: 0..<alphabet.count, using: &generator)]
      }
      bytes.withUnsafeBufferPointer { buffer in
        let syntax = IRISyntax(buffer)
        let ranges = [
          syntax.scheme, syntax.userInfo, syntax.host, syntax.port, syntax.path, syntax.query,
          syntax.fragment,
        ].compactMap { $0 }
        #expect(ranges.allSatisfy { $0.upperBound <= bytes.count }, "seed \(seed): \(bytes)")
        let places = [
          syntax.forbidden, syntax.percent, syntax.numberSign, syntax.nonASCII,
          syntax.flaw?.offset,
        ].compactMap { $0 }
        #expect(places.allSatisfy { (0..<bytes.count).contains($0) }, "seed \(seed): \(bytes)")
      }
    }
  }
}
