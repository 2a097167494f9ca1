import FeedSources

func yaml(_ text: String, lineOffset: Int = 0) throws -> DataNode {
  try yaml(Array(text.utf8), lineOffset: lineOffset)
}

func yaml(_ bytes: [UInt8], lineOffset: Int = 0) throws -> DataNode {
  try bytes.withUnsafeBufferPointer { try YAML.parse($0, lineOffset: lineOffset) }
}

func toml(_ text: String, lineOffset: Int = 0) throws -> DataNode {
  try toml(Array(text.utf8), lineOffset: lineOffset)
}

func toml(_ bytes: [UInt8], lineOffset: Int = 0) throws -> DataNode {
  try bytes.withUnsafeBufferPointer { try TOML.parse($0, lineOffset: lineOffset) }
}

func jsonTree(_ text: String, lineOffset: Int = 0) throws -> DataNode {
  try jsonTree(Array(text.utf8), lineOffset: lineOffset)
}

func jsonTree(_ bytes: [UInt8], lineOffset: Int = 0) throws -> DataNode {
  try bytes.withUnsafeBufferPointer { try JSONTree.parse($0, lineOffset: lineOffset) }
}

/// The error that something throws, if it is a `DataError`.
func dataError(_ body: () throws -> DataNode) -> DataError? {
  do {
    _ = try body()
    return nil
  } catch {
    return error as? DataError
  }
}
