import FeedModel

/// Finds the zone that was meant by a name that no zone has.
enum ZoneSuggestion {
  /// Abbreviations that are used as zone names and are none; the place with most people.
  private static let abbreviations: [String: String] = [
    "aedt": "Australia/Sydney", "aest": "Australia/Sydney", "bst": "Europe/London",
    "cdt": "America/Chicago", "cest": "Europe/Paris", "cst": "America/Chicago",
    "edt": "America/New_York", "ist": "Asia/Kolkata", "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul", "mdt": "America/Denver", "msk": "Europe/Moscow",
    "nzst": "Pacific/Auckland", "pdt": "America/Los_Angeles", "pst": "America/Los_Angeles",
    "sgt": "Asia/Singapore",
  ]

  /// The nearest of `known`, or `nil` when none is near. Names are compared without case, and
  /// spaces count as underscores; a last part (`Kolkata`) is enough.
  static func nearest(to name: String, among known: [String]) -> String? {
    let wanted = fold(name)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    if let zone = abbreviations[String(decoding: wanted, as: UTF8.self)], known.contains(zone) {
      return zone
    }
    var best: (zone: String, distance: Int)?
    // A short name is near to many others, so it must match better.
    let limit = max(1, wanted.count / 4)
    for zone in known {
      let folded = fold(zone)
      var distance = NearestWord.editDistance(wanted, folded)
      if let slash = folded.lastIndex(of: UInt8(ascii: "/")) {
        // One more, so that a whole name of the same distance is preferred.
        let place = Array(folded[(slash + 1)...])
        distance = min(distance, NearestWord.editDistance(wanted, place) + 1)
      }
      if distance <= limit, distance < best?.distance ?? .max { best = (zone, distance) }
    }
    return best?.zone
  }

  private static func fold(_ name: String) -> [UInt8] {
    name.utf8.map { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x20: UInt8(ascii: "_")
      default: byte
      }
    }
  }
}
