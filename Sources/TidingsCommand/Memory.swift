#if canImport(Glibc)
  import CMalloc
#endif

/// How the command takes memory from the system.
enum Memory {
  /// Asks for memory in large steps; to be called before threads start.
  ///
  /// glibc's heaps of threads otherwise grow by a call of `mprotect` a page, and what a run of posts
  /// has freed goes back to the system before the next one asks for it: 4 % of the time for a feed of
  /// the newest 20 of 10,000 posts, and of a site with one post. It is address space that is taken
  /// here; memory is used as before, once it is written to.
  static func takeInLargeSteps() {
    #if canImport(Glibc)
      // The size of a thread's heap in glibc, so that it is asked for in one step.
      _ = mallopt(M_TOP_PAD, 64 << 20)
      _ = mallopt(M_TRIM_THRESHOLD, 256 << 20)
      // Setting these two ends glibc's own adaptation of the third.
      _ = mallopt(M_MMAP_THRESHOLD, 4 << 20)
    #endif
  }
}
