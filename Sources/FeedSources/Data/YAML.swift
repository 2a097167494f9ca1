import CLibYAML

/// YAML 1.1 (one document) into `DataNode`, parsed by libyaml, or by `SimpleYAML` where that can tell
/// that libyaml would find the same.
///
/// Scalars keep their text whatever YAML would make of them; tags other than `!!str` are ignored;
/// aliases and merge keys (`<<`) are expanded within bounds.
public enum YAML {
  /// Parses a document. An empty one is `null`.
  ///
  /// - Parameters:
  ///   - bytes: The document, UTF-8; a byte order mark is passed over.
  ///   - lineOffset: Lines of the file before it, added to all positions.
  /// - Throws: The first error, with its place in the file: syntax, a key that comes twice, aliases
  ///   beyond `DataLimits`, a second document.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int = 0)
    throws(DataError) -> DataNode
  {
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    let text = hasMark ? UnsafeBufferPointer(rebasing: bytes[3...]) : bytes
    if let simple = SimpleYAML.parse(text, lineOffset: lineOffset) { return simple }
    return try parseWithLibYAML(text, lineOffset: lineOffset)
  }

  /// Parses a document without byte order mark, however simple it is.
  package static func parseWithLibYAML(_ bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int)
    throws(DataError) -> DataNode
  {
    var builder = YAMLTreeBuilder(bytes, lineOffset: lineOffset)
    defer { builder.finish() }
    return try builder.document()
  }
}
