import FeedPublishing
import FeedSources

extension FuzzTarget {
  /// Configurations of sites: `tidings.yml`.
  static let configuration = FuzzTarget(
    "configuration",
    longestInput: 4096,
    frames: [
      Frame("site:\n  url: https://example.org/\nposts:\n  from: posts\nfeeds:\n", ""),
      Frame("validate:\n", ""), Frame("feeds: [", "]\n"), Frame("posts:\n", ""),
    ]
  ) { bytes throws(Violation) in
    let lines = bytes.reduce(1) { $0 + ($1 == 0x0A || $1 == 0x0D ? 1 : 0) }
    let result = Result { () throws(SourceProblem) in
      try ConfigurationReader.read(bytes, path: "tidings.yml", folder: ".")
    }
    guard case .failure(let problem) = result else { return }
    try expect(
      (1...lines).contains(problem.line ?? 1) && problem.column ?? 1 >= 1,
      "a problem is outside of the file: \(problem)"
    )
    try expect(!problem.message.isEmpty, "a problem has no words")
  }
}
