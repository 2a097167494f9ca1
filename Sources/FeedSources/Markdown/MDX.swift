/// Takes what only JavaScript can run out of MDX, so that Markdown is left.
///
/// Out are `import` and `export` statements, `{expressions}` and components, whose names begin with
/// a capital letter or hold a full stop; what stands between a component's tags stays, without the
/// indentation that shows the nesting. HTML tags stay and lose attributes whose values are
/// expressions. Strings and numbers in braces stand for themselves. Code, formulas between dollar
/// signs and comments are left alone.
///
/// Any bytes are accepted, in time linear in their number: what is never closed is text.
///
/// Specification: https://mdxjs.com/docs/what-is-mdx/.
public struct MDX: Sendable, Equatable {
  /// The Markdown that is left.
  public internal(set) var markdown: [UInt8] = []
  /// The names of the components that were taken out, each once, in order.
  public internal(set) var components: [String] = []
  /// How many statements were taken out.
  public internal(set) var statements = 0
  /// How many expressions were taken out.
  public internal(set) var expressions = 0

  init() {}

  /// Takes the JavaScript out of a text.
  public init(_ source: UnsafeBufferPointer<UInt8>) {
    var reader = MDXReader(source)
    reader.run()
    self = reader.result
  }
}
