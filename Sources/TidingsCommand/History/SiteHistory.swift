import FeedDiff
import FeedPublishing
import FeedSources

/// The history of the site that a configuration describes.
struct SiteHistory {
  let path: String
  private let history: BuildHistory

  /// Opens the history.
  ///
  /// - Throws: `SourceProblem` if the site keeps none, or has none yet.
  init(config: String?) throws(SourceProblem) {
    let named: String?
    if let config { named = config } else { named = try ConfigurationReader.find() }
    guard let named else {
      throw SourceProblem(
        path: ConfigurationReader.fileName,
        message: "there is no configuration here, so there is no history of builds",
        help: "go to the site's folder, name it with --config, or name two versions of a feed"
      )
    }
    let configuration = try ConfigurationReader.read(named)
    let builder = SiteBuilder(configuration, options: SiteBuilder.Options(now: Clock.now()))
    guard let place = builder.historyPlace else {
      throw SourceProblem(
        path: named,
        message: "this site keeps no history",
        help: "take `history: false` out of it"
      )
    }
    path = place.path
    guard FileSystem.kind(of: path) == .file else {
      throw SourceProblem(
        path: path,
        message: "there is no history yet",
        help: "`tidings build` begins one"
      )
    }
    do throws(DatabaseError) {
      history = try BuildHistory(reading: path)
    } catch {
      throw Self.problem(error)
    }
  }

  /// The builds, the last one first.
  func builds(limit: Int = .max) throws(SourceProblem) -> [BuildHistory.Build] {
    do throws(DatabaseError) { return try history.builds(limit: limit) } catch {
      throw Self.problem(error)
    }
  }

  /// The feeds after a build, by path; none before the first.
  func feeds(after build: Int64?) throws(SourceProblem) -> [String: FeedSnapshot] {
    guard let build else { return [:] }
    do throws(DatabaseError) { return try history.feeds(after: build) } catch {
      throw Self.problem(error)
    }
  }

  private static func problem(_ error: DatabaseError) -> SourceProblem {
    SourceProblem(
      path: error.path,
      message: error.message,
      help: error.isDamaged ? "without the file the next build begins a new one" : nil
    )
  }
}
