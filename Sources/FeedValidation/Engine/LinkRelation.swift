/// Relations of links, as checks compare them.
enum LinkRelation {
  /// The registered name: IANA's long form of it is the same relation (RFC 4287, section 4.2.7.2).
  static func short(_ relation: String) -> String {
    let registry = "http://www.iana.org/assignments/relation/"
    if relation.hasPrefix(registry) {
      return String(relation.dropFirst(registry.count)).lowercased()
    }
    return relation.lowercased()
  }
}
