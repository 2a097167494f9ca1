import Testing

@testable import FeedModel

@Suite struct URITests {
  @Test(arguments: [
    ("https://ex.org/a?b=c#d", "https://ex.org/a?b=c#d"),
    ("https://ex.org/é", "https://ex.org/%C3%A9"),
    ("https://bücher.example/", "https://b%C3%BCcher.example/"),
    ("a b\"<>\\^`{|}", "a%20b%22%3C%3E%5C%5E%60%7B%7C%7D"),
    ("100%/%41%4/%zz%", "100%25/%41%254/%25zz%25"),
    ("😀", "%F0%9F%98%80"), ("", ""), ("~'()*!$&+,;=:@", "~'()*!$&+,;=:@"),
    ("http://[::1]:80/a[1]?b[]=[2]#[3]", "http://[::1]:80/a%5B1%5D?b%5B%5D=%5B2%5D#%5B3%5D"),
    ("//ex.org/#a#b", "//ex.org/#a%23b"), ("a[0]#", "a%5B0%5D#"),
  ])
  func mapsIRIs(iri: String, uri: String) {
    #expect(URI.fromIRI(iri) == uri)
    #expect(URI.fromIRI(uri) == uri)
  }

  @Test(arguments: [
    ("https://ex.org", "https"), ("HTTP://x", "http"), ("urn:x", "urn"), ("a+b-c.1:x", "a+b-c.1"),
    (" java\tscript:x", "javascript"), ("/a:b", nil), ("1a:b", nil), ("a/b:c", nil), ("", nil),
    ("//a", nil), ("é:x", nil),
  ])
  func schemes(text: String, scheme: String?) {
    #expect(URI.scheme(of: text) == scheme)
    #expect(URI.isAbsolute(text) == (scheme != nil))
  }

  @Test(arguments: [
    ("https://Ex.Org/a", "ex.org"), ("https://u:p@ex.org:8080/", "ex.org"), ("//cdn", "cdn"),
    ("http://[::1]:80/", "[::1]"), ("http://[::1]/", "[::1]"), ("mailto:a@b", nil),
    ("/a", nil), ("file:///a", nil), ("http://ex.org?x", "ex.org"),
  ])
  func hosts(text: String, host: String?) {
    #expect(URI.host(of: text) == host)
  }
}
