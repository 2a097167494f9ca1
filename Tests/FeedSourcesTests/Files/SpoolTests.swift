import FeedSources
import Testing

@Suite("Spools") struct SpoolTests {
  @Test("what was written is read, in memory, in the file and across", arguments: [10, 3 << 20])
  func ranges(size: Int) throws {
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let spool = Spool()
    var rest = bytes[...]
    while !rest.isEmpty {
      try rest.prefix(100_003).withUnsafeBufferPointer { try spool.write($0) }
      rest = rest.dropFirst(100_003)
    }
    #expect(spool.size == size)
    for range in [0..<size, 0..<0, size..<size, 3..<7, size / 2..<size, 1..<(size - 1)] {
      var read: [UInt8] = []
      try spool.read(range) { read += $0 }
      #expect(read == Array(bytes[range]))
    }
  }
}
