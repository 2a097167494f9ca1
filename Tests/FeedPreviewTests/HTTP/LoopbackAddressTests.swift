import Testing

@testable import FeedPreview

@Suite("Addresses of this machine")
struct LoopbackAddressTests {
  @Test("only they are listened on")
  func addresses() {
    #expect(LoopbackAddress("127.0.0.1") == .ip4("127.0.0.1"))
    #expect(LoopbackAddress("127.9.8.7") == .ip4("127.9.8.7"))
    #expect(LoopbackAddress("LocalHost") == .ip4("127.0.0.1"))
    #expect(LoopbackAddress("::1") == .ip6)
    #expect(LoopbackAddress("[::1]") == .ip6)
    let others = [
      "", "0.0.0.0", "192.168.1.1", "10.0.0.1", "::", "example.org", "127.1", "0x7f000001",
      "127.0.0.1.example.org", "2130706433", "::ffff:127.0.0.1", "localhost.", "127.0.0.1 ",
    ]
    for other in others { #expect(LoopbackAddress(other) == nil, "\(other)") }
  }

  @Test(
    "a Host field names one",
    arguments: ["localhost", "localhost:8000", "127.0.0.1", "127.0.0.1:8000", "[::1]:80", "[::1]"]
  )
  func named(field: String) { #expect(LoopbackAddress.isNamed(by: field)) }

  @Test(
    "a Host field names something else, as after DNS rebinding",
    arguments: [
      "", "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example",
      "localhost:x", "::1", "127.0.0.1@evil.example", "evil.example:127.0.0.1", "[::1",
      "10.0.0.1:80",
    ]
  )
  func notNamed(field: String) { #expect(!LoopbackAddress.isNamed(by: field)) }
}
