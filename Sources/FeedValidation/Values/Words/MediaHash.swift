extension ValueType {
  /// The name of a hash algorithm.
  public static let mediaHashAlgorithm = oneOf(
    ["md5", "sha-1"],
    as: "an algorithm of Media RSS",
    rule: .mediaHashAlgorithmUnknown,
    meaning: ["sha1": "sha-1", "md-5": "md5"]
  )

  /// The hash of a media object, in hexadecimal digits. Of an algorithm that is not known, only the
  /// digits are looked at.
  ///
  /// - Parameter algorithm: the attribute `algo`; without one it is MD5.
  public static func mediaHash(algorithm: String?) -> ValueType {
    let digits: Int? =
      switch algorithm {
      case nil, "md5": 32
      case "sha-1": 40
      default: nil
      }
    let name = digits == 40 ? "SHA-1" : "MD5"
    return ValueType("a hash in hexadecimal digits") { value, _, report in
      let trimmed = TrimmedValue(value)
      let text = trimmed.bytes
      guard !text.isEmpty else { return }
      if let place = text.firstIndex(where: { !isHexadecimal($0) }) {
        report(
          ValueFinding(
            .mediaHashInvalid,
            "is \(Excerpt.quote(text)), not a hash in hexadecimal digits",
            at: trimmed.start + place
          )
        )
      } else if let digits, text.count != digits {
        report(
          ValueFinding(
            .mediaHashInvalid,
            "has \(text.count) hexadecimal digits, where \(name) has \(digits)",
            at: trimmed.start
          )
        )
      }
    }
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
  }
}

extension Rule {
  /// Hashes are hexadecimal and as long as they should be.
  public static let mediaHashInvalid = Rule(
    id: "media-hash-invalid",
    severity: .error,
    formats: .xmlFeeds,
    summary: "A media hash has the hexadecimal digits of its algorithm: MD5 32, SHA-1 40",
    why: "Readers compare the hash with that of the file, and take the file as damaged.",
    help: "Write the hash in hexadecimal digits, not in Base64.",
    spec: "https://www.rssboard.org/media-rss#media-hash",
    w3c: ["InvalidMediaHash"],
    examples: Examples(
      passing: [.rssItem(hash("md5", "dfdec888b72151965a34b4b59031290a"))],
      failing: [
        .rssItem(hash("sha-1", "↓dfdec888b72151965a34b4b59031290a")),
        .rssItem(hash("md5", "397↓IiLchUZZaNLS1kDEpCg==")),
      ]
    )
  )

  /// Hash algorithms are MD5 and SHA-1.
  public static let mediaHashAlgorithmUnknown = Rule(
    id: "media-hash-algorithm-unknown",
    severity: .error,
    formats: .xmlFeeds,
    summary: "The algorithm of a media hash is “md5” or “sha-1”",
    why: "Media RSS has these two, and readers cannot check a hash of another algorithm.",
    help: "Write “md5” or “sha-1”, and the hash that it gives.",
    spec: "https://www.rssboard.org/media-rss#media-hash",
    w3c: ["InvalidMediaHash"],
    examples: Examples(
      passing: [.rssItem(hash("sha-1", "61bebddaf54311c6c2421ad4368f51ec9eddec3c"))],
      failing: [.rssItem(hash("↓sha-256", "dfdec888b72151965a34b4b59031290a"))]
    )
  )

  private static func hash(_ algorithm: String, _ value: String) -> String {
    """
    <title>One</title><media:hash xmlns:media="http://search.yahoo.com/mrss/" \
    algo="\(algorithm)">\(value)</media:hash>
    """
  }
}
