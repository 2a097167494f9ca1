import CCMarkGFM
import CMarkdownSupport

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Renders CommonMark and GitHub Flavored Markdown with cmark-gfm: tables, strikethrough, task
/// lists, autolinks, footnotes and raw HTML.
public struct MarkdownRenderer: Sendable {
  /// Markdown that cmark-gfm cannot take or render.
  public enum Failure: Error, Equatable {
    /// The text is larger than cmark-gfm can count (2 GB).
    case tooLarge(bytes: Int)
    /// There was no memory for the document or its HTML.
    case outOfMemory
  }

  private let options: Int32

  /// A renderer.
  ///
  /// - Parameter smartPunctuation: Whether straight quotes become curly, `--` a dash and `...` an
  ///   ellipsis.
  public init(smartPunctuation: Bool = false) {
    _ = Self.registered
    // Raw HTML passes here, since the cleaner decides about it afterwards, in posts of every kind.
    options =
      CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | (smartPunctuation ? CMARK_OPT_SMART : 0)
  }

  /// Renders Markdown and lends the HTML to a closure, without a copy.
  public func withHTML<Result>(
    of markdown: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) throws -> Result {
    guard markdown.count < Int(Int32.max) else { throw Failure.tooLarge(bytes: markdown.count) }
    // Everything below lies in the thread's memory for one document, and goes with it.
    defer { tidings_arena_reset() }
    var memory = cmark_mem(
      calloc: tidings_arena_calloc,
      realloc: tidings_arena_realloc,
      free: tidings_arena_free
    )
    return try withUnsafeMutablePointer(to: &memory) { memory in
      guard let html = render(markdown, memory: memory) else { throw Failure.outOfMemory }
      let count = strlen(html)
      return try html.withMemoryRebound(to: UInt8.self, capacity: count) {
        try body(UnsafeBufferPointer(start: $0, count: count))
      }
    }
  }

  private func render(
    _ markdown: UnsafeBufferPointer<UInt8>,
    memory: UnsafeMutablePointer<cmark_mem>
  ) -> UnsafeMutablePointer<CChar>? {
    let options = options(for: markdown)
    guard let parser = cmark_parser_new_with_mem(options, memory) else { return nil }
    for name in Self.extensions {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    markdown.withMemoryRebound(to: CChar.self) {
      if let start = $0.baseAddress { cmark_parser_feed(parser, start, $0.count) }
    }
    // cmark-gfm 0.29.0.gfm.6 keeps the special characters of its extensions in a table of the whole
    // process while it parses inlines: without the lock, 344 of 20,000 documents came out wrong when
    // two threads rendered.
    tidings_finish_lock()
    let document = cmark_parser_finish(parser)
    tidings_finish_unlock()
    guard let document else { return nil }
    return cmark_render_html_with_mem(
      document,
      options,
      cmark_parser_get_syntax_extensions(parser),
      memory
    )
  }

  /// The most straight quotes in one paragraph that are made curly: for each cmark-gfm
  /// 0.29.0.gfm.6 looks through all before it.
  static let mostQuotes = 4_000

  private func options(for markdown: UnsafeBufferPointer<UInt8>) -> Int32 {
    guard options & CMARK_OPT_SMART != 0 else { return options }
    var quotes = 0
    var last: UInt8 = 0
    for byte in markdown where byte != 0x0D {
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quotes += 1
        if quotes > Self.mostQuotes { return options & ~CMARK_OPT_SMART }
      } else if byte == 0x0A, last == 0x0A {
        quotes = 0
      }
      last = byte
    }
    return options
  }

  /// Renders Markdown.
  public func html(of markdown: String) throws -> String {
    var markdown = markdown
    return try markdown.withUTF8 { bytes in
      try withHTML(of: bytes) { String(decoding: $0, as: UTF8.self) }
    }
  }

  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]
  private static let registered: Void = cmark_gfm_core_extensions_ensure_registered()
}
