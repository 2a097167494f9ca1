import FeedModel

/// Finds the date in the path of a post, as Jekyll, Zola, Docusaurus and Eleventy do.
///
///     2019-06-13-title.md            2019-06-13_title.md
///     2019-06-13-title/index.md      2019/06/13/title.md      2019/06-13-title.md
public enum FileNameDate {
  /// A date in a path.
  public struct Match: Sendable, Hashable {
    /// The day; it exists.
    public var day: CivilDate
    /// What follows the date, without the extension and a final `index`: the slug, if there is no
    /// other. Indices into the path that was given; empty for `2019-06-13.md`.
    public var title: Range<String.Index>
  }

  /// The date that is nearest to the end of the path and begins a part of it; `nil` when there is
  /// none, or no such day. Parts are separated by `/`.
  public static func parse(_ path: String) -> Match? {
    withDateBytes(path) { bytes in find(bytes) }.map { found in
      let start = path.utf8.index(path.startIndex, offsetBy: found.title.lowerBound)
      let end = path.utf8.index(path.startIndex, offsetBy: found.title.upperBound)
      return Match(day: found.day, title: start..<end)
    }
  }

  /// The same for a part of a string.
  public static func parse(_ path: Substring) -> Match? {
    withDateBytes(path) { bytes in find(bytes) }.map { found in
      let start = path.utf8.index(path.startIndex, offsetBy: found.title.lowerBound)
      let end = path.utf8.index(path.startIndex, offsetBy: found.title.upperBound)
      return Match(day: found.day, title: start..<end)
    }
  }

  private static let slash = UInt8(ascii: "/")

  private static func find(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (day: CivilDate, title: Range<Int>)? {
    let end = stemEnd(bytes)
    // From the last part to the first.
    var start = end
    while start > 0 {
      start -= 1
      while start > 0, bytes[start - 1] != slash { start -= 1 }
      if let (day, rest) = date(in: bytes, from: start, to: end) { return (day, rest..<end) }
      start -= 1
    }
    return nil
  }

  /// Where the path ends without its extension, and without `index` if it is in a folder.
  private static func stemEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = bytes.count
    let nameStart = (bytes.lastIndex(of: slash) ?? -1) + 1
    if let dot = bytes[nameStart...].lastIndex(of: UInt8(ascii: ".")), dot > nameStart,
      // Not the digit of `2019-06-13-version-1.2`.
      dot + 1 < end, bytes[(dot + 1)...].allSatisfy({ ($0 | 0x20) &- 0x61 < 26 })
    {
      end = dot
    }
    let name = bytes[nameStart..<end]
    let isIndex = ["index", "_index"].contains { name.elementsEqual($0.utf8) }
    return isIndex && nameStart > 0 ? nameStart - 1 : end
  }

  /// `YYYY-M-D`, with `-` or `/` between, at `start`, then a separator or the end. Returns the day
  /// and where the rest begins.
  private static func date(
    in bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to end: Int
  ) -> (day: CivilDate, rest: Int)? {
    guard end - start >= 8 else { return nil }
    var scanner = DateScanner(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    let (year, yearDigits) = scanner.digitRun()
    guard yearDigits == 4, skipSeparator(&scanner) else { return nil }
    let (month, monthDigits) = scanner.digitRun()
    guard monthDigits == 1 || monthDigits == 2, skipSeparator(&scanner) else { return nil }
    let (dayOfMonth, dayDigits) = scanner.digitRun()
    guard dayDigits == 1 || dayDigits == 2,
      let day = CivilDate(year: year, month: month, day: dayOfMonth)
    else { return nil }
    if !scanner.isAtEnd {
      guard skipSeparator(&scanner) || scanner.skip(UInt8(ascii: "_")) || scanner.skip(0x20)
      else { return nil }
    }
    return (day, start + scanner.position)
  }

  private static func skipSeparator(_ scanner: inout DateScanner) -> Bool {
    scanner.skip(UInt8(ascii: "-")) || scanner.skip(slash)
  }
}
