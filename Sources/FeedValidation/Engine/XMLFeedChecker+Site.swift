import FeedModel

/// The address that relative references most likely mean.
extension XMLFeedChecker {
  /// How to mend a value: the value itself knows it, or it is a relative reference whose whole
  /// address the site's own makes known.
  func help(of found: ValueFinding) -> String? {
    if let help = found.help { return help }
    guard let reference = found.reference else { return nil }
    return SiteAddress.help(reference, site: site ?? settings.location.address)
  }
}

/// Turns references into whole addresses, for proposals.
enum SiteAddress {
  static func help(_ reference: String, site: String?) -> String? {
    guard let base = site.flatMap({ BaseURL($0) }) else { return nil }
    let address = base.resolve(reference)
    guard URI.isAbsolute(address), address.utf8.count <= 4 * Excerpt.longest else { return nil }
    return "Write the whole address: “\(address)”, if it is of this site."
  }
}

extension DocumentLocation {
  /// The address that it was read from, or is published at.
  var address: String? {
    if case .address(let address) = self { address } else { nil }
  }
}
