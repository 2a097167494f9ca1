import Testing

@testable import FeedFormats

@Suite struct LanguageTagTests {
  @Test(arguments: [
    ("en", "en", 0), ("pt-BR", "pt-BR", 0), ("zh-Hans-CN", "zh-Hans-CN", 0),
    ("de-1996", "de-1996", 0),
    ("x-none", "x-none", 0), ("en_US", "en-US", 1), ("en_US.UTF-8", "en-US", 1),
    ("English", nil, 1),
    ("e", nil, 1), ("", nil, 1), ("en-", nil, 1), ("en us", nil, 1), ("rss_0.92", nil, 1),
    ("东京", nil, 1), ("de@euro", "de", 1),
  ]) func tags(text: String, tag: String?, notes: Int) {
    var found: [String] = []
    #expect(LanguageTag.read(text) { found.append($0) } == tag)
    #expect(found.count == notes)
  }
}
