import Testing

@testable import FeedSources

@Suite struct SlugTests {
  @Test(arguments: [
    ("Why Swift?", "why-swift"), ("it's – really – new", "its-really-new"), ("C++ & C#", "c-c"),
    ("  a  b  ", "a-b"), ("--a--b--", "a-b"), ("日本語 の本", "日本語-の本"), ("Ελλάδα", "ελλάδα"),
    ("ÜBER", "über"), ("e\u{301}te\u{301}", "e\u{301}te\u{301}"), ("10 % ½", "10-½"), ("🎉", ""),
    ("", ""), ("a/b.c_d", "a-b-c-d"), ("हिन्दी", "हिन्दी"), ("already-a-slug-2", "already-a-slug-2"),
    ("İstanbul", "i\u{307}stanbul"),
  ])
  func makesSlugs(_ text: String, _ slug: String) {
    #expect(Slug.make(from: text) == slug)
    #expect(Slug.make(from: slug) == slug, "a slug stays as it is")
  }

  @Test(arguments: [
    (
      "C++ & <me>: what's_new / 2.0?", Slug.Style(keeping: "_", separatesAtPunctuation: false),
      "c-me-whats_new-20"
    ),
    ("Keeps Case v1.2!", Slug.Style(keeping: ".!", lowercases: false), "Keeps-Case-v1.2!"),
    ("Öre & Straße, Łódź", Slug.Style(foldsAccents: true), "ore-strasse-lodz"),
    ("e\u{301}te\u{301}", Slug.Style(foldsAccents: true), "ete"),
    ("日本", Slug.Style(foldsAccents: true), "日本"),
  ])
  func followsStyles(_ text: String, _ style: Slug.Style, _ slug: String) {
    #expect(Slug.make(from: text, in: style) == slug)
  }
}
