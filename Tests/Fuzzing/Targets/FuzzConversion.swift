import FeedFormats
import FeedPublishing
import FeedValidation

extension FuzzTarget {
  /// Feeds of any format made into feeds of each.
  static let convert = FuzzTarget(
    "convert",
    longestInput: 4096,
    frames: validateXML.frames + validateJSON.frames
  ) { bytes throws(Violation) in
    for format in FeedFormat.allCases {
      let whole = try convert([bytes], to: format)
      try Chunks(bytes).forEachCut { name, chunks throws(Violation) in
        try expectSame(
          String(decoding: try convert(chunks, to: format), as: UTF8.self),
          String(decoding: whole, as: UTF8.self),
          "\(format.name), \(name)"
        )
      }
      try whole.withUnsafeBufferPointer { whole throws(Violation) in
        guard !whole.isEmpty else { return }
        let found = validate([whole]).diagnostics.first { diagnostic in
          wellFormedness.contains(where: diagnostic.rule.hasPrefix)
        }
        try expect(found == nil, "\(format.name) is written with \(found, default: "")")
      }
    }
  }

  /// The feed in another format; nothing if it is none.
  private static func convert(
    _ chunks: [UnsafeBufferPointer<UInt8>],
    to format: FeedFormat
  ) throws(Violation) -> [UInt8] {
    let converter = FeedConverter(FeedConverter.Options(to: format))
    var written: [UInt8] = []
    do {
      for chunk in chunks { try converter.consume(chunk) }
      let result = try converter.finish()
      guard result.original.isFeed else { return [] }
      if let refusal = result.refusals.first { throw Violation("\(format.name): \(refusal)") }
      try result.read { written += $0 }
    } catch let violation as Violation {
      throw violation
    } catch {
      throw Violation("\(format.name): \(error)")
    }
    return written
  }
}
