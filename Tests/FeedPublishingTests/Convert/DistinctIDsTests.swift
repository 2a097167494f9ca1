import FeedModel
import Testing

@testable import FeedPublishing

@Suite(.timeLimit(.minutes(15))) struct DistinctIDsTests {
  private func post(_ id: String, _ title: String) -> Post {
    var post = Post(id: id)
    post.title = title
    return post
  }

  @Test("other entries with the same id get a mark that stays, the same entry is there once")
  func marks() {
    var ids = DistinctIDs()
    #expect(ids.distinctID(of: post("a", "One")) == "a")
    #expect(ids.distinctID(of: post("a", "One")) == nil)
    let second = ids.distinctID(of: post("a", "Two"))
    #expect(second?.hasPrefix("a#") == true)
    #expect(ids.distinctID(of: post("b#c", "One")) == "b#c")
    #expect(ids.distinctID(of: post("b#c", "Two"))?.hasPrefix("b#c-") == true)
    #expect(ids.distinctID(of: post("a", "Two")) == nil)

    var third = post("a", "Two")
    third.content = Content(html: "More")
    let thirdID = ids.distinctID(of: third)
    #expect(thirdID?.hasPrefix("a#") == true)
    #expect(thirdID != second)

    var others = DistinctIDs()
    _ = others.distinctID(of: post("a", "Three"))
    _ = others.distinctID(of: post("a", "One"))
    #expect(others.distinctID(of: post("a", "Two")) == second)
  }

  @Test("a hundred thousand entries with one id are told apart in no time")
  func many() {
    var ids = DistinctIDs()
    var found: Set<String> = []
    for number in 0..<100_000 {
      var post = post("a", "Same")
      post.updated = Timestamp(secondsSince1970: Int64(number))
      if let id = ids.distinctID(of: post) { found.insert(id) }
    }
    #expect(found.count == 100_000)
  }
}
