import FeedSources

extension FuzzTarget {
  /// Markdown and MDX, rendered and cleaned.
  static let markdown = FuzzTarget(
    "markdown",
    longestInput: 4096,
    frames: [
      Frame("<A>\n", "\n</A>"), Frame("{", "}"), Frame("a[^1]\n\n[^1]: ", "\n"),
      Frame("|a|\n|-|\n", "\n"),
      Frame("export const a = ", "\n\n"), Frame("[a]: ", "\n\n[a]"),
    ]
  ) { bytes throws(Violation) in
    let mdx = MDX(bytes)
    try expect(
      mdx.markdown.count <= 6 * bytes.count + 6 && mdx.components.count <= 100,
      "\(bytes.count) bytes became \(mdx.markdown.count)"
    )
    // Posts that are not UTF-8 are refused.
    guard isUTF8(bytes) else { return }
    try expect(isUTF8(mdx.markdown), "MDX makes UTF-8 invalid")
    try checkRendering(bytes)
    try mdx.markdown.withUnsafeBufferPointer { bytes throws(Violation) in
      try checkRendering(bytes)
    }
  }

  private static func checkRendering(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    for renderer in [MarkdownRenderer(), MarkdownRenderer(smartPunctuation: true)] {
      let html: [UInt8]
      do {
        html = try renderer.withHTML(of: bytes) { Array($0) }
      } catch {
        throw Violation("\(error)")
      }
      try expect(isUTF8(html), "the HTML is not UTF-8")
      try html.withUnsafeBufferPointer { html throws(Violation) in
        try checkCleaning(html)
      }
    }
  }
}
