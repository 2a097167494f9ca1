/// The rssCloud service of a channel (RSS 2.0, `cloud`). All five values are required there.
public struct Cloud: Sendable, Equatable {
  /// The service's host name.
  public var domain: String
  /// The service's port.
  public var port: Int
  /// The path of its endpoint.
  public var path: String
  /// The procedure to call, empty for `http-post`.
  public var registerProcedure: String
  /// `http-post`, `xml-rpc` or `soap`.
  public var protocolName: String

  /// A cloud with its five required values.
  public init(
    domain: String,
    port: Int,
    path: String,
    registerProcedure: String,
    protocolName: String
  ) {
    self.domain = domain
    self.port = port
    self.path = path
    self.registerProcedure = registerProcedure
    self.protocolName = protocolName
  }
}
