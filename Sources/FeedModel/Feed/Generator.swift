/// The program that made a document (RFC 4287 section 4.2.4).
public struct Generator: Sendable, Equatable {
  /// The program's name, as people know it.
  public var name: String
  /// Where to read about the program.
  public var url: String?
  /// The program's version.
  public var version: String?

  /// A generator with its name, and its address and version where known.
  public init(name: String, url: String? = nil, version: String? = nil) {
    self.name = name
    self.url = url
    self.version = version
  }
}
