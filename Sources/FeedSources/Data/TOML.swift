import CTOMLPlusPlus

/// TOML 1.0 into `DataNode`, parsed by toml++.
public enum TOML {
  /// Parses a document. The root is a mapping in the order of the source.
  ///
  /// - Parameters:
  ///   - bytes: The document, UTF-8, without byte order mark.
  ///   - lineOffset: Lines of the file before it, added to all positions.
  /// - Throws: The first error, with its place in the file.
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>, lineOffset: Int = 0)
    throws(DataError) -> DataNode
  {
    let parsed = bytes.withMemoryRebound(to: CChar.self) {
      tidings_toml_parse($0.baseAddress, $0.count, DataLimits.depth)
    }
    guard let parsed else {
      throw DataError(line: lineOffset &+ 1, column: 1, message: "not enough memory to read TOML")
    }
    defer { tidings_toml_release(parsed) }
    let document = parsed.pointee
    if let error = document.error {
      throw TOMLErrors.error(
        message: text(error, document.error_length),
        at: DataPosition(
          line: Int(document.error_line) &+ lineOffset,
          column: max(1, Int(document.error_column))
        )
      )
    }
    var events = Events(
      list: UnsafeBufferPointer(start: document.events, count: document.count),
      lineOffset: lineOffset
    )
    return events.nextNode()
      ?? DataNode(.mapping(DataMapping()), at: DataPosition(line: lineOffset &+ 1, column: 1))
  }

  private static func text(_ start: UnsafePointer<CChar>?, _ length: Int) -> String {
    guard let start else { return "" }
    return UnsafeBufferPointer(start: start, count: length).withMemoryRebound(to: UInt8.self) {
      String(decoding: $0, as: UTF8.self)
    }
  }

  /// Builds nodes from events, whose depth the parser has bounded.
  private struct Events {
    let list: UnsafeBufferPointer<tidings_toml_event>
    let lineOffset: Int
    private var index = 0

    init(list: UnsafeBufferPointer<tidings_toml_event>, lineOffset: Int) {
      self.list = list
      self.lineOffset = lineOffset
    }

    /// The node that begins at the next event, or nil where a container ends.
    mutating func nextNode() -> DataNode? {
      guard index < list.count else { return nil }
      let event = list[index]
      index &+= 1
      switch event.kind {
      case tidings_toml_begin_table:
        var entries: [DataMapping.Entry] = []
        while index < list.count, list[index].kind == tidings_toml_key {
          let key = list[index]
          index &+= 1
          guard let node = nextNode() else { break }
          entries.append(
            DataMapping.Entry(
              key: text(key.text, key.length),
              keyPosition: position(key),
              node: node
            )
          )
        }
        index &+= 1
        return DataNode(.mapping(DataMapping(distinct: entries)), at: position(event))
      case tidings_toml_begin_array:
        var nodes: [DataNode] = []
        while let node = nextNode() { nodes.append(node) }
        return DataNode(.sequence(nodes), at: position(event))
      case tidings_toml_string: return scalar(event, .quoted)
      case tidings_toml_integer, tidings_toml_float: return scalar(event, .number)
      case tidings_toml_boolean: return scalar(event, .boolean)
      case tidings_toml_date, tidings_toml_time, tidings_toml_date_time:
        return scalar(event, .date)
      default: return nil
      }
    }

    private func scalar(_ event: tidings_toml_event, _ style: DataNode.ScalarStyle) -> DataNode {
      DataNode(
        .scalar(text: text(event.text, event.length), style: style),
        at: position(event)
      )
    }

    private func position(_ event: tidings_toml_event) -> DataPosition {
      DataPosition(line: Int(event.line) &+ lineOffset, column: max(1, Int(event.column)))
    }
  }
}
