import FeedModel
import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one place of the server that asks what time it is.
enum ServeClock {
  /// The present moment.
  @Sendable static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(
      secondsSince1970: Int64(time.tv_sec),
      nanoseconds: Int32(time.tv_nsec),
      offsetSeconds: 0
    )
  }

  /// The moment that `--as-of` names.
  static func moment(_ text: String, in zone: SiteTimeZone) throws(SourceProblem) -> Timestamp {
    do {
      return try FrontMatterDateParser(siteZone: zone).parse(text).timestamp
    } catch {
      throw SourceProblem(
        path: "--as-of",
        message: "\"\(text)\" is not a date: \(error.reason)",
        help: error.help
      )
    }
  }
}
