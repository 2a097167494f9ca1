import FeedSources

/// The files below a folder, folder by folder in the order of their names.
///
/// Names that begin with a full stop and `node_modules` are passed over, pipes and devices too; links
/// are followed, and a folder that was read is not read again.
struct FolderFiles {
  private(set) var paths: [String] = []
  private var seen: Set<FileSystem.Identity> = []

  init(folder: String) throws(FileError) {
    // A list instead of recursion: folders may be nested as deep as paths are long.
    var open = [folder]
    while let folder = open.popLast() {
      if let identity = FileSystem.Identity(of: folder), !seen.insert(identity).inserted {
        continue
      }
      // Nobody writes `./feed.xml` for a file of the folder at hand.
      let prefix = folder == "." ? "" : folder == "/" ? folder : folder + "/"
      var inner: [String] = []
      for entry in try FileSystem.entries(inFolder: folder) {
        guard entry.name.utf8.first != UInt8(ascii: "."), entry.name != "node_modules" else {
          continue
        }
        let path = prefix + entry.name
        switch entry.kind ?? FileSystem.kind(of: path) {
        case .file: paths.append(path)
        case .folder: inner.append(path)
        // A link that leads nowhere is told of when it is read.
        case nil: paths.append(path)
        case .other: break
        }
      }
      open += inner.reversed()
    }
  }
}
