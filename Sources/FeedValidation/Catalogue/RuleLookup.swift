import FeedModel

extension Rule {
  private static let byID = [String: Rule](
    all.map { ($0.id, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// The rule with an id.
  public static func named(_ id: String) -> Rule? { byID[id] }

  /// The rules whose ids begin with some words, or that are about a subject: `guid` stands for
  /// `guid-missing`, `guid-duplicate` and the others, `servers` for what is about servers.
  public static func family(_ beginning: String) -> [Rule] {
    let wanted = beginning.lowercased()
    let named = all.filter { $0.id == wanted || $0.id.hasPrefix(wanted + "-") }
    if !named.isEmpty { return named }
    let subject = RuleSubject.allCases.first { $0.rawValue.lowercased().contains(wanted) }
    guard let subject, !wanted.isEmpty else { return [] }
    return all.filter { RuleSubject.of($0) == subject }
  }

  /// The rules that answer to a message of the W3C Feed Validator, by its name in whatever case.
  public static func answering(toW3C name: String) -> [Rule] {
    let wanted = name.lowercased()
    return all.filter {
      W3CMessages.withBroader($0.w3c).contains { $0.lowercased() == wanted }
    }
  }

  /// The id that was most likely meant by one that is none.
  public static func nearestID(to id: String) -> String? {
    let ids = all.map(\.id)
    if let nearest = NearestWord.to(id, among: ids) { return nearest }
    // Words of a longer id: `guid-url` for `guid-not-url`.
    let words = Set(id.lowercased().split(separator: "-"))
    let best = ids.map { ($0, words.intersection($0.split(separator: "-")).count) }
      .max { ($0.1, -$0.0.utf8.count) < ($1.1, -$1.0.utf8.count) }
    guard let best, best.1 > 0, best.1 * 2 >= words.count else { return nil }
    return best.0
  }
}
