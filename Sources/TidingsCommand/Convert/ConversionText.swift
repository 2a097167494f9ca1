import FeedFormats
import FeedPublishing

/// What became of a feed in another format, for a person.
struct ConversionText {
  private let result: ConvertedFeed
  private let input: String
  private let isVerbose: Bool

  /// How many lines of a kind are shown unless all are asked for.
  private static let most = 12

  init(_ result: ConvertedFeed, input: String, isVerbose: Bool) {
    self.result = result
    self.input = input
    self.isVerbose = isVerbose
  }

  /// The lines.
  ///
  /// - Parameter output: The file; nil for standard output, which nobody has to be told of.
  func text(output: String?, outcome: BuildReport.Document.Outcome?) -> String {
    var sections: [[String]] = []
    if let output, let outcome {
      let cells = [
        output, result.format.name,
        Amounts.counted(result.entryCount, "entry", "entries"),
        Amounts.size(result.size), outcome.words,
      ]
      sections.append([cells.joined(separator: "  ")])
    }
    sections += [omissions, guesses].filter { !$0.isEmpty }
    return sections.map { $0.map { $0 + "\n" }.joined() }.joined(separator: "\n")
  }

  private var omissions: [String] {
    let lines = result.omissions.all.map { item in
      let times = item.count > 1 ? " (\(item.count) times)" : ""
      return "  \(item.omission.property): \(item.omission.reason)\(times)"
    }
    return lines.isEmpty ? [] : ["Not carried:"] + shown(lines)
  }

  /// The first guess of each kind about each element, and how many there are like it.
  private var guesses: [String] {
    let original = result.original
    guard original.noteCount > 0 else { return [] }
    var lines: [String] = []
    if isVerbose {
      lines = original.notes.map { "  \(input):\($0)" }
      if original.noteCount > original.notes.count {
        lines.append("  … and \(original.noteCount - original.notes.count) more")
      }
    } else {
      let groups = Dictionary(grouping: original.notes) {
        Group(kind: $0.kind, element: $0.element)
      }
      let sorted = groups.values.sorted { ($0[0].position.offset) < ($1[0].position.offset) }
      lines = sorted.map { notes in
        "  \(input):\(notes[0])" + (notes.count > 1 ? " (and \(notes.count - 1) like it)" : "")
      }
    }
    return ["Guesses: \(original.noteCount)"] + shown(lines)
  }

  private struct Group: Hashable {
    var kind: ReadingNote.Kind
    var element: String?
  }

  private func shown(_ lines: [String]) -> [String] {
    guard !isVerbose, lines.count > Self.most else { return lines }
    return lines.prefix(Self.most)
      + ["  … and \(lines.count - Self.most) more (--verbose lists all)"]
  }
}

extension BuildReport.Document.Outcome {
  /// What became of the file.
  var words: String {
    switch self {
    case .created: "written"
    case .changed: "replaced"
    case .unchanged: "unchanged"
    }
  }
}
