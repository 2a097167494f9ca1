import FeedFormats
import FeedModel
import Foundation
import Testing

@Suite struct OPMLReaderTests {
  private func read(_ text: String) -> OPMLReader.Result { OPMLReader.read(Array(text.utf8)) }

  @Test func whatIsWrittenComesBack() {
    let list = SubscriptionList(
      title: "Rivers & more",
      modified: Timestamp(year: 2024, month: 2, day: 3, offsetSeconds: 0),
      owner: Person(name: "Ada", email: "ada@weir.example", url: "https://weir.example/"),
      subscriptions: [
        SubscriptionList.Subscription(
          title: "Bo \"quotes\" 東京",
          feedURL: "https://bo.example/feed.xml?a=1&b=2",
          homePage: "https://bo.example/",
          description: "Bo's & others'",
          language: "sv"
        ),
        SubscriptionList.Subscription(title: "Cy", feedURL: "https://cy.example/feed"),
      ]
    )
    let result = OPMLReader.read(OPMLWriter(list).document().bytes)
    #expect(result.list == list)
    #expect(result.notes == [])
    #expect(result.isComplete)
  }

  @Test func feedsAreFoundInFoldersAndWithoutType() {
    let result = read(
      """
      <opml version="1.1"><head><title>My feeds</title></head><body>
      <outline text="Folder"><outline title="A" XMLURL="https://a.example/feed"/></outline>
      <outline type="rss" text="Nothing"/>
      <outline type="link" text="A page" url="https://b.example/"/>
      </body></opml>
      """
    )
    #expect(result.list?.title == "My feeds")
    #expect(result.list?.subscriptions.map(\.title) == ["A"])
    #expect(result.notes.map(\.kind) == [.omission])
    #expect(result.notes.first?.position.line == 3)
  }

  @Test func brokenListsGiveWhatTheyHave() {
    let result = read("<opml><body><outline text='A & B' xmlUrl='https://a.example/f'/><outline")
    #expect(result.list?.subscriptions.first?.title == "A & B")
    #expect(!result.isComplete)
  }

  @Test func otherDocumentsAreNone() {
    #expect(read("<rss version=\"2.0\"><channel/></rss>").list == nil)
    #expect(read("no XML at all").list == nil)
    #expect(read("").list == nil)
  }
}
