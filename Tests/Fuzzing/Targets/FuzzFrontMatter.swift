import FeedModel
import FeedSources

extension FuzzTarget {
  /// Files of posts, and YAML, TOML and JSON as they are.
  static let frontMatter = FuzzTarget(
    "front-matter",
    longestInput: 4096,
    frames: [
      Frame("---\na: ", "\n---\n"), Frame("+++\na = ", "\n+++\n"), Frame("{\"a\": ", "}\n"),
      Frame("a: ", "\n\n"), Frame("---\n", "\n---\n"), Frame("+++\n", "\n+++\n"),
      Frame("a: &a [a]\nb: [", "]\n"),
    ]
  ) { bytes throws(Violation) in
    let lines = bytes.reduce(1) { $0 + ($1 == 0x0A || $1 == 0x0D ? 1 : 0) }
    for allowsHeaderLines in [false, true] {
      try checkSplit(bytes, lines: lines, allowsHeaderLines: allowsHeaderLines)
    }
    try checkYAML(bytes)
    try check(lines: lines) { () throws(DataError) in try YAML.parse(bytes) }
    try check(lines: lines) { () throws(DataError) in try TOML.parse(bytes) }
    try check(lines: lines) { () throws(DataError) in try JSONTree.parse(bytes) }
  }

  /// What is read fast is read as libyaml reads it, places included.
  private static func checkYAML(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    guard let simple = SimpleYAML.parse(bytes, lineOffset: 3) else { return }
    let full = Result { () throws(DataError) in
      try YAML.parseWithLibYAML(bytes, lineOffset: 3)
    }
    switch full {
    case .success(let full): try expectSame(simple, full, "simple YAML")
    case .failure(let error): throw Violation("simple YAML was taken that has an error: \(error)")
    }
  }

  private static func check(
    lines: Int,
    _ parse: () throws(DataError) -> DataNode
  ) throws(Violation) {
    switch Result(catching: parse) {
    case .success(let tree): try checkDepth(tree)
    case .failure(let error):
      try expect(
        (1...lines).contains(error.line) && error.column >= 1,
        "an error is outside of the text: \(error)"
      )
      try expect(!error.message.isEmpty, "an error has no words")
    }
  }

  private static func checkSplit(
    _ bytes: UnsafeBufferPointer<UInt8>,
    lines: Int,
    allowsHeaderLines: Bool
  ) throws(Violation) {
    let whole = split(bytes, isWholeFile: true, allowsHeaderLines)
    for part in [1, 2, 3] {
      let beginning = UnsafeBufferPointer(rebasing: bytes[..<(bytes.count * part / 4)])
      let early = split(beginning, isWholeFile: false, allowsHeaderLines)
      if case .success(let early) = early, !early.needsMoreBytes {
        try expectSame(early, try? whole.get(), "the split of \(part)/4 of the file")
      }
    }
    switch whole {
    case .failure(let error):
      try expect((1...lines).contains(error.line), "an error is outside of the file: \(error)")
    case .success(let split):
      try expect(
        !split.needsMoreBytes && split.metadata.upperBound <= split.bodyOffset
          && split.bodyOffset <= bytes.count && split.metadataLine <= split.bodyLine,
        "the parts overlap: \(split)"
      )
      try check(lines: lines) { () throws(DataError) in try FrontMatter.parse(bytes, split) }
    }
  }

  private static func split(
    _ bytes: UnsafeBufferPointer<UInt8>,
    isWholeFile: Bool,
    _ allowsHeaderLines: Bool
  ) -> Result<FrontMatter.Split, DataError> {
    Result { () throws(DataError) in
      try FrontMatter.split(
        bytes,
        isWholeFile: isWholeFile,
        allowsHeaderLines: allowsHeaderLines
      )
    }
  }
}
