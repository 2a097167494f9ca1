import FeedModel
import FeedSources
import FeedXML

/// Gives entries from feeds their texts back, made fit for a site's own feeds.
struct FeedEntryRenderer: Sendable {
  private let contents: SpooledContents
  private let cleaner: HTMLCleaner
  private let summaryWords: Int

  init(_ contents: SpooledContents, rules: ContentRules) {
    self.contents = contents
    cleaner = HTMLCleaner(policy: rules.cleaning)
    summaryWords = rules.summaryWords
  }

  /// The whole post.
  func post(
    from source: SourcePost,
    parts: ContentRenderer.Parts
  ) throws(SourceProblem) -> Post {
    var post = source.post
    let start = source.body.offset
    do {
      try contents.put(start..<(start + (source.body.length ?? 0)), into: &post)
    } catch {
      throw SourceProblem(path: source.path, message: "cannot \(error.action) it: \(error.reason)")
    }
    if let html = post.content?.html {
      // Footnotes of entries that share a page keep apart.
      let anchors = "e\(StableHash.hexadecimal(of: post.id))-"
      let base = post.permalink.flatMap { BaseURL($0) }
      post.content?.html = cleaner.clean(html, base: base, anchorPrefix: anchors).html
    }
    if parts.contains(.summary), post.summary == nil { post.summary = summary(of: post.content) }
    if !parts.contains(.markdown) { post.content?.markdown = nil }
    return post
  }

  private func summary(of content: Content?) -> String? {
    var html = content?.html ?? content?.text.map(HTMLEscaping.escape) ?? ""
    let text = html.withUTF8 { HTMLText.summary(of: $0, words: summaryWords) }
    return text.isEmpty ? nil : text
  }
}
