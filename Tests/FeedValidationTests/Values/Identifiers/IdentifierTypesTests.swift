import FeedValidation
import Testing

@Suite struct IdentifierTypesTests {
  static let atomIDs: [ValueCase] = [
    ValueCase("https://example.org/"), ValueCase("https://example.org/%C3%87?"),
    ValueCase("https://example.org/#"), ValueCase("https://example.org:8080/"),
    ValueCase("https://example.org/é"), ValueCase("http://localhost/1"),
    ValueCase("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a"),
    ValueCase("urn:uuid:60A76C80-D399-11D9-B93C-0003939E0AF6"), ValueCase("urn:isbn:1#x"),
    ValueCase("tag:example.com,2000:"), ValueCase("tag:example.com,2000:#a"),
    ValueCase("tag:jane@example.com,2000-12-31:/a?b"), ValueCase("mailto:jane@example.org"),

    ValueCase("/id/1", "id-not-absolute@0"), ValueCase("example.com", "id-not-absolute@0"),
    ValueCase("insert id here", "url-character@6"),
    ValueCase("foo tag:example.org,2003:x", "url-character@3"),

    ValueCase("https://example.org", "url-not-canonical@18"),
    ValueCase("Https://example.org/", "url-not-canonical@0"),
    ValueCase("https://Example.org/", "url-not-canonical@8"),
    ValueCase("https://example.org:443/", "url-not-canonical@19"),
    ValueCase("https://example.org:/", "url-not-canonical@19"),
    ValueCase("https://example.org/a/../b", "url-not-canonical@22"),
    ValueCase("https://example.org/.", "url-not-canonical@20"),
    ValueCase("https://example.org/%7Ea", "url-not-canonical@20"),
    ValueCase("https://example.org/%c3%87", "url-not-canonical@20"),
    ValueCase("https://example.org/C%CC%A7", "url-not-canonical@20"),
    ValueCase("https://example.org/C\u{327}", "url-not-canonical@20"),
    ValueCase("https://example.org/q\u{327}"), ValueCase("URN:isbn:1", "url-not-canonical@0"),

    ValueCase("tag:example.org:x", "tag-uri-invalid@15"), ValueCase("tag:", "tag-uri-invalid@3"),
    ValueCase("tag:example,org,2003:x", "tag-uri-invalid@12"),
    ValueCase("tag:example org,2003:x", "tag-uri-invalid@11"),
    ValueCase("tag:exa_mple.org,2003:x", "tag-uri-invalid@7"),
    ValueCase("tag:.org,2003:x", "tag-uri-invalid@4"),
    ValueCase("tag:example.org,03:x", "tag-uri-invalid@16"),
    ValueCase("tag:example.org,03-11:x", "tag-uri-invalid@18"),
    ValueCase("tag:example.org,2003 01-01:x", "tag-uri-invalid@20"),
    ValueCase("tag:example.org,200301:x", "tag-uri-invalid@20"),
    ValueCase("tag:example.org,2003-9-11:x", "tag-uri-invalid@22"),
    ValueCase("tag:example.org,2003-13:x", "tag-uri-invalid@21"),
    ValueCase("tag:example.org,2003-06-31T14:00Z:x", "tag-uri-invalid@26"),
    ValueCase("tag:example.org,2003", "tag-uri-invalid@19"),
    ValueCase("tag:example.org,2003: x", "tag-uri-invalid@21"),
    ValueCase("tag:example.org,2003:{x}", "tag-uri-invalid@21"),
    ValueCase("tag:example.org,2003:x]", "tag-uri-invalid@22"),
    ValueCase("tag:example.org,2003:%x", "tag-uri-invalid@21"),

    ValueCase("urn:example+org:1", "urn-invalid@11"), ValueCase("urn:x:1", "urn-invalid@4"),
    ValueCase("urn:isbn", "urn-invalid@7"), ValueCase("urn:isbn:", "urn-invalid@8"),
    ValueCase("urn:urn:x", "urn-invalid@4"), ValueCase("urn:a-:x", "urn-invalid@5"),
    ValueCase("urn:isbn:a b", "urn-invalid@10"),
    ValueCase("urn:uuid:g225c695-cfb8-4ebb-aaaa-80da344efa6a", "uuid-invalid@9"),
    ValueCase("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6", "uuid-invalid@43"),
    ValueCase("urn:uuid:1225c695-cfb8-4ebb-aaaa-80da344efa6a0", "uuid-invalid@45"),
    ValueCase("urn:uuid:", "uuid-invalid@8"),
  ]

  static let permalinks: [ValueCase] = [
    ValueCase("https://example.org/1"), ValueCase("\nhttps://example.org/1\n"),
    ValueCase("example.com", "guid-not-url@0"), ValueCase("foo", "guid-not-url@0"),
    ValueCase("My first post", "guid-not-url@0"), ValueCase(" 123", "guid-not-url@1"),
    ValueCase("http:///x", "guid-not-url@7"),
    ValueCase("tag:example.org,2005:1", "guid-not-permalink@0"),
    ValueCase("urn:uuid:x", "guid-not-permalink@0"),
    ValueCase("https://example.org/a b", "url-character@21 → https://example.org/a%20b"),
    ValueCase("https://example.org"),
  ]

  static let guids: [ValueCase] = [
    ValueCase("123456789"), ValueCase("tag:x"), ValueCase("post 1"),
    ValueCase("1f0e5c1a"), ValueCase(" 123456 ", "guid-short@1"), ValueCase("1", "guid-short@0"),
  ]

  static let uuids: [ValueCase] = [
    ValueCase("9b024349-ccf0-5f69-a609-6b82873eab3c"),
    ValueCase(" 9B024349-CCF0-5F69-A609-6B82873EAB3C "),
    ValueCase(
      "9b024349ccf05f69a6096b82873eab3c",
      "uuid-invalid@8 → 9b024349-ccf0-5f69-a609-6b82873eab3c"
    ),
    ValueCase(
      "{9B024349-ccf0-5f69-a609-6b82873eab3c}",
      "uuid-invalid@0 → 9b024349-ccf0-5f69-a609-6b82873eab3c"
    ),
    ValueCase("x", "uuid-invalid@0"),
  ]

  @Test func idsOfAtom() { expect(.atomID, Self.atomIDs) }
  @Test func guidsThatArePermalinks() { expect(.permalinkGUID, Self.permalinks) }
  @Test func otherGUIDs() { expect(.opaqueGUID, Self.guids) }
  @Test func uuids() { expect(.uuid, Self.uuids) }

  @Test func survivesAnyBytes() {
    let samples = (Self.atomIDs + Self.permalinks + Self.uuids).map(\.value)
    for type: ValueType in [.atomID, .permalinkGUID, .opaqueGUID, .uuid] {
      expectSurvival(type, from: samples, alphabet: "tagurn:id,-@.0123456789%C/")
    }
  }
}
