import FeedFormats
import FeedModel
import Testing

/// Atom's schemes are IRIs, RSS's domains any text.
@Suite struct AtomCategoryTests {
  @Test(arguments: [
    ("https://weir.example/tags", "https://weir.example/tags"), ("dmoz", "urn:tidings:dmoz"),
    ("/a b", "urn:tidings:%2Fa%20b"),
  ]) func schemes(scheme: String, written: String) throws {
    let example = Case.with(post: { $0.tags = [Tag("Rivers", scheme: scheme)] })
    #expect(try example.atomEntry()["atom:category"]?.attributes["scheme"] == written)
    let (_, posts) = FeedReader.read(example.output(.atom).bytes)
    #expect(posts.first?.tags == [Tag("Rivers", scheme: scheme)])
  }
}
