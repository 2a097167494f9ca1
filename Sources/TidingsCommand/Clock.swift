import FeedModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The one place that asks what time it is; everything else is told.
enum Clock {
  /// The present moment.
  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(
      secondsSince1970: Int64(time.tv_sec),
      nanoseconds: Int32(time.tv_nsec),
      offsetSeconds: 0
    )
  }
}
