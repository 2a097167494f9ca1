import FeedModel
import FeedPublishing
import FeedSources

/// What `--since` says: a build's number, or a moment.
enum HistoryReference {
  /// The build that is meant, of a list with the last one first.
  ///
  /// - Throws: `SourceProblem` for what is neither, and for what the history does not reach back to.
  static func build(
    _ text: String,
    among builds: [BuildHistory.Build]
  ) throws(SourceProblem) -> BuildHistory.Build {
    let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
    if let number = Int64(digits), text.utf8.count < 10 || text.hasPrefix("#") {
      if let build = builds.first(where: { $0.id == number }) { return build }
      throw SourceProblem(
        path: "--since",
        message: "there is no build \(number)",
        help: "`tidings history` lists them"
      )
    }
    let moment: Timestamp
    do {
      moment = try FrontMatterDateParser().parse(text).timestamp
    } catch {
      throw SourceProblem(
        path: "--since",
        message: "“\(text)” is neither a build's number nor a date",
        help: "write 12, 2026-05-31 or 2026-05-31T08:00:00Z"
      )
    }
    if let build = builds.first(where: { $0.made <= moment }) { return build }
    throw SourceProblem(
      path: "--since",
      message: "the history does not reach back to \(text)",
      help: builds.last.map { "its first build is of \(RFC3339.string($0.made))" }
    )
  }
}
