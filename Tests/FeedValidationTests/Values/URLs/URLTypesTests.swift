import FeedValidation
import Testing

@Suite struct URLTypesTests {
  static let url: [ValueCase] = [
    ValueCase("https://example.org/"), ValueCase("\n  http://example.org/a?b=c&d=e#f\n"),
    ValueCase("HTTP://EXAMPLE.org:8080"), ValueCase("https://user:pw@example.org/%C3%A9~(1)!*"),
    ValueCase("http://[2001:db8::1]:80/x"), ValueCase("http://[v1.a]/"),
    ValueCase("http://203.0.113.9/"), ValueCase("mailto:jane@example.org"),
    ValueCase("urn:isbn:9783161484100"), ValueCase("tag:example.org,2005:x"),
    ValueCase("ftp://example.org/x"), ValueCase("feed:https://example.org/"),
    ValueCase("magnet:?xt=urn:btih:1"), ValueCase("https://xn--caf-dma.example/"),
    ValueCase("https://example.org/a//b;c,d=1@2:3"), ValueCase("https://example.org/a/?x=/?y"),

    ValueCase(
      "https://example.org/my post",
      "url-character@22 → https://example.org/my%20post"
    ),
    ValueCase(
      "https://example.org/{a}|b",
      "url-character@20 → https://example.org/%7Ba%7D%7Cb"
    ),
    ValueCase("https://example.org/a[1]", "url-character@21 → https://example.org/a%5B1%5D"),
    ValueCase("https://example.org/a\\b", "url-character@21"),
    ValueCase("https://example.org/a\n  b", "url-character@21"),
    ValueCase("https://exa mple.org/", "url-character@11"),
    ValueCase("https://a.org/ https://b.org/", "url-character@14"),
    ValueCase("https://a@b@example.org/", "url-character@9"),
    ValueCase("https://example.org/\u{85}", "url-character@20"),
    ValueCase("not a URL", "url-character@3"),
    ValueCase("img/my photo.png", "url-character@6"),

    ValueCase("https://example.org/café", "url-not-ascii@23 → https://example.org/caf%C3%A9"),
    ValueCase("https://café.example/", "url-not-ascii@11"),

    ValueCase("/one", "url-relative@0"), ValueCase("one", "url-relative@0"),
    ValueCase(" //example.org/", "url-relative@1"),
    ValueCase("www.example.org/x?y", "url-relative@0"),
    ValueCase("example.org:8080/x", "url-relative@0"), ValueCase("localhost:80", "url-relative@0"),
    ValueCase("café", "url-relative@0"),

    ValueCase("https:///x", "url-invalid@8"), ValueCase("https:x", "url-invalid@6"),
    ValueCase("http://", "url-invalid@6"), ValueCase("http://:80/", "url-invalid@7"),
    ValueCase("http://example.org:x/", "url-invalid@19"),
    ValueCase("http://example.org:65536/", "url-invalid@19"),
    ValueCase("http://example.org:/"),
    ValueCase("http://2001:db8::1/", "url-invalid@11"),
    ValueCase("http://[2001:db8:::1]/", "url-invalid@7"),
    ValueCase("http://[::1", "url-invalid@7"), ValueCase("http://[::1]x/", "url-invalid@12"),
    ValueCase("http://https://example.org/", "url-invalid@7 → https://example.org/"),
    ValueCase(":x", "url-invalid@0"), ValueCase("1a:b", "url-invalid@0"),

    ValueCase("https://example.org/%", "url-encoding@20 → https://example.org/%25"),
    ValueCase("https://example.org/%zz", "url-encoding@20 → https://example.org/%25zz"),
    ValueCase("https://example.org/#a#b", "url-encoding@22"),
    ValueCase("https://a.org/?a&amp;b", "url-escaped-twice@16 → https://a.org/?a&b"),
    ValueCase("https://a.org/a&amp;b"),

    ValueCase("htps://example.org/", "url-scheme-unregistered@0"),
    ValueCase("javascript:go()", "url-scheme-unregistered@0"),
    ValueCase(" foo:bar", "url-scheme-unregistered@1"),

    ValueCase("http://localhost/", "host-private@7"),
    ValueCase("http://intranet:80/", "host-not-public@7"),
    ValueCase("http://site.local/", "host-not-public@7"),
    ValueCase("http://10.1.2.3/", "host-private@7"),
    ValueCase("http://172.31.0.1/", "host-private@7"), ValueCase("http://172.32.0.1/"),
    ValueCase("http://u@127.0.0.1/", "host-private@9"),
    ValueCase("http://[::1]/", "host-private@7"),
    ValueCase("http://[fe80::1]/", "host-private@7"), ValueCase("http://[2a00::1]/"),
  ]

  static let iriReference: [ValueCase] = [
    ValueCase("https://www.詹姆斯.com/詹.html"), ValueCase("https://example.org/"),
    ValueCase(" https://example.org/", "url-character@0 → https://example.org/"),
    ValueCase("https://example.org/ ", "url-character@20 → https://example.org/"),
    ValueCase("insert value here", "url-character@6"),
    ValueCase("img/my photo.png", "url-character@6 → img/my%20photo.png"),
    ValueCase("#one"), ValueCase("?q"), ValueCase("../a/b"), ValueCase("//example.org/x"),
    ValueCase("a%", "url-encoding@1 → a%25"), ValueCase(":a", "url-invalid@0"),
    ValueCase("https://[FEDC:BA98:7654:3210:FEDC:BA98:7654:3210]/x"),
    ValueCase("http://example.org/\u{202E}x", "url-character@19"),
  ]

  static let urlAttribute: [ValueCase] = [
    ValueCase("https://example.org/1.mp3"), ValueCase("HTTP://example.org/1.mp3"),
    ValueCase("example.com", "url-attribute-invalid@0"),
    ValueCase("ftp://example.org/1.mp3", "url-attribute-invalid@0"),
    ValueCase("urn:isbn:1", "url-attribute-invalid@0"),
    ValueCase("http:///1.mp3", "url-attribute-invalid@7"),
    ValueCase(
      "http://example.org/my show.mp3",
      "url-attribute-invalid@21 → http://example.org/my%20show.mp3"
    ),
    ValueCase("http://localhost/1.mp3", "host-private@7"),
  ]

  static let relations: [ValueCase] = [
    ValueCase("alternate"), ValueCase("self"), ValueCase("P3Pv1"), ValueCase("me"),
    ValueCase("https://example.org/rel#x"), ValueCase("http://schemas.google.com/g/2005#feed"),
    ValueCase("http://www.iana.org/assignments/relation/self"), ValueCase("urn:x:y"),
    ValueCase("Self", "link-relation-unregistered@0 → self"),
    ValueCase(" alternate ", "link-relation-unregistered@0 → alternate"),
    ValueCase("alternate ", "link-relation-unregistered@9 → alternate"),
    ValueCase("self alternate", "link-relation-unregistered@0"),
    ValueCase("service.post", "link-relation-unregistered@0"),
    ValueCase("/foo", "link-relation-unregistered@0"),
  ]

  static let namespaces: [ValueCase] = [
    ValueCase("http://example.org/ns#"), ValueCase("urn:example:ns"), ValueCase("example"),
    ValueCase("foo:bar"), ValueCase("http://localhost/ns"), ValueCase("DAV:"),
    ValueCase("tag:foo.bar", "tag-uri-invalid@10"),
    ValueCase("http://example.org/my ns", "url-character@21 → http://example.org/my%20ns"),
  ]

  @Test func urls() { expect(.url, Self.url) }
  @Test func urlAttributes() { expect(.urlAttribute, Self.urlAttribute) }
  @Test func schemesOfMediaRSS() {
    expect(
      .mediaScheme,
      [
        ValueCase("urn:simple"), ValueCase("http://a.org/"),
        ValueCase("urn:other", "urn-invalid@8"),
      ]
    )
  }

  @Test func linkRelations() { expect(.linkRelation, Self.relations) }
  @Test func namespaceURIs() { expect(.namespaceURI, Self.namespaces) }

  @Test func references() {
    expect(.iriReference, Self.iriReference, hasBase: true)
    expect(.iriReference, [ValueCase("a", "url-without-base@0")])
    expect(.urlReference, [ValueCase("é"), ValueCase("#a")], hasBase: true)
    expect(
      .urlReference,
      [ValueCase("http://a.org/é", "url-not-ascii@13 → http://a.org/%C3%A9")],
      hasBase: true
    )
    expect(.iri, [ValueCase("http://a.org/é"), ValueCase("a", "url-relative@0")])
  }

  @Test func messagesAndHelp() {
    let cases = [
      ("https://example.org/my post", "has a space in it"),
      ("https://example.org/a\\b", "backslash"), ("https://example.org/{", "“{”"),
      ("http://localhost/", "own machine"), ("http://intranet/", "without a dot"),
      ("http://10.0.0.1/", "private network"),
    ]
    for (value, part) in cases {
      let message = findings(.url, value).first?.message ?? ""
      #expect(message.contains(part), "\(value): \(message)")
    }
    let helps = [
      ("www.example.org", "https://www.example.org"), ("//example.org/", "“https:”"),
      ("htps://example.org/", "“https”"), ("javascript:x", "no code"),
      ("jane@example.org", "mailto:"), ("example.org:8080/x", "https://example.org:8080/x"),
      ("example.co.uk", "https://example.co.uk"), ("example.pl/1", "https://example.pl/1"),
      ("https://example.org/{{ page.url }}", "template"), ("<%= url %>", "template"),
      // Files are no hosts.
      ("1.json", ""), ("index.html", ""), ("feed.xml", ""), ("logo.png?v=2", ""), ("script.pl", ""),
      ("notes.md", ""), ("archive.zip", ""), ("one", ""), ("a/b.c", ""),
    ]
    for (value, part) in helps {
      let help = findings(.url, value).first?.help ?? ""
      #expect(part.isEmpty ? help.isEmpty : help.contains(part), "\(value): \(help)")
    }
  }

  @Test func survivesAnyBytes() {
    let samples = (Self.url + Self.iriReference + Self.relations).map(\.value)
    for type: ValueType in [.url, .iriReference, .urlAttribute, .linkRelation, .namespaceURI] {
      expectSurvival(type, from: samples, alphabet: "htp:/?#[]@.%aF0-&é\\")
    }
  }
}
