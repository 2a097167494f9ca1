import FeedDiff
import FeedPublishing
import FeedValidation

/// What was adopted of a feed, as lines for a person.
struct AdoptionText {
  private(set) var lines: [String] = []
  private let adoption: IDAdoption
  private let isVerbose: Bool

  /// How many lines of a kind are shown unless all are asked for.
  private static let most = 12

  init(_ adoption: IDAdoption, isVerbose: Bool, isDry: Bool) {
    self.adoption = adoption
    self.isVerbose = isVerbose
    addAdopted()
    lines.append(total(isDry: isDry))
    addStrangers()
    addAbsentPosts()
  }

  private mutating func addAdopted() {
    // What has its id anyway is no news.
    let news = adoption.adopted.filter { isVerbose || $0.basis != .id }
    let rows = news.map { item in
      let confidence = item.basis.confidence.words(of: 1)
      return [
        TerminalStyle.harmless(item.path), TerminalStyle.harmless(item.id),
        "\(confidence): \(item.basis.words)",
      ]
    }
    lines += shown(TextTable.lines(rows))
  }

  private func total(isDry: Bool) -> String {
    var counts: [String] = []
    for confidence in [MatchBasis.Confidence.certain, .likely, .guess] {
      let count = adoption.adopted.count { $0.basis.confidence == confidence }
      if count > 0 { counts.append("\(count) \(confidence.words(of: count))") }
    }
    let count = adoption.adopted.count
    var text = adoption.ledgerPath + ": "
    if count == 0 {
      text += "nothing to adopt"
    } else {
      text += Amounts.counted(count, "id", "ids") + (isDry ? " would be" : "") + " adopted"
      text += " (\(counts.joined(separator: ", ")))"
    }
    if adoption.known > 0 { text += ", \(adoption.known) known already" }
    return text + ", of \(Amounts.counted(adoption.entryCount, "entry", "entries"))"
  }

  private mutating func addStrangers() {
    guard !adoption.strangers.isEmpty else { return }
    let count = Amounts.counted(adoption.strangers.count, "entry has", "entries have")
    lines.append("")
    lines.append("\(count) no post here:")
    let rows = adoption.strangers.map { entry in
      ["  " + TerminalStyle.harmless(entry.id), TerminalStyle.harmless(entry.title ?? "")]
    }
    lines += shown(TextTable.lines(rows))
  }

  private mutating func addAbsentPosts() {
    guard !adoption.absentPosts.isEmpty else { return }
    let count = Amounts.counted(adoption.absentPosts.count, "post is", "posts are")
    lines.append("")
    lines.append("\(count) not in the feed:")
    lines += shown(adoption.absentPosts.map { "  " + TerminalStyle.harmless($0) })
  }

  private func shown(_ lines: [String]) -> [String] {
    guard !isVerbose, lines.count > Self.most else { return lines }
    return lines.prefix(Self.most)
      + ["  … and \(lines.count - Self.most) more (--verbose lists all)"]
  }
}

extension MatchBasis {
  /// What an entry was recognized by.
  fileprivate var words: String {
    switch self {
    case .id: "the same id"
    case .alias: "its address"
    case .link: "its link"
    case .enclosure: "its file"
    case .title: "title and day"
    case .text: "its text"
    case .similarity: "likeness"
    }
  }
}

extension MatchBasis.Confidence {
  fileprivate func words(of count: Int) -> String {
    switch self {
    case .certain: "certain"
    case .likely: "likely"
    case .guess: count == 1 ? "guess" : "guesses"
    }
  }
}
