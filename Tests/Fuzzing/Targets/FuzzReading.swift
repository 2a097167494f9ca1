import FeedFormats
import FeedModel
import FeedValidation
import FeedXML

extension FuzzTarget {
  /// Reading feeds of XML into the model, and writing what was read.
  static let readXML = FuzzTarget(
    "read-xml",
    longestInput: 8192,
    frames: validateXML.frames,
    check: checkReading
  )

  /// Reading feeds of JSON into the model, and writing what was read.
  static let readJSON = FuzzTarget(
    "read-json",
    longestInput: 8192,
    frames: validateJSON.frames,
    check: checkReading
  )

  private static func checkReading(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    let whole = Reading([bytes])
    try expectSame(whole.posts.count, whole.result.entryCount, "the number of posts")
    try expect(whole.posts.allSatisfy { !$0.id.isEmpty }, "a post has no id")
    try Chunks(bytes).forEachCut { name, chunks throws(Violation) in
      let cut = Reading(chunks)
      try expectSame(cut.result.kind, whole.result.kind, "the kind, \(name)")
      try expectSame(cut.result.feed, whole.result.feed, "the feed, \(name)")
      try expectSame(cut.posts, whole.posts, "the posts, \(name)")
      try expectSame(cut.places, whole.places, "the places of posts, \(name)")
      try expectSame(cut.result.notes, whole.result.notes, "the notes, \(name)")
      try expectSame(cut.result.isComplete, whole.result.isComplete, "the end, \(name)")
    }
    try checkAgreement(whole, bytes)
    try checkList(bytes)
    guard whole.result.isFeed else { return }
    try checkWriting(RSSWriter.self, whole)
    try checkWriting(AtomWriter.self, whole)
    try checkWriting(JSONFeedWriter.self, whole)
  }

  /// Of a document without errors the validator sees what the reader sees.
  private static func checkAgreement(
    _ reading: Reading,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(Violation) {
    let report = validate([bytes])
    guard report.isValid, reading.result.isComplete, reading.result.isFeed else { return }
    try expectSame(reading.result.kind, report.kind, "the kind of a valid document")
    try expectSame(reading.posts.count, report.entries, "the entries of a valid document")
  }

  /// What is written is well-formed, says as many entries, and is read as that many.
  private static func checkWriting<Writer: FeedWriter>(
    _: Writer.Type,
    _ reading: Reading
  ) throws(Violation) {
    let format = Writer.format.name
    let written = Writer.document(reading.result.feed, posts: reading.posts).bytes
    try written.withUnsafeBufferPointer { document throws(Violation) in
      let report = validate([document])
      for diagnostic in report.diagnostics
      where wellFormedness.contains(where: diagnostic.rule.hasPrefix) {
        throw Violation("written as \(format): \(diagnostic)")
      }
      try expectSame(report.entries, reading.posts.count, "entries written as \(format)")
      let gate = FeedGate(kind: Writer.format.gate)
      gate.consume(document)
      // Ids that come twice are kept as they are.
      if let complaint = gate.finish().first(where: { $0.rule != "json-id-duplicate" }) {
        throw Violation(
          "written as \(format): \(complaint)\n\(String(decoding: document, as: UTF8.self))"
        )
      }
      let again = Reading([document])
      try expectSame(
        again.posts.map(\.title?.isEmpty),
        // An episode's title stands in for one that is missing.
        reading.posts.map { post in
          let title =
            post.title
            ?? (Writer.format == .json ? nil : post.extensions[ITunesEpisode.self]?.title)
          return title.flatMap { $0.isEmpty ? nil : $0 }?.isEmpty
        },
        "titles read again from \(format)"
      )
    }
  }

  static let wellFormedness = ["xml-", "json-syntax", "encoding-"]

  private static func checkList(_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) {
    guard let list = OPMLReader.read(Array(bytes)).list else { return }
    let written = OPMLWriter(list).document().bytes
    let again = OPMLReader.read(written).list
    try expectSame(
      again?.subscriptions.count,
      list.subscriptions.count,
      "subscriptions read again"
    )
    try written.withUnsafeBufferPointer { written throws(Violation) in
      let found = EventRecorder(reading: [written])
      try expect(found.problems.isEmpty, "OPML: \(found.problems)")
    }
  }
}

extension FeedFormat {
  fileprivate var gate: FeedGate.Kind {
    switch self {
    case .rss: .rss
    case .atom: .atom
    case .json: .jsonFeed
    }
  }
}

/// All that a reader tells of a document.
private struct Reading {
  var posts: [Post] = []
  var places: [SourcePosition] = []
  let result: FeedReadResult

  init(_ chunks: [UnsafeBufferPointer<UInt8>]) {
    final class Box { var posts: [(Post, SourcePosition)] = [] }
    let box = Box()
    let reader = FeedReader { post, origin in box.posts.append((post, origin.position)) }
    for chunk in chunks { reader.consume(chunk) }
    result = reader.finish()
    posts = box.posts.map(\.0)
    places = box.posts.map(\.1)
  }
}
