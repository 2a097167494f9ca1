import FeedPublishing

/// What keeps a site from being published, as plain text, for who asked for a feed.
enum ProblemText {
  static func of(_ rehearsal: Rehearsal) -> String {
    var lines = ["This feed would not be published now."]
    for problem in rehearsal.problems {
      lines.append("")
      let place = problem.place.map { $0 + ": " } ?? ""
      let rule = problem.rule.map { " [\($0)]" } ?? ""
      lines.append("\(place)error: \(problem.message)\(rule)")
      if let source = problem.source { lines.append("  from: \(source)") }
      if let help = problem.help { lines.append("  help: \(help)") }
    }
    return lines.joined(separator: "\n")
  }
}

extension Rehearsal.Problem {
  /// `posts/a.md:3:7`.
  var place: String? {
    guard var place = path else { return nil }
    if let line {
      place += ":\(line)"
      if let column { place += ":\(column)" }
    }
    return place
  }
}
