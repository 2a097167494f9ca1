import Testing

@testable import FeedPublishing

@Suite("Where histories lie")
struct HistoryPlaceTests {
  @Test(
    "beside the output, and not in it",
    arguments: [
      ("public", ".tidings/history.sqlite", "public/"),
      ("public/", ".tidings/history.sqlite", "public/"),
      ("site/public", "site/.tidings/history.sqlite", "public/"),
      ("/srv/www", "/srv/.tidings/history.sqlite", "www/"),
      (".", ".tidings/history.sqlite", ""),
      ("..", "../.tidings/history.sqlite", ""),
      ("/", "/.tidings/history.sqlite", ""),
    ]
  )
  func beside(output: String, path: String, prefix: String) {
    let place = HistoryPlace(output: output, configured: nil)
    #expect(place.path == path)
    #expect(place.prefix == prefix)
  }

  @Test("or where the configuration says")
  func configured() {
    let place = HistoryPlace(output: "public", configured: "var/feeds.sqlite")
    #expect(place.path == "var/feeds.sqlite")
    #expect(place.prefix == "public/")
  }
}
