/// Keeps a report from telling the same of a hundred entries.
struct FoldedFindings {
  /// So many findings of a rule about the same element or attribute are shown.
  static let shown = 3

  private struct Key: Hashable {
    var rule: String
    var element: String?
    var attribute: String?
  }

  private struct Group {
    var count = 0
    var firstLine = 0
    var lastLine = 0
  }

  private var groups: [Key: Group] = [:]
  private var order: [Key] = []

  /// Counts a finding, and says whether it is one of the first of its kind.
  mutating func shows(_ diagnostic: Diagnostic) -> Bool {
    let key = Key(
      rule: diagnostic.rule,
      element: diagnostic.element,
      attribute: diagnostic.attribute
    )
    var group = groups[key] ?? Group()
    group.count += 1
    defer { groups[key] = group }
    guard group.count > Self.shown else { return true }
    if group.count == Self.shown + 1 {
      order.append(key)
      group.firstLine = diagnostic.line
    }
    group.lastLine = diagnostic.line
    return false
  }

  /// What was not shown, a line a kind: `12 more of guid-missing about item, lines 40 to 90`.
  var lines: [String] {
    order.compactMap { key in
      guard let group = groups[key] else { return nil }
      let subject = key.attribute ?? key.element
      let about = subject.map { " about \($0)" } ?? ""
      let lines =
        group.firstLine == group.lastLine
        ? "line \(group.firstLine)" : "lines \(group.firstLine) to \(group.lastLine)"
      return "\(group.count - Self.shown) more of \(key.rule)\(about), \(lines)"
    }
  }
}
