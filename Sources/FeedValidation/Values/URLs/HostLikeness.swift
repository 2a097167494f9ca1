/// Whether the beginning of a reference looks like a host whose scheme was left out, and not like a
/// file: `www.example.org/1`, but `1.json` is one.
enum HostLikeness {
  /// - Parameter reference: a reference without a scheme that does not begin with a slash.
  static func isHost(_ reference: UnsafeBufferPointer<UInt8>) -> Bool {
    var end = reference.firstIndex { $0 == 0x2F || $0 == 0x3F || $0 == 0x23 } ?? reference.count
    let hasPath = end < reference.count
    // `example.org:8080`.
    if let colon = reference[..<end].lastIndex(of: 0x3A) { end = colon }
    let host = reference[..<end]
    guard host.allSatisfy({ ASCII.isAlphanumeric($0) || $0 == 0x2D || $0 == 0x2E }),
      let dot = host.lastIndex(of: 0x2E), dot > 0, dot + 1 < end
    else { return false }
    let isNamedWWW = ASCII.hasPrefix("www.", in: reference, at: 0)
    return isNamedWWW || isDomain(reference, dot + 1..<end, hasPath: hasPath)
  }

  private static func isDomain(
    _ reference: UnsafeBufferPointer<UInt8>,
    _ ending: Range<Int>,
    hasPath: Bool
  ) -> Bool {
    if fileEndings.contains(ending, in: reference) { return hasPath && ending.count == 2 }
    return domains.contains(ending, in: reference)
      || CountryCodes.all.contains(reference[ending])
  }

  /// Domains that are the endings of files as well.
  private static let fileEndings = WordTable(
    ignoringCase: true,
    [(0, "ai app bz cc gz md mov pl ps py rs sh so ts zip")]
  )

  /// The common ones of those that are not of countries.
  private static let domains = WordTable(
    ignoringCase: true,
    [
      (
        0,
        """
        academy agency art audio biz blog business cafe cat center church city cloud club codes com \
        community company digital design dev earth edu education eu email events example expert film fm \
        fun games global gov group guide guru health host house info ink institute int jobs land \
        legal life link live ltd media mil mobi money museum name net network news ninja observer \
        one online org page party photo photography photos pics plus press pro pub radio red review \
        reviews rocks school science services shop show site social software solutions space store \
        studio support systems team tech technology tips today tools top travel uk university uno video \
        vip vision watch web website wiki work works world wtf xyz zone
        """
      )
    ]
  )
}
