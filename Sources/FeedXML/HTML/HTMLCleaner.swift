import FeedModel

/// Makes the HTML of a post fit for a feed, in one pass that copies what needs no change byte for
/// byte: URLs become absolute, what readers strip or must not run goes, the author's markup stays.
///
/// Unclosed elements stay as they are; there is no tree repair. The result never contains scripts,
/// event handlers, comments or URLs that run code, and cleaning it again changes nothing.
public struct HTMLCleaner: Sendable {
  /// What is kept and what is not.
  public let policy: Policy

  /// A cleaner that follows the policy.
  public init(policy: Policy) {
    self.policy = policy
  }

  /// Appends the cleaned fragment to the output.
  ///
  /// - Parameters:
  ///   - fragment: HTML as in the body of a page; UTF-8.
  ///   - base: The post's URL, which references are resolved against; nil leaves them as they are.
  ///   - anchorPrefix: Put before the ids of footnotes (`fn-1`, `fnref-1` …) and the links to them,
  ///     so that they stay unique where entries share a page.
  ///   - output: Receives the bytes.
  public func clean(
    _ fragment: UnsafeBufferPointer<UInt8>,
    base: BaseURL?,
    anchorPrefix: String?,
    into output: inout [UInt8]
  ) -> Report {
    // Growing to exactly what is needed would copy a shared output once a post.
    let needed = fragment.count + fragment.count / 8 + 64
    if output.capacity - output.count < needed {
      output.reserveCapacity(max(output.count + needed, output.capacity * 2))
    }
    let prefix = anchorPrefix.map { Array($0.utf8) } ?? []
    return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 256) { open in
      open.initialize(repeating: 0)
      var pass = HTMLCleaningPass(
        fragment,
        policy: policy,
        base: base,
        anchorPrefix: prefix,
        open: open
      )
      swap(&pass.output, &output)
      pass.run()
      swap(&pass.output, &output)
      return pass.report
    }
  }

  /// The cleaned fragment.
  public func clean(
    _ fragment: String,
    base: BaseURL?,
    anchorPrefix: String? = nil
  ) -> (html: String, report: Report) {
    var copy = fragment
    return copy.withUTF8 { bytes in
      var output: [UInt8] = []
      let report = clean(bytes, base: base, anchorPrefix: anchorPrefix, into: &output)
      return (String(decoding: output, as: UTF8.self), report)
    }
  }

  /// What cleaning took away or changed.
  public struct Report: Sendable, Equatable {
    /// How many elements were removed with their content, by lower-case name.
    public var removedElements: [String: Int] = [:]
    /// How many elements lost their tags and kept their content, by lower-case name.
    public var unwrappedElements: [String: Int] = [:]
    /// Comments, doctypes, CDATA sections and processing instructions.
    public var removedComments = 0
    /// Event handlers, styles and other attributes that have no place in a feed, dangerous URLs
    /// included.
    public var removedAttributes = 0
    /// URLs that would run code, removed with their attributes.
    public var dangerousURLs = 0
    /// Frames and embedded objects that became links.
    public var iframesLinked = 0
    /// Links in headings to themselves.
    public var headingAnchors = 0
    /// Removed elements, comments and tags that nothing closed: where this is not 0, text may be
    /// missing (as it is in a browser) or controls' labels left.
    public var unclosed = 0
    /// Whether an image is in the output.
    public var containsImages = false

    /// A report of nothing.
    public init() {}
  }
}
