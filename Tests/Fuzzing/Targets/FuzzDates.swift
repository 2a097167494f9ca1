import FeedModel
import FeedSources

extension FuzzTarget {
  /// Dates of feeds and of front matter.
  static let dates = FuzzTarget(
    "dates",
    longestInput: 200,
    frames: [Frame("2019-06-13T", ""), Frame("Thu, 13 Jun 2019 ", " 00:00:00 GMT")]
  ) { bytes throws(Violation) in
    if let (date, _) = LenientDate.parse(bytes) { try checkWriting(date) }
    try checkRFC3339(bytes)
    try checkRFC822(bytes)
    try checkW3CDTF(bytes)
    try checkFrontMatter(bytes)
  }

  /// What is written is read again, by its own reader and by the lenient one.
  private static func checkWriting(_ date: Timestamp) throws(Violation) {
    let long = RFC3339.string(date)
    let again = try? RFC3339.parse(long, requiresUppercase: true)
    try expectSame(again, date, "\(long) read again")
    try expectSame(again?.offsetSeconds, date.offsetSeconds, "the offset of \(long)")
    try expectSame(LenientDate.parse(long)?.timestamp, date, "\(long) read leniently")
    let mail = RFC822.string(date)
    let whole = Timestamp(
      secondsSince1970: date.secondsSince1970,
      offsetSeconds: date.offsetSeconds
    )
    let found = try? RFC822.parse(mail, allowing: .current)
    try expectSame(found?.timestamp, whole, "\(mail) read again")
    try expectSame(LenientDate.parse(mail)?.timestamp, whole, "\(mail) read leniently")
  }

  private static func checkRFC3339(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    let result = Result { () throws(DateFailure) in try RFC3339.parse(bytes) }
    guard let date = try date(result, in: bytes) else { return }
    try checkWriting(date)
    try checkLenient(bytes, date, "RFC 3339")
  }

  private static func checkRFC822(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    for forms in [RFC822.Forms.current, .rss, .obsolete] {
      let result = Result { () throws(DateFailure) in try RFC822.parse(bytes, allowing: forms) }
      guard let (date, met) = try date(result, in: bytes) else { continue }
      try checkWriting(date)
      try expect(met.isSubset(of: forms), "forms were met that are not allowed")
      try checkLenient(bytes, date, "RFC 822")
    }
  }

  private static func checkW3CDTF(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    let result = Result { () throws(DateFailure) in try W3CDTF.parse(bytes) }
    guard let reading = try date(result, in: bytes) else { return }
    try checkWriting(reading.start)
    try checkLenient(bytes, reading.start, "W3CDTF")
  }

  /// Who reads leniently reads what is right as it is meant.
  private static func checkLenient(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ date: Timestamp,
    _ format: String
  ) throws(Violation) {
    let lenient = LenientDate.parse(bytes)?.timestamp
    try expectSame(lenient, date, "\(format) read leniently")
  }

  /// The date; nil for a failure, which has to name a place in the text.
  private static func date<Value>(
    _ result: Result<Value, DateFailure>,
    in bytes: UnsafeBufferPointer<UInt8>
  ) throws(Violation) -> Value? {
    switch result {
    case .success(let value): return value
    case .failure(let failure):
      try expect(
        failure.range.lowerBound >= 0 && failure.range.upperBound <= bytes.count,
        "\(failure.range) is outside of the text: \(failure.reason)"
      )
      try expect(!failure.reason.description.isEmpty, "a failure has no words")
      return nil
    }
  }

  private static func checkFrontMatter(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    let parser = FrontMatterDateParser(zoneDirectories: [])
    let result = Result { () throws(FrontMatterDateError) in try parser.parse(bytes) }
    switch result {
    case .success(let date): try checkWriting(date.timestamp)
    case .failure(let error): try expect(!"\(error)".isEmpty, "a failure has no words")
    }
  }
}
