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

  /// What is known of a document.
  ///
  /// - Parameter path: The document's path below the output folder.
  func document(_ path: String) -> PublishedDocument? {
    var reader = FileReader()
    guard (try? reader.open(file(of: path), isSource: false)) != nil,
      (try? reader.readToEnd()) != nil
    else { return nil }
    return PublishedDocument(UnsafeRawBufferPointer(reader.bytes), setting: setting)
  }

  /// Keeps what is known of a build's documents, and nothing of any other.
  ///
  /// Nothing depends on it: what is torn or missing is made anew.
  ///
  /// - Parameter stamps: The files as they were read.
  func keep(
    _ build: StagedBuild,
    _ changes: [StagedChange],
    stamps: [String: FileStamp]
  ) throws(FileError) {
    guard let scan = build.scan else { return try forget() }
    var wanted: Set<String> = []
    for (index, stage) in build.stages.enumerated() where stage.entries >= leastEntries {
      let file = file(of: stage.plan.path)
      let isAsItWas = stage.file.outcome == .unchanged && stage.takeover?.freshEntries == 0
      if !isAsItWas {
        guard let read = try readTable(of: stage, changes.first { $0.stage == index }),
          let document = PublishedDocument(stage, read: read, scan: scan, stamps: stamps)
        else { continue }
        try WholeFile.write(document.bytes(setting: setting), to: file)
      }
      wanted.insert(file)
    }
    try forget(except: wanted)
  }

  /// Forgets what is known of documents.
  func forget(except wanted: Set<String> = []) throws(FileError) {
    // Most sites have no such folder.
    guard FileSystem.kind(of: folder) == .folder else { return }
    for name in try FileSystem.names(inFolder: folder) where !wanted.contains(folder + "/" + name) {
      let path = folder + "/" + name
      guard unlink(path) == 0 || errno == ENOENT else { throw FileError("remove", path) }
    }
  }

  /// The entries as readers of the document have them.
  private func readTable(
    of stage: DocumentStage,
    _ change: StagedChange?
  ) throws(FileError) -> EntryTable? {
    if let change { return change.change.difference.new.table }
    if let takeover = stage.takeover { return takeover.readTable }
    return try Publisher.snapshot(stage.file.path).table
  }

  /// Names may be longer than a file system allows.
  private func file(of path: String) -> String {
    folder + "/" + String(Fingerprint.of(path), radix: 16)
  }
}
