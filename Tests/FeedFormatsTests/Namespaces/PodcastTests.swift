import FeedFormats
import FeedModel
import Testing

@Suite struct PodcastTests {
  /// The vectors of the namespace's documentation.
  @Test(arguments: [
    ("podnews.net/rss", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
    ("https://podnews.net/rss/", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
    ("http://podnews.net/rss//", "9b024349-ccf0-5f69-a609-6b82873eab3c"),
    ("https://mp3s.nashownotes.com/pc20rss.xml", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
  ]) func guid(url: String, expected: String) {
    #expect(PodcastShow.guid(forFeedURL: url) == expected)
  }

  @Test func oddURLsHaveAGUIDToo() {
    for url in ["", "/", "https://", "a:b", "https://weir.example:8080/ä"] {
      #expect(PodcastShow.guid(forFeedURL: url).count == 36)
    }
  }

  @Test(arguments: [
    (0.0, "0"), (1.5, "1.5"), (73.25, "73.25"), (0.0004, "0"), (0.001, "0.001"),
    (1e9, "1000000000"),
    (.infinity, "0"), (.nan, "0"), (1e300, "0"), (59.9996, "60"), (10.01, "10.01"),
  ]) func numbersHaveNoExponent(value: Double, expected: String) throws {
    let example = Case.with(post: {
      var episode = PodcastEpisode()
      episode.number = PodcastEpisode.Number(value)
      $0.extensions[PodcastEpisode.self] = episode
    })
    #expect(try example.rssItem()["podcast:episode"]?.text == expected)
  }
}
