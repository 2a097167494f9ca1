import ArgumentParser

/// What `tidings serve` is told: the same for `tidings`, which checks it and shows the help, and for
/// `tidings-serve`, which it starts.
public struct ServeArguments: ParsableArguments {
  /// The path of the configuration; nil for the one that is found.
  @Option(name: .shortAndLong, help: "The configuration; tidings.yml unless told otherwise.")
  public var config: String?

  /// The folder that is published to; nil for the configuration's.
  @Option(
    name: .shortAndLong,
    help: "The folder that is published to, instead of the configuration's."
  )
  public var output: String?

  /// The port; 0 for any that is free.
  @Option(
    help: ArgumentHelp("The port; 0 takes any that is free.", valueName: "n")
  )
  public var port: UInt16 = 8000

  /// The address to listen on.
  @Option(
    help: ArgumentHelp(
      "The address of this machine: 127.0.0.1 and its like, localhost, or ::1.",
      valueName: "address"
    )
  )
  public var host = "127.0.0.1"

  /// The moment that the site is seen at, as its user wrote it; nil for now.
  @Option(help: ArgumentHelp("The site as at this moment.", valueName: "date"))
  public var asOf: String?

  /// Whether each request is told.
  @Flag(name: .shortAndLong, help: "Say what is asked for, and how it is answered.")
  public var verbose = false

  /// Arguments that nothing was said of.
  public init() {}

  /// What the command does, in a line.
  public static let abstract = "Shows the feeds as they would be published, and a preview of them."
  /// What else there is to know.
  public static let discussion = """
    Serves on this machine only: each feed at its path, with its type, ETag and compression, the \
    other files of the output folder, and at /_tidings/ pages that show entries as a reader does, \
    what is wrong with them, and what subscribers will see of it. The first line that is printed is \
    the address.

    It is a rehearsal: nothing in the site's folder is touched, no server is asked, and whatever \
    changes shows on the next request. Control-C ends it.

    Exit status: 0 ended, 64 arguments that make no sense, 69 the port is taken, or tidings-serve is \
    not there, 74 a file could not be read or written, 78 there is no configuration.
    """
}
