import Testing

@testable import FeedPreview

@Suite("If-None-Match and If-Modified-Since")
struct ConditionsTests {
  private static let date = "Mon, 01 Jan 2024 00:00:00 GMT"
  private static let seconds: Int64 = 1_704_067_200

  private func hold(_ fields: [String: String], modified: Int64? = nil) -> Bool {
    Conditions(PreviewRequest(target: "/", fields: fields)).hold(tag: "\"a-1\"", modified: modified)
  }

  @Test(
    "a tag is in a list, compared weakly",
    arguments: [
      "\"a-1\"", "W/\"a-1\"", "\"b\", \"a-1\"", "\"b\",\"a-1\" ,\"c\"", "*", " \"a-1\"",
      ",, \"a-1\"",
      "\"a,b\", \"a-1\"", "a-1", "b, a-1",
    ]
  )
  func known(field: String) { #expect(hold(["If-None-Match": field])) }

  @Test(
    "another tag is not",
    arguments: [
      "\"b\"", "", "\"a-1", "\"a-1-gzip\"", "W/", "\"\"", "\"b\" \"c\"", "a-12", "w/\"a-1",
    ]
  )
  func unknown(field: String) { #expect(!hold(["If-None-Match": field])) }

  @Test("a date counts where there is no tag")
  func dates() {
    let field = ["If-Modified-Since": Self.date]
    #expect(hold(field, modified: Self.seconds))
    #expect(hold(field, modified: Self.seconds - 1))
    #expect(!hold(field, modified: Self.seconds + 1))
    #expect(!hold(field))
    #expect(!hold(["If-Modified-Since": "yesterday"], modified: Self.seconds))
    let both = ["If-None-Match": "\"b\"", "If-Modified-Since": Self.date]
    #expect(!hold(both, modified: Self.seconds), "tags go before dates")
  }
}
