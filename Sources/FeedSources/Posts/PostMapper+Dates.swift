import FeedModel

/// The dates of a post, and whether they keep it out.
extension PostMapper {
  struct Dates {
    var published: Timestamp?
    var updated: Timestamp?
    var visibleFrom: Timestamp?
    var visibleUntil: Timestamp?
  }

  /// Reads the dates, the file's name included. The time of a file's last change is never asked: a
  /// fresh checkout would stamp every post with today's date.
  func dates(
    _ values: FieldValues,
    naming: PostNaming,
    path: String,
    notes: inout [String]
  ) throws(SourceProblem) -> Dates {
    var dates = Dates()
    dates.published = try date(values[.date], path: path, notes: &notes)
    if dates.published == nil, rules.preset.datesFromFileNames {
      dates.published = date(inPath: naming.path)
      // Zola's sites may keep the date in `path`.
      if dates.published == nil, let own = values[.url]?.node.asString {
        dates.published = date(inPath: own)
      }
    }
    dates.updated = try date(values[.updated], path: path, notes: &notes)
    dates.visibleFrom = try date(values[.publish], path: path, notes: &notes)
    if let published = values[.published], published.node.asBool == nil {
      dates.visibleFrom = try date(published, path: path, notes: &notes)
    }
    dates.visibleUntil = try date(values[.expires], path: path, notes: &notes)
    return dates
  }

  /// Why the moment of the build keeps a post out, or nil.
  func timeExclusion(_ dates: Dates) -> Exclusion? {
    if !rules.includesFuture {
      for date in [dates.visibleFrom, dates.published] {
        if let date, date > rules.now { return .future(date) }
      }
    }
    if let until = dates.visibleUntil, until <= rules.now { return .expired(until) }
    return nil
  }

  /// Why front matter keeps a post out, or nil.
  func stateExclusion(
    _ values: FieldValues,
    data: DataNode,
    naming: PostNaming,
    path: String
  ) throws(SourceProblem) -> Exclusion? {
    if !rules.includesDrafts {
      if let folder = draftFolder(naming), !isDeclaredReady(values, in: folder) {
        return .draftFolder(folder)
      }
      if let draft = values[.draft] {
        guard let isDraft = draft.node.asBool else {
          throw wrongType(draft, expected: "true or false", path: path)
        }
        if isDraft { return .draft(key: "\(draft.key): true") }
      }
      if let published = values[.published], published.node.asBool == false {
        return .draft(key: "\(published.key): false")
      }
    }
    if let unlisted = values[.unlisted], unlisted.node.asBool == true {
      return .unlisted(key: "\(unlisted.key): true")
    }
    if let status = values[.status], let text = status.node.asString?.lowercased() {
      if text == "draft", !rules.includesDrafts { return .draft(key: "\(status.key): draft") }
      if Self.unlistedStates.contains(text) {
        return .unlisted(key: "\(status.key): \(text)")
      }
    }
    for condition in rules.conditions where !condition.isMet(by: data) {
      return .condition(key: condition.key)
    }
    return nil
  }

  /// Pelican's and WordPress' words, and the answers to Hugo's `build.list` and Zola's `render`.
  private static let unlistedStates: Set<String> = [
    "hidden", "skip", "private", "trash", "never", "false",
  ]

  /// `draft: false` in a folder `drafts` is the author's word against the folder's name. A name with an
  /// underscore is the generator's own rule, which knows no exception.
  private func isDeclaredReady(_ values: FieldValues, in folder: String) -> Bool {
    folder.utf8.first != UInt8(ascii: "_") && values[.draft]?.node.asBool == false
  }

  private func draftFolder(_ naming: PostNaming) -> String? {
    guard !naming.folder.isEmpty, !rules.preset.draftFolders.isEmpty else { return nil }
    return naming.folder.split(separator: "/").map(String.init)
      .first(where: rules.preset.draftFolders.contains)
  }

  private func date(
    _ value: FieldValues.Value?,
    path: String,
    notes: inout [String]
  ) throws(SourceProblem) -> Timestamp? {
    guard let value else { return nil }
    guard let text = value.node.asString else {
      throw wrongType(value, expected: "a date", path: path)
    }
    do {
      return try rules.dates.parse(text).timestamp
    } catch {
      if case .fileTime(let words) = error.reason {
        notes.append("\(value.key): \(words) is a time of the file or of git, which is not asked")
        return nil
      }
      throw SourceProblem(
        path: path,
        line: value.node.position.line,
        column: value.node.position.column,
        message: "\(value.key): \"\(error.text)\" is not a date: \(error.reason)",
        help: error.help
      )
    }
  }

  private func date(inPath path: String) -> Timestamp? {
    FileNameDate.parse(path).map { rules.dates.date(of: $0.day).timestamp }
  }
}
