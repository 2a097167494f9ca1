import Testing

@testable import FeedSources

@Suite struct FieldTableTests {
  private func values(_ text: String, _ chains: [PostField: [String]]) throws -> FieldValues {
    try FieldTable(chains).values(in: #require(try yaml(text).asMapping))
  }

  @Test(
    arguments: [
      ("a: 1\nb: 2", "1"), ("b: 2\na: 1", "1"), ("b: 2", "2"), ("a: null\nb: 2", "2"),
      ("a: \"\"\nb: 2", "2"), ("a: []\nb: 2", "2"), ("a: {}\nb: 2", "2"), ("a: '  '\nb: 2", "2"),
      ("A: 1", "1"), ("c: {d: 3}", "3"), ("C: {d: 3}", "3"), ("c.d: 4\nc: {d: 3}", "4"),
      ("c: {d: null}\ne: {f: {g: 5}}", "5"), ("e.f: {g: 6}", "6"), ("c: 1", nil), ("x: 1", nil),
    ] as [(String, String?)]
  )
  func takesTheFirstThatSaysSomething(_ text: String, _ value: String?) throws {
    let values = try values(text, [.title: ["a", "b", "c.d", "e.f.g"]])
    #expect(values[.title]?.node.asString == value)
    #expect(values[.slug] == nil)
  }

  @Test func namesTheKeyThatWasFound() throws {
    let values = try values("Cover: {image: x}", [.image: ["cover.image"]])
    #expect(values[.image]?.key == "Cover.image")
  }

  @Test func oneKeyMayBeSeveralFields() throws {
    let values = try values("pubdate: 2019", [.date: ["date", "pubdate"], .publish: ["pubdate"]])
    #expect(values[.date]?.node.asString == "2019")
    #expect(values[.publish]?.node.asString == "2019")
  }

  @Test func truthValuesSwitchFeaturesOff() throws {
    let values = try values(
      "image: false\ncover: a.png\ntitle: true",
      [.image: ["image", "cover"], .title: ["title"]]
    )
    #expect(values[.image]?.node.asString == "a.png")
    #expect(values[.title]?.node.asString == "true")
  }

  @Test func findsEveryKeyOfEveryPreset() throws {
    for preset in Preset.all {
      for (field, keys) in preset.fields {
        for key in keys {
          let values = FieldTable(preset.fields).values(
            in: try #require(try yaml("\(key.uppercased()): some text").asMapping)
          )
          #expect(values[field]?.node.asString == "some text", "\(preset.name): \(key)")
        }
      }
    }
  }
}
