/// How a document came from its server: what of HTTP matters to those who subscribe to it.
public struct Delivery: Sendable, Equatable {
  /// The media type that the server named, without parameters; `nil` if it named none.
  public var mediaType: String?
  /// Whether the body was compressed on its way (`Content-Encoding`).
  public var isCompressed: Bool
  /// Whether there is an `ETag` or a `Last-Modified`, by which readers ask for changes only.
  public var hasVersion: Bool
  /// The redirects that were followed, the first first.
  public var redirects: [Redirect]

  /// A redirect that was followed.
  public struct Redirect: Sendable, Equatable {
    /// The address that redirected.
    public var source: String
    /// Where to, absolute.
    public var target: String
    /// Whether the source should not be asked again (301, 308).
    public var isPermanent: Bool

    /// See the properties.
    public init(source: String, target: String, isPermanent: Bool) {
      self.source = source
      self.target = target
      self.isPermanent = isPermanent
    }
  }

  /// See the properties.
  public init(
    mediaType: String?,
    isCompressed: Bool,
    hasVersion: Bool,
    redirects: [Redirect] = []
  ) {
    self.mediaType = mediaType
    self.isCompressed = isCompressed
    self.hasVersion = hasVersion
    self.redirects = redirects
  }

  /// Where the feed has moved for good: the end of the permanent redirects before any temporary one.
  var permanentAddress: String? { redirects.prefix(while: \.isPermanent).last?.target }

  /// The first address that redirects for the time being: the one that readers are to keep.
  var keptAddress: String? { redirects.first { !$0.isPermanent }?.source }

  /// Whether an address is one that the feed has left for good.
  func hasLeft(_ address: String) -> Bool {
    redirects.prefix(while: \.isPermanent).contains { $0.source == address }
  }
}

extension ValidationSettings {
  /// Whether an absolute address leads to the document; `nil` if that cannot be said. The address
  /// that redirects to it for the time being is its own as well.
  func leads(to address: String) -> Bool? {
    if let kept = delivery?.keptAddress, kept == address { return true }
    return location.leads(to: address)
  }

  /// What to say of an address that the feed has of itself, but that leads elsewhere.
  func place(insteadOf address: String) -> String {
    if let delivery, delivery.hasLeft(address), let target = delivery.permanentAddress {
      return "which has moved to \(target)"
    }
    return "but this is \(location.name)"
  }
}
