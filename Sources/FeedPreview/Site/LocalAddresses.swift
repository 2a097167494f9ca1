import FeedModel
import FeedPublishing

/// Where pictures and recordings of the site are here: on the web they may not be yet.
struct LocalAddresses: Sendable {
  private let site: String
  private let files: SiteFiles

  init(_ rehearsal: Rehearsal) {
    site = rehearsal.address
    files = SiteFiles(rehearsal)
  }

  /// The path of a file on this server; nil for one that it does not have.
  func path(of address: String) -> String? {
    guard !site.isEmpty, let path = URI.path(of: address, below: site) else { return nil }
    let encoded = "/" + RequestPath.encoded(path)
    guard let request = RequestPath(encoded), case .file = files.find(request) else { return nil }
    return encoded
  }

  /// What a browser loads: the file that is here, else the address if it is one of the web.
  func source(_ address: String) -> String? {
    if let path = path(of: address) { return Markup.text(path) }
    return Markup.source(address)
  }
}
