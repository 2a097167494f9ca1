extension FeedFormat {
  /// The writer of the format.
  public var writer: any FeedWriter.Type {
    switch self {
    case .rss: RSSWriter.self
    case .atom: AtomWriter.self
    case .json: JSONFeedWriter.self
    }
  }
}
