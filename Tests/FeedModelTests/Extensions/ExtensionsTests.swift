import FeedModel
import Testing

private struct Rating: FeedExtension { var stars: Int }
private struct Mood: FeedExtension { var name: String }

@Suite struct ExtensionsTests {
  @Test func thereIsOneOfEachTypeAtMost() {
    var extensions = Extensions()
    #expect(extensions.isEmpty)
    extensions[Rating.self] = Rating(stars: 1)
    extensions[Mood.self] = Mood(name: "calm")
    extensions[Rating.self] = Rating(stars: 5)
    #expect(extensions[Rating.self] == Rating(stars: 5))
    #expect(extensions.all.count == 2)
    #expect(extensions.all.first is Rating, "the order is that of the first setting")
    extensions[Rating.self] = nil
    extensions[Rating.self] = nil
    #expect(extensions[Rating.self] == nil)
    #expect(extensions.all.count == 1)
  }

  @Test func valuesAndOrderDecideAboutEquality() {
    var left = Extensions()
    var right = Extensions()
    left[Rating.self] = Rating(stars: 1)
    #expect(left != right)
    right[Mood.self] = Mood(name: "calm")
    #expect(left != right)
    left[Mood.self] = Mood(name: "calm")
    right[Rating.self] = Rating(stars: 1)
    #expect(left != right)
    right[Mood.self] = nil
    right[Mood.self] = Mood(name: "calm")
    #expect(left == right)
    right[Mood.self] = Mood(name: "wild")
    #expect(left != right)
  }
}
