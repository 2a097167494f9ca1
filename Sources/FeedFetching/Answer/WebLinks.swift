import FeedModel

/// The links of the fields `Link` (RFC 8288) that matter to subscribers (WebSub section 4).
public struct WebLinks: Sendable, Equatable {
  /// The feed's address for its hubs, absolute; nil when none is named. The first counts.
  public var selfLink: String?
  /// The addresses of the hubs, absolute, each once.
  public var hubs: [String] = []

  /// A head can name thousands.
  private static let maxHubs = 100

  /// Reads the values of the fields.
  ///
  /// - Parameter base: What relative addresses are resolved against.
  init(_ values: [String], base: String) {
    let base = BaseURL(base)
    for value in values {
      var scanner = ParameterScanner(value)
      while !scanner.isAtEnd { take(&scanner, base) }
    }
  }

  private mutating func take(_ scanner: inout ParameterScanner, _ base: BaseURL?) {
    let comma = UInt8(ascii: ",")
    scanner.skipSpaces()
    if scanner.skip(comma) { return }
    guard scanner.skip(UInt8(ascii: "<")) else {
      _ = scanner.text(upTo: [comma])
      return
    }
    let reference = scanner.text(upTo: [UInt8(ascii: ">")])
    _ = scanner.skip(UInt8(ascii: ">"))
    _ = scanner.text(upTo: [UInt8(ascii: ";"), comma])
    var relations: [Substring] = []
    var isAboutThis = true
    while let (name, value) = scanner.parameter(ends: [comma]) {
      // The first rel counts (section 3.3); an anchor makes it a link of something else.
      if name == "rel", relations.isEmpty { relations = value.lowercased().split(separator: " ") }
      if name == "anchor" { isAboutThis = false }
    }
    guard isAboutThis, !reference.isEmpty, !relations.isEmpty else { return }
    let address = base?.resolve(reference) ?? reference
    if relations.contains("self"), selfLink == nil { selfLink = address }
    if relations.contains("hub"), hubs.count < Self.maxHubs, !hubs.contains(address) {
      hubs.append(address)
    }
  }
}
