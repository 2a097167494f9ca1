/// What stands before a post's text: how it is told apart from the text, and how it is read.
///
/// A fence opens on the first line of the file and nowhere else, as in Jekyll, Hugo, Zola, Gatsby,
/// Eleventy, Astro and Docusaurus; Pelican's and MultiMarkdown's header lines have no fence.
public enum FrontMatter {
  /// How front matter is written.
  public enum Syntax: Sendable, Hashable {
    /// Between `---` and `---` or `...`.
    case yaml
    /// Between `+++` and `+++`.
    case toml
    /// An object that begins the file and ends a line.
    case json
    /// `Key: value` lines up to the first blank line.
    case headerLines
    /// No front matter: all is text.
    case none
  }

  /// Where front matter and text lie in a file. Offsets count bytes from the beginning of the file,
  /// its byte order mark included; lines count from 1.
  public struct Split: Sendable, Equatable {
    /// How the front matter is written.
    public var syntax: Syntax
    /// The front matter without its fences; of JSON with its braces.
    public var metadata: Range<Int>
    /// The line on which `metadata` begins.
    public var metadataLine: Int
    /// Where the text begins: after the line that ends the front matter.
    public var bodyOffset: Int
    /// The line on which the text begins.
    public var bodyLine: Int
    /// Whether the end of the front matter was not found in the part of the file that was given, so
    /// that a longer part is needed; all else is meaningless then.
    public var needsMoreBytes: Bool

    /// A split from its parts.
    public init(
      syntax: Syntax,
      metadata: Range<Int>,
      metadataLine: Int,
      bodyOffset: Int,
      bodyLine: Int,
      needsMoreBytes: Bool = false
    ) {
      self.syntax = syntax
      self.metadata = metadata
      self.metadataLine = metadataLine
      self.bodyOffset = bodyOffset
      self.bodyLine = bodyLine
      self.needsMoreBytes = needsMoreBytes
    }
  }

  /// Finds the front matter of a file.
  ///
  /// - Parameters:
  ///   - bytes: The file, or its first bytes.
  ///   - isWholeFile: Whether `bytes` is the whole file. If not, the result may ask for more.
  ///   - allowsHeaderLines: Whether a first line such as `Title: Words` begins front matter.
  /// - Throws: For a whole file whose front matter opens and never closes, naming the opening line.
  public static func split(
    _ bytes: UnsafeBufferPointer<UInt8>,
    isWholeFile: Bool,
    allowsHeaderLines: Bool = false
  ) throws(DataError) -> Split {
    try FrontMatterScanner(bytes, isWholeFile: isWholeFile).split(
      allowsHeaderLines: allowsHeaderLines
    )
  }

  /// Reads the front matter that `split` found. All positions are the file's.
  ///
  /// - Parameters:
  ///   - bytes: The bytes that were given to `split`, or more of the same file.
  ///   - split: What it answered.
  /// - Returns: A mapping, empty where there is no front matter or nothing in it.
  /// - Throws: Syntax errors, and front matter that is no mapping.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>, _ split: Split)
    throws(DataError) -> DataNode
  {
    let start = DataPosition(line: split.metadataLine, column: 1)
    let metadata = UnsafeBufferPointer(
      rebasing: bytes[split.metadata.clamped(to: 0..<bytes.count)]
    )
    let lineOffset = split.metadataLine - 1
    let root: DataNode
    switch split.syntax {
    case .none: root = DataNode(.null, at: start)
    case .yaml: root = try YAML.parse(metadata, lineOffset: lineOffset)
    case .toml: root = try TOML.parse(metadata, lineOffset: lineOffset)
    case .json: root = try JSONTree.parse(metadata, lineOffset: lineOffset)
    case .headerLines: root = try HeaderLines.parse(metadata, lineOffset: lineOffset)
    }
    switch root.value {
    case .mapping: return root
    case .null: return DataNode(.mapping(DataMapping()), at: start)
    case .scalar, .sequence:
      throw DataError(
        "front matter must be keys with values, but this is \(root.typeName)",
        at: root.position,
        help: "write KEY: VALUE, a line each"
      )
    }
  }
}
