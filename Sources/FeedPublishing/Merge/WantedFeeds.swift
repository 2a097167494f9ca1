import FeedFormats
import FeedSources

/// Which feeds a site takes posts from: those that its configuration names, and those of the lists that
/// it names, each once.
struct WantedFeeds {
  /// A feed that posts are taken from.
  struct Feed {
    var place: FeedSource.Place
    var source: FeedSource
    /// Whether the address may be of this machine's own network.
    var allowsPrivateAddresses: Bool
  }

  /// The feeds, in the order of the configuration.
  private(set) var feeds: [Feed] = []

  private var places: Set<FeedSource.Place> = []

  /// More feeds than this are no list that a person keeps.
  private static let mostSubscriptions = 2_000

  /// Brings the lists of a configuration up to date, and reads them.
  ///
  /// - Throws: `SourceProblem` for a file that is missing or no list.
  init(
    _ configuration: SiteConfiguration,
    _ refresher: SourceRefresher,
    _ report: inout SourceReport
  ) async throws(SourceProblem) {
    let lists = await refresher.refresh(Self.lists(configuration), warnings: &report.warnings)
    report.sources += lists.map(\.report)
    let byAddress = Dictionary(lists.map { ($0.request.address, $0) }) { first, _ in first }
    for source in configuration.feedSources {
      for place in source.feeds { want(place, source, isTrusted: true) }
      for place in source.lists {
        switch place {
        case .file(let path):
          let file = SourceListing.joined(configuration.folder, path)
          for address in try Self.subscriptions(inFile: file, named: path, base: nil, &report) {
            want(.address(address), source, isTrusted: true)
          }
        case .address(let address):
          guard let list = byAddress[address], let document = list.document else { continue }
          // The list was good when it was kept.
          // Nobody here can mend what is wrong in it, so that is not told every time.
          var unread = SourceReport()
          let found = try? Self.subscriptions(
            inFile: document,
            named: list.report.name,
            base: list.location,
            &unread
          )
          // A list from the web may name what it likes, and that is not this network's.
          for address in found ?? [] { want(.address(address), source, isTrusted: false) }
        }
      }
    }
  }

  /// The addresses that the site takes documents from.
  static func addresses(of feeds: [Feed], _ configuration: SiteConfiguration) -> Set<String> {
    var addresses: Set<String> = []
    let places = feeds.map(\.place) + configuration.feedSources.flatMap(\.lists)
    for case .address(let address) in places { addresses.insert(address) }
    return addresses
  }

  /// What names a feed first decides about it.
  private mutating func want(_ place: FeedSource.Place, _ source: FeedSource, isTrusted: Bool) {
    guard places.insert(place).inserted else { return }
    let allows = isTrusted && source.allowsPrivateAddresses
    feeds.append(Feed(place: place, source: source, allowsPrivateAddresses: allows))
  }

  /// The lists on the web.
  private static func lists(_ configuration: SiteConfiguration) -> [SourceRequest] {
    var requests: [SourceRequest] = []
    var listed: Set<String> = []
    for source in configuration.feedSources {
      for case .address(let address) in source.lists where listed.insert(address).inserted {
        requests.append(
          SourceRequest(
            address: address,
            kind: .list,
            allowsPrivateAddresses: source.allowsPrivateAddresses
          )
        )
      }
    }
    return requests
  }

  /// The addresses that a list names.
  private static func subscriptions(
    inFile file: String,
    named name: String,
    base: String?,
    _ report: inout SourceReport
  ) throws(SourceProblem) -> [String] {
    var bytes: [UInt8] = []
    do {
      try SourceDocument.read(file) { bytes.append(contentsOf: $0) }
    } catch {
      throw SourceProblem(path: name, message: "cannot \(error.action) it: \(error.reason)")
    }
    guard let list = OPMLReader.read(bytes, options: ReadingOptions(documentURL: base)).list else {
      throw SourceProblem(
        path: name,
        message: "it is no list of feeds",
        help: "opml is for lists in OPML; a feed is named with `from`"
      )
    }
    let addresses = list.subscriptions.map(\.feedURL)
    let others = addresses.filter { !SourceAddress.isOnWeb($0) }
    if let first = others.first {
      report.warnings.append(
        SourceReport.Warning(
          source: name,
          message: "\(others.count) of its addresses cannot be fetched: \(first.prefix(100))",
          help: "feeds are at http and https addresses"
        )
      )
    }
    let usable = addresses.filter(SourceAddress.isOnWeb)
    if usable.count > mostSubscriptions {
      report.warnings.append(
        SourceReport.Warning(
          source: name,
          message: "it names \(usable.count) feeds; the first \(mostSubscriptions) are taken"
        )
      )
    }
    return Array(usable.prefix(mostSubscriptions))
  }
}
