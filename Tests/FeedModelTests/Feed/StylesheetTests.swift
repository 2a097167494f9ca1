import FeedModel
import Testing

@Suite struct StylesheetTests {
  @Test(arguments: [
    ("/feed.css", "text/css"), ("/FEED.CSS?v=2", "text/css"), ("/feed.css#x", "text/css"),
    ("/feed.xsl", "text/xsl"), ("/feed", "text/xsl"), ("/feed.xsl?like=a.css", "text/xsl"),
  ]) func typeFollowsFromTheName(href: String, type: String) {
    #expect(Stylesheet(href: href).mediaType == type)
  }

  @Test func typeCanBeGiven() {
    #expect(Stylesheet(href: "/a.css", mediaType: "text/x").mediaType == "text/x")
  }
}
