import FeedModel
import FeedSources

/// Writes posts that look like a blog's: the same bytes on every machine.
struct PostGenerator {
  var count: Int

  /// Writes the posts, unless they are there already.
  func write(to folder: String) throws {
    if (try? FileSystem.names(inFolder: folder))?.count == count { return }
    try BenchmarkFiles.makeFolder(folder)
    for index in 0..<count {
      var numbers = numbers(of: index)
      try BenchmarkFiles.write(post(index, &numbers), to: "\(folder)/post-\(index).md")
    }
  }

  /// The same words as values, for those who need no front matter.
  func text(_ index: Int) -> (
    title: String, summary: String, tags: [String], date: Timestamp, body: String
  ) {
    var numbers = numbers(of: index)
    return (
      title: words(6, &numbers),
      summary: words(18, &numbers) + " & more",
      tags: [words(1, &numbers), words(1, &numbers), "feeds"],
      date: date(index),
      body: body(&numbers)
    )
  }

  private func numbers(of index: Int) -> Numbers {
    Numbers(state: UInt64(index) &* 2_654_435_761 &+ 1)
  }

  private func date(_ index: Int) -> Timestamp {
    Timestamp(secondsSince1970: 1_325_376_000 + Int64(index) * 2_220)
  }

  private func post(_ index: Int, _ numbers: inout Numbers) -> String {
    let day = RFC3339.string(date(index))
    return """
      ---
      slug: \(words(3, &numbers).replacing(" ", with: "-"))-\(index)
      published_date: \(day)
      created_date: \(day)
      title: \(words(6, &numbers))
      template: post
      draft: \(index % 33 == 7)
      description: "\(words(18, &numbers)) & more"
      subtitle: >-
        \(words(12, &numbers))
        \(words(9, &numbers))
      tags: [\(words(1, &numbers)), \(words(1, &numbers)), feeds]
      featuredImgPath: >-
        /media/\(words(1, &numbers))-\(index).png
      isexternal: false
      language: en
      ---

      \(body(&numbers))
      """
  }

  private func body(_ numbers: inout Numbers) -> String {
    var blocks: [String] = []
    var count = 0
    while count < 900 {
      switch numbers.next(20) {
      case 0...9: blocks.append(paragraph(&numbers, &count))
      case 10...12: blocks.append("## " + words(4, &numbers))
      case 13...14:
        blocks.append((0..<5).map { _ in "- " + words(9, &numbers) }.joined(separator: "\n"))
        count += 45
      case 15...16:
        blocks.append("```swift\nlet \(words(1, &numbers)) = a < b && c > \"d\"\n```")
        count += 8
      case 17:
        let row = "| \(words(2, &numbers)) | \(words(3, &numbers)) |"
        blocks.append("| one | two |\n| --- | ---: |\n" + [row, row, row].joined(separator: "\n"))
        count += 15
      case 18: blocks.append("> " + words(24, &numbers))
      default: blocks.append("![\(words(3, &numbers))](../img/\(words(1, &numbers)).jpg)")
      }
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func paragraph(_ numbers: inout Numbers, _ count: inout Int) -> String {
    var sentences: [String] = []
    for _ in 0..<5 {
      var sentence = words(13, &numbers)
      switch numbers.next(6) {
      case 0: sentence += " *\(words(2, &numbers))*"
      case 1: sentence += " [\(words(2, &numbers))](/posts/\(words(1, &numbers)))"
      case 2: sentence += " `\(words(1, &numbers))()`"
      case 3: sentence += " **\(words(2, &numbers))** – naïve 東京"
      default: break
      }
      sentences.append(sentence + ".")
      count += 14
    }
    return sentences.joined(separator: "\n")
  }

  private func words(_ count: Int, _ numbers: inout Numbers) -> String {
    (0..<count).map { _ in Self.vocabulary[numbers.next(Self.vocabulary.count)] }
      .joined(separator: " ")
  }

  private static let vocabulary = """
    alder bank barge basin bend boat bridge brook canal channel current dam delta depth ditch eddy \
    estuary ferry flood flow ford gauge gate harbour heron inlet island jetty keel lake level lock \
    marsh meadow mill moor mouth otter path pier pond pool quay rapid reed ridge river sand shore \
    sluice spring stone stream tide towpath valley wake water weir wharf willow
    """.split(separator: " ").map(String.init)

  /// SplitMix64.
  struct Numbers {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
    }
  }
}
