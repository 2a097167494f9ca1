import Testing

@testable import FeedPreview

@Suite("Range")
struct ByteRangeTests {
  @Test("a part is what is there of it")
  func parts() {
    #expect(ByteRange("bytes=0-0", size: 10) == .part(0..<1))
    #expect(ByteRange("bytes=2-5", size: 10) == .part(2..<6))
    #expect(ByteRange("Bytes=2-", size: 10) == .part(2..<10))
    #expect(ByteRange("bytes=-3", size: 10) == .part(7..<10))
    #expect(ByteRange("bytes=-30", size: 10) == .part(0..<10))
    #expect(ByteRange("bytes=9-99999999999999999999999", size: 10) == .part(9..<10))
  }

  @Test("what makes no sense is passed over")
  func whole() {
    let fields = [
      nil, "", "bytes=", "bytes=-", "bytes=a-b", "bytes=5-2", "bytes=0-1,3-4", "lines=1-2",
      "bytes=1",
      "bytes=--1", "bytes=+1-2",
    ]
    for field in fields { #expect(ByteRange(field, size: 10) == .whole, "\(field ?? "")") }
  }

  @Test("what is behind the end is not there")
  func unsatisfiable() {
    #expect(ByteRange("bytes=10-", size: 10) == .unsatisfiable)
    #expect(ByteRange("bytes=99999999999999999999999-", size: 10) == .unsatisfiable)
    #expect(ByteRange("bytes=-0", size: 10) == .unsatisfiable)
    #expect(ByteRange("bytes=-1", size: 0) == .unsatisfiable)
  }
}
