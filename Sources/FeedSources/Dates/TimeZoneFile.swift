import FeedModel

/// The offsets of a zone over time: what a TZif file says (RFC 9636), as one sorted table.
///
/// The rule in the file's footer, which holds after its last transition, is unrolled for 400 years.
/// The Gregorian calendar repeats after 400 years to the day and the weekday, so a later instant has
/// the offset of the same instant some 400 years earlier, and every look-up is one binary search.
struct TimeZoneFile: Sendable, Hashable {
  /// Instants from which an offset holds, ascending. The first is the beginning of time.
  private(set) var starts: [Int64]
  /// Seconds east of UTC from the start with the same index.
  private(set) var offsets: [Int32]
  /// From here on, the table repeats; `Int64.max` when it does not.
  private(set) var repeatsFrom: Int64

  /// Why bytes are not a TZif file that can be used.
  enum Fault: String, Error, Sendable, Hashable {
    case notTZif = "it is not a time zone file"
    case truncated = "it is cut short"
    case badTable = "its table contradicts itself"
    case badFooter = "the rule in its footer cannot be read"
    case countsLeapSeconds = "it counts leap seconds, which dates in feeds do not"
  }

  /// 400 Gregorian years: 146,097 days.
  private static let cycle: Int64 = 146_097 * 86_400

  init(fixedOffset: Int32) {
    starts = [.min]
    offsets = [fixedOffset]
    repeatsFrom = .max
  }

  init(_ bytes: [UInt8]) throws(Fault) {
    var reader = TZifReader(bytes)
    // Version 1 has 32-bit times; later versions repeat the data with 64 bits behind it.
    var header = try reader.header()
    var wordSize = 4
    if header.version >= UInt8(ascii: "2") {
      try reader.skip(header.dataSize(wordSize: wordSize))
      header = try reader.header()
      wordSize = 8
    }
    guard header.leapCount == 0 else { throw .countsLeapSeconds }
    (starts, offsets) = try reader.table(header, wordSize: wordSize)
    repeatsFrom = .max
    guard wordSize == 8 else { return }
    let footer = try reader.footer()
    guard !footer.isEmpty else { return }
    guard let rule = TimeZoneRule(footer) else { throw .badFooter }
    unroll(rule)
  }

  private mutating func unroll(_ rule: TimeZoneRule) {
    guard let last = starts.last else { return }
    // With an empty table the rule holds for all time; feeds have no dates before 1900.
    let from = max(last, -2_208_988_800)
    guard let firstYear = CivilDateTime(secondsSince1970InUTC: from)?.date.year, firstYear < 9_500
    else { return }
    guard rule.daylight != nil else {
      append(start: from, offset: rule.standardOffset)
      return
    }
    for year in firstYear...firstYear + 402 {
      for transition in rule.transitions(in: year) where transition.start > from {
        append(start: transition.start, offset: transition.offset)
      }
    }
    // Not the first 400 years are repeated: the table covers the first year in part.
    if let beginning = CivilDate(year: firstYear + 402, month: 1, day: 1) {
      repeatsFrom = beginning.daysSince1970 &* 86_400
    }
  }

  /// Adds a transition after all others; one that changes nothing is left out. A change at the
  /// same instant as the last replaces it: daylight saving all year ends when it begins again.
  private mutating func append(start: Int64, offset: Int32) {
    guard let last = starts.last, start >= last else { return }
    if start == last {
      offsets[offsets.count - 1] = offset
    } else if offsets.last != offset {
      starts.append(start)
      offsets.append(offset)
    }
  }

  /// The index of the offset that holds at an instant before `repeatsFrom`.
  private func index(at instant: Int64) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= instant { low = middle } else { high = middle }
    }
    return low
  }

  /// How many seconds earlier, a multiple of 400 years, the table knows of this time.
  private func shift(_ seconds: Int64) -> Int64 {
    guard seconds >= repeatsFrom else { return 0 }
    let (beyond, overflow) = seconds.subtractingReportingOverflow(repeatsFrom)
    guard !overflow else { return 0 }
    return (beyond / Self.cycle + 1) &* Self.cycle
  }

  /// Seconds east of UTC at an instant.
  func offset(at instant: Int64) -> Int32 {
    offsets[index(at: instant &- shift(instant))]
  }

  /// What a local time is in this zone; see `SiteTimeZone.resolve`.
  func resolve(local: Int64) -> (kind: SiteTimeZone.LocalTime.Kind, before: Int32, after: Int32) {
    // No offset reaches 26 hours (RFC 9636, section 3.2), so only offsets that hold within 26 hours
    // of the time, read as UTC, can give it. They are tried in the order of time.
    let margin: Int64 = 26 * 3_600
    let local = local &- shift(local)
    var candidate = index(at: local &- margin)
    while true {
      let offset = offsets[candidate]
      let instant = local &- Int64(offset)
      let next = candidate + 1
      guard next < starts.count, starts[next] <= local &+ margin else {
        return (.unique, offset, offset)
      }
      let end = starts[next]
      if instant < end {
        // The first offset that gives this time. The next gives it again if it sets clocks back.
        let again = local &- Int64(offsets[next]) >= end
        return (again ? .repeated : .unique, offset, again ? offsets[next] : offset)
      }
      if local &- Int64(offsets[next]) < end {
        return (.skipped, offset, offsets[next])
      }
      candidate = next
    }
  }
}

/// Bounded, big-endian reads of a TZif file.
private struct TZifReader {
  private let bytes: [UInt8]
  private var position = 0

  struct Header {
    var version: UInt8
    var utIndicatorCount: Int
    var standardIndicatorCount: Int
    var leapCount: Int
    var timeCount: Int
    var typeCount: Int
    var characterCount: Int

    /// Bytes that follow the header (RFC 9636, section 3.2). Counts are 32-bit and the file is
    /// small, so the sum does not overflow.
    func dataSize(wordSize: Int) -> Int {
      timeCount * (wordSize + 1) + typeCount * 6 + characterCount
        + leapCount * (wordSize + 4) + standardIndicatorCount + utIndicatorCount
    }
  }

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func skip(_ count: Int) throws(TimeZoneFile.Fault) {
    guard count >= 0, count <= bytes.count - position else { throw .truncated }
    position += count
  }

  private mutating func integer(_ size: Int) throws(TimeZoneFile.Fault) -> Int64 {
    let start = position
    try skip(size)
    var value: UInt64 = 0
    for byte in bytes[start..<position] { value = value << 8 | UInt64(byte) }
    return size == 4
      ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }

  mutating func header() throws(TimeZoneFile.Fault) -> Header {
    guard bytes.count - position >= 44, bytes[position..<position + 4].elementsEqual("TZif".utf8)
    else { throw .notTZif }
    let version = bytes[position + 4]
    try skip(20)
    var counts = [Int](repeating: 0, count: 6)
    for index in 0..<6 {
      let count = try integer(4)
      guard count >= 0, count <= bytes.count else { throw .truncated }
      counts[index] = Int(count)
    }
    return Header(
      version: version,
      utIndicatorCount: counts[0],
      standardIndicatorCount: counts[1],
      leapCount: counts[2],
      timeCount: counts[3],
      typeCount: counts[4],
      characterCount: counts[5]
    )
  }

  /// Reads the data block behind a header.
  mutating func table(
    _ header: Header,
    wordSize: Int
  ) throws(TimeZoneFile.Fault) -> (starts: [Int64], offsets: [Int32]) {
    guard header.dataSize(wordSize: wordSize) <= bytes.count - position else { throw .truncated }
    guard header.typeCount > 0 else { throw .badTable }
    var times: [Int64] = []
    times.reserveCapacity(header.timeCount)
    for _ in 0..<header.timeCount {
      let time = try integer(wordSize)
      if let last = times.last, last >= time { throw .badTable }
      times.append(time)
    }
    let indexStart = position
    try skip(header.timeCount)
    var types: [Int32] = []
    for _ in 0..<header.typeCount {
      let offset = try integer(4)
      guard offset > -90_000, offset < 93_600 else { throw .badTable }
      types.append(Int32(truncatingIfNeeded: offset))
      try skip(2)
    }
    try skip(
      header.characterCount + header.leapCount * (wordSize + 4) + header.standardIndicatorCount
        + header.utIndicatorCount
    )

    // Type 0 holds before the first transition (RFC 9636, section 3.2).
    var starts: [Int64] = [.min]
    var offsets: [Int32] = [types[0]]
    for (time, type) in zip(times, bytes[indexStart..<indexStart + header.timeCount]) {
      guard Int(type) < types.count else { throw .badTable }
      let offset = types[Int(type)]
      // "Big bang" entries of older compilers stand before every date; they only end type 0.
      if time < -1 << 40 {
        offsets[0] = offset
      } else if offsets.last != offset {
        starts.append(time)
        offsets.append(offset)
      }
    }
    return (starts, offsets)
  }

  /// The text between the two line feeds at the end.
  mutating func footer() throws(TimeZoneFile.Fault) -> ArraySlice<UInt8> {
    guard position < bytes.count, bytes[position] == 0x0A else { throw .truncated }
    let text = bytes[(position + 1)...]
    guard let end = text.firstIndex(of: 0x0A) else { throw .truncated }
    return text[..<end]
  }
}
