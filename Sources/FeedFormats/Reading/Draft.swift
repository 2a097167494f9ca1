import FeedModel

/// What feeds and posts have in common while they are read.
class Draft {
  var title = Candidate<String>()
  var language = Candidate<String>()
  var rights = Candidate<String>()
  var published = Candidate<Timestamp>()
  var updated = Candidate<Timestamp>()
  var authors: [Person] = []
  /// Who is named where nobody else is.
  var lesserAuthors: [Person] = []
  var contributors: [Person] = []
  var tags: [Tag] = []
  /// Subjects where there are no others.
  var keywords: [Tag] = []
  var extensions = Extensions()
  /// How much of it was read, in bytes.
  var size = 0

  /// Changes the extension of a type, which is made if there is none yet.
  func extend<Extension: FeedExtension>(
    _ new: @autoclosure () -> Extension,
    _ change: (inout Extension) -> Void
  ) {
    var value = extensions[Extension.self] ?? new()
    change(&value)
    extensions[Extension.self] = value
  }

  /// Adds a list of words that commas separate.
  func addKeywords(_ text: String?) {
    guard let text else { return }
    for word in text.split(separator: ",") {
      let word = word.trimmingSpaces()
      guard !word.isEmpty, !keywords.contains(where: { $0.term == word }) else { continue }
      keywords.append(Tag(word))
    }
  }
}
