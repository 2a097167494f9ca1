/// A service that pushes a feed's changes to subscribers.
public struct Hub: Sendable, Equatable {
  /// The protocol, `WebSub` or `rssCloud` (JSON Feed 1.1, `hubs`).
  public var type: String
  /// The hub's absolute URL.
  public var url: String

  /// A hub, by default one that speaks WebSub.
  public init(url: String, type: String = "WebSub") {
    self.type = type
    self.url = url
  }
}
