import FeedDiff
import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where publishing keeps what it knows of the entries of its documents: a file for each document that
/// has many.
struct PublishedDocuments: Sendable {
  /// The folder.
  let folder: String
  /// What entries depend on beside files.
  let setting: String
  /// Documents of fewer entries are made anew as fast.
  var leastEntries: Int

  /// What is known of documents, by their paths below the output folder.
  func all() -> [String: PublishedDocument] {
    var all: [String: PublishedDocument] = [:]
    guard FileSystem.kind(of: folder) == .folder else { return all }
    for name in (try? FileSystem.names(inFolder: folder)) ?? [] {
      var reader = FileReader()
      guard (try? reader.open(folder + "/" + name, isSource: false)) != nil,
        (try? reader.readToEnd()) != nil,
        let document = PublishedDocument(UnsafeRawBufferPointer(reader.bytes), setting: setting)
      else { continue }
      all[document.path] = document
    }
    return all
  }

  /// What is known of a document, and not yet put into words.
  struct Facts: Sendable {
    /// The file that keeps what is known.
    var file: String
    /// The document's path below the output folder.
    var path: String
    /// The document.
    var document: String
    var size: Int
    var head: UInt64
    var members: [Int]
    var places: EntryPlaces
    /// The entries as the writer was given them.
    var built: BuiltFeed
    /// The entries as readers have them; nil for what has to be read for it.
    var read: EntryTable?
    /// Whether the file is right as it is.
    var isAsItWas: Bool
  }

  /// What is known of a build's documents.
  func facts(of build: StagedBuild, _ changes: [StagedChange]) -> [Facts] {
    build.stages.enumerated().compactMap { index, stage in
      guard stage.entries >= leastEntries, let places = stage.places else { return nil }
      let change = changes.first { $0.stage == index }
      return Facts(
        file: file(of: stage.plan.path),
        path: stage.plan.path,
        document: stage.file.path,
        size: stage.file.size,
        head: stage.head,
        members: stage.members,
        places: places,
        built: stage.built,
        read: change?.change.difference.new.table ?? stage.takeover?.readTable,
        isAsItWas: stage.file.outcome == .unchanged && stage.takeover?.freshEntries == 0
      )
    }
  }

  /// Keeps what is known of documents, and nothing of any other.
  ///
  /// Nothing depends on it: what is torn or missing is made anew.
  ///
  /// - Parameter stamps: The files as they were read.
  /// - Returns: Whether nothing else is there.
  func keep(
    _ facts: [Facts],
    scan: SiteScan,
    stamps: [String: FileStamp]
  ) -> Bool {
    var wanted: Set<String> = []
    for facts in facts {
      if !facts.isAsItWas {
        guard let read = facts.read ?? (try? Publisher.snapshot(facts.document))?.table,
          let document = PublishedDocument(facts, read: read, scan: scan, stamps: stamps),
          (try? WholeFile.write(document.bytes(setting: setting), to: facts.file)) != nil
        else { continue }
      }
      wanted.insert(facts.file)
    }
    return forget(except: wanted)
  }

  /// Forgets what is known of documents. Returns whether that worked.
  func forget(except wanted: Set<String> = []) -> Bool {
    // Most sites have no such folder.
    guard FileSystem.kind(of: folder) == .folder else { return true }
    guard let names = try? FileSystem.names(inFolder: folder) else { return false }
    return names.allSatisfy { name in
      let path = folder + "/" + name
      return wanted.contains(path) || unlink(path) == 0 || errno == ENOENT || errno == EISDIR
    }
  }

  /// Names may be longer than a file system allows.
  private func file(of path: String) -> String {
    folder + "/" + String(Fingerprint.of(path), radix: 16)
  }
}
