import Testing

@testable import FeedValidation

@Suite("What looks like a feed")
struct FeedLikenessTests {
  @Test(
    "by its beginning",
    arguments: [
      ("<rss version='2.0'>", true), ("<?xml version='1.0'?>\n<!-- <a> -->\n<feed>", true),
      ("\u{FEFF}<a:feed xmlns:a='x'>", true), ("<rdf:RDF>", true), ("<opml/>", true),
      ("<!DOCTYPE rss [<!ENTITY a '>'> ]><rss>", true), ("<entry>", true), ("  \n<rss>", true),
      ("<urlset>", false), ("<!DOCTYPE html><html>", false), ("", false), ("<", false),
      ("<!", false),
      ("<!--", false), ("<?xml", false),
      ("{\"version\": \"https://jsonfeed.org/version/1\"}", true),
      ("{\"home_page_url\": 1}", true), ("{\"name\": \"x\"}", false), ("[]", false), ("rss", false),
    ]
  )
  func heads(text: String, isFeed: Bool) {
    #expect(Array(text.utf8).withUnsafeBufferPointer(FeedLikeness.isFeed) == isFeed)
  }

  @Test("in UTF-16, too")
  func wide() {
    let bytes: [UInt8] = [0xFE, 0xFF] + "<rss>".utf16.flatMap { [0, UInt8($0)] }
    #expect(bytes.withUnsafeBufferPointer(FeedLikeness.isFeed))
  }

  @Test(
    "by its name",
    arguments: [
      ("feed.xml", true, true), ("Atom.XML", true, true), ("x.rss", true, true),
      ("feed.json", true, true), ("index.xml", false, true), ("data.json", false, true),
      ("feed.html", false, false), ("feed", false, false), ("", false, false),
    ]
  )
  func names(name: String, isFeed: Bool, mayBe: Bool) {
    #expect(FeedLikeness.isFeedName(name) == isFeed)
    #expect(FeedLikeness.mayBeFeed(named: name) == mayBe)
  }
}
