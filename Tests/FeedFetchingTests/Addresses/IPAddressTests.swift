import Testing

@testable import FeedFetching

@Suite struct IPAddressTests {
  @Test func knowsThePublicInternet() throws {
    let isPublic: [(String, Bool)] = [
      ("8.8.8.8", true), ("1.1.1.1", true), ("172.15.255.255", true), ("172.32.0.0", true),
      ("100.63.255.255", true), ("100.128.0.0", true), ("223.255.255.255", true),
      ("11.0.0.0", true), ("9.255.255.255", true), ("169.253.255.255", true),
      ("0.0.0.0", false), ("10.1.2.3", false), ("100.64.0.1", false), ("127.0.0.1", false),
      ("127.255.255.255", false), ("169.254.169.254", false), ("172.16.0.0", false),
      ("172.31.255.255", false), ("192.168.0.1", false), ("198.18.0.1", false),
      ("192.0.2.1", false), ("224.0.0.1", false), ("255.255.255.255", false),
      ("2606:4700:4700::1111", true), ("2a00:1450::1", true),
      ("::", false), ("::1", false), ("fc00::1", false), ("fd12:3456::1", false),
      ("fe80::1", false), ("fec0::1", false), ("ff02::1", false), ("2001:db8::1", false),
      ("2001::1", false), ("100::1", false), ("::127.0.0.1", false),
      ("::ffff:127.0.0.1", false), ("::ffff:8.8.8.8", true), ("::ffff:10.0.0.1", false),
      ("64:ff9b::a00:1", false), ("64:ff9b::808:808", true), ("64:ff9b:1::808:808", false),
      ("2002:7f00:1::", false), ("2002:a00:1::1", false), ("2002:808:808::1", true),
    ]
    for (text, expected) in isPublic {
      #expect(try #require(IPAddress(text)).isPublic == expected, "\(text)")
    }
  }

  @Test func noRangeIsLostToASpellingMistake() {
    #expect(IPAddress.specialIPv4.count == 15)
    #expect(IPAddress.specialIPv6.count == 3)
    #expect(IPAddress.globalIPv6.count == 1)
  }

  @Test(arguments: ["127.0.0.1", "255.255.255.255", "::1", "2001:db8::1:0:0:1", "::"])
  func writesWhatItReads(_ text: String) throws {
    #expect(try #require(IPAddress(text)).description == text)
  }

  @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "256.1.1.1", "[::1]", "fe80::1%eth0", "1.2.3.4\0"])
  func readsNothingElse(_ text: String) {
    #expect(IPAddress(text) == nil)
  }

  @Test(arguments: [
    ("10.0.0.0/8", "10.255.0.1", true), ("10.0.0.0/8", "11.0.0.0", false),
    ("0.0.0.0/0", "1.2.3.4", true), ("::/0", "::1", true), ("::/0", "1.2.3.4", false),
    ("1.2.3.4", "1.2.3.4", true), ("1.2.3.4/32", "1.2.3.5", false),
    ("2000::/3", "3fff::1", true), ("2000::/3", "4000::", false),
  ])
  func rangesContain(range: String, address: String, expected: Bool) throws {
    #expect(try #require(AddressRange(range)).contains(#require(IPAddress(address))) == expected)
  }

  @Test(arguments: ["10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "a/8", "1.2.3.4/+8"])
  func rangesAreWellFormed(_ text: String) {
    #expect(AddressRange(text) == nil)
  }
}
