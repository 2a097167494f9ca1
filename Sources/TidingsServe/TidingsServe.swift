import ArgumentParser
import FeedModel
import FeedPreview
import FeedPublishing
import FeedSources
import ServeArguments

/// `tidings serve`, as a program of its own.
struct TidingsServe: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tidings-serve",
    abstract: ServeArguments.abstract,
    discussion: ServeArguments.discussion,
    version: Tidings.version
  )

  @OptionGroup var arguments: ServeArguments

  /// The numbers of sysexits.h.
  private enum Exit {
    static let usage: Int32 = 64
    static let unavailable: Int32 = 69
    static let input: Int32 = 74
    static let configuration: Int32 = 78
  }

  func run() async throws {
    guard let address = LoopbackAddress(arguments.host) else {
      Messages.error(
        "--host: \(arguments.host) is not an address of this machine alone",
        help: "previews are served to this machine only: 127.0.0.1, localhost or ::1"
      )
      throw ExitCode(Exit.usage)
    }
    let (path, clock) = try site()
    let folder: ServeFolder
    do {
      folder = try ServeFolder()
    } catch {
      Messages.error("cannot \(error.action): \(error.reason)", at: error.path)
      throw ExitCode(Exit.input)
    }
    let rehearser = Rehearser(
      configurationPath: path,
      output: arguments.output,
      folder: folder.path
    )
    let preview = SitePreview(rehearser, clock: clock)
    let server = PreviewServer(
      PreviewSite(preview),
      address: address,
      port: arguments.port,
      isVerbose: arguments.verbose
    )
    EndingSignals.onEnd { folder.remove() }
    do {
      try await server.run { port in
        Messages.result("http://\(address.host):\(port)/")
        // The first page is ready sooner.
        Task.detached { await preview.prepare() }
      }
    } catch {
      folder.remove()
      Messages.error(
        "cannot listen on \(address.host):\(arguments.port): \(error.reason)",
        help: error.isTaken ? "something else listens there; --port 0 takes any that is free" : nil
      )
      throw ExitCode(Exit.unavailable)
    }
  }

  /// The configuration, and the clock that the site is seen by.
  private func site() throws -> (path: String, clock: @Sendable () -> Timestamp) {
    do throws(SourceProblem) {
      let path = try configurationPath()
      // What is wrong within it is shown in the preview, until it is mended.
      if FileSystem.kind(of: path) != .file { _ = try ConfigurationReader.read(path) }
      guard let date = arguments.asOf else { return (path, ServeClock.now) }
      let moment = try ServeClock.moment(date, in: try ConfigurationReader.read(path).timeZone)
      return (path, { moment })
    } catch {
      Messages.show(error)
      throw ExitCode(Exit.configuration)
    }
  }

  private func configurationPath() throws(SourceProblem) -> String {
    if let path = arguments.config { return path }
    return try ConfigurationReader.find() ?? ConfigurationReader.fileName
  }
}
