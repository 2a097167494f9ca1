import FeedJSON

/// JSON into `DataNode`.
public enum JSONTree {
  /// Parses one value.
  ///
  /// - Parameters:
  ///   - bytes: The whole text, UTF-8; a byte order mark is passed over.
  ///   - lineOffset: Lines of the file before it, added to all positions.
  /// - Throws: The first error, with its place in the file.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int = 0)
    throws(DataError) -> DataNode
  {
    var builder = Builder(
      reader: JSONReader(bytes, depthLimit: DataLimits.depth, skipsByteOrderMark: true),
      lineOffset: lineOffset
    )
    let node = try builder.node(try builder.next())
    _ = try builder.next()
    return node
  }

  private struct Builder {
    var reader: JSONReader
    let lineOffset: Int

    mutating func next() throws(DataError) -> JSONToken? {
      do {
        return try reader.next()
      } catch {
        throw DataError(
          line: error.line &+ lineOffset,
          column: error.column,
          message: error.message
        )
      }
    }

    /// The value that begins with a token; the reader bounds the recursion.
    mutating func node(_ token: JSONToken?) throws(DataError) -> DataNode {
      // Not reached: a reader throws where a value is missing.
      guard let token else {
        throw DataError(line: lineOffset &+ 1, column: 1, message: "the text is empty")
      }
      let place = position(token)
      switch token.kind {
      case .beginObject: return DataNode(.mapping(try mapping()), at: place)
      case .beginArray:
        var nodes: [DataNode] = []
        while let element = try next(), element.kind != .endArray {
          nodes.append(try node(element))
        }
        return DataNode(.sequence(nodes), at: place)
      case .null: return DataNode(.null, at: place)
      case .true, .false:
        return DataNode(.scalar(text: token.text, style: .boolean), at: place)
      case .number: return DataNode(.scalar(text: token.text, style: .number), at: place)
      case .string, .key, .endObject, .endArray:
        return DataNode(.scalar(text: token.text, style: .quoted), at: place)
      }
    }

    private mutating func mapping() throws(DataError) -> DataMapping {
      var builder = DataMappingBuilder()
      while let token = try next(), token.kind == .key {
        let key = token.text
        let place = position(token)
        if let error = builder.duplicateError(key, at: place) { throw error }
        let value = try node(try next())
        builder.append(DataMapping.Entry(key: key, keyPosition: place, node: value))
      }
      return builder.mapping
    }

    private func position(_ token: JSONToken) -> DataPosition {
      DataPosition(line: token.position.line &+ lineOffset, column: token.position.column)
    }
  }
}
