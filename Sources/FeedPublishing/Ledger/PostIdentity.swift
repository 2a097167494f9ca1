import FeedModel
import FeedSources

/// What a ledger knows a post by.
struct PostIdentity: Sendable {
  /// Its name in the ledger.
  var source: String
  /// What it is called in its file, if there are several.
  var nameInFile: String?
  /// Its file, for people.
  var path: String
  /// The id that it would get today.
  var id: String
  /// When it was published, by what it says today.
  var published: Timestamp?

  /// - Parameter source: The file's path from the configuration's folder.
  init(
    source: String,
    nameInFile: String?,
    path: String,
    id: String,
    published: Timestamp?
  ) {
    self.source = nameInFile.map { "\(source)#\($0)" } ?? source
    self.nameInFile = nameInFile
    self.path = path
    self.id = id
    self.published = published
  }

  /// Adds the date to the names of posts that are called the same in one file, all of them: whose
  /// line comes first must not matter.
  static func makeDistinct(_ posts: inout [PostIdentity]) {
    var counts: [String: Int] = [:]
    for post in posts where post.nameInFile != nil { counts[post.source, default: 0] += 1 }
    guard counts.contains(where: { $0.value > 1 }) else { return }
    for index in posts.indices where counts[posts[index].source, default: 1] > 1 {
      guard let date = posts[index].published else { continue }
      posts[index].source += "@" + RFC3339.string(date.utc)
    }
  }
}

/// The parts of a source's name.
struct SourceName {
  /// The file's path.
  let file: Substring
  /// What a post of many is called in its file.
  let nameInFile: Substring?

  init(_ source: String) {
    // Names of files may hold the sign, too.
    for mark in source.indices where source[mark] == "#" {
      guard PostFiles.markup(ofFile: String(source[..<mark])) == .jsonLine else { continue }
      file = source[..<mark]
      nameInFile = source[source.index(after: mark)...]
      return
    }
    file = source[...]
    nameInFile = nil
  }

  /// What is left of the name when the post moves to another folder or generator: no ending, no date,
  /// and of the folders so many. Posts in several languages are called the same but for a folder.
  func key(folders: Int) -> String {
    if let nameInFile { return String(nameInFile) }
    let naming = PostNaming(relativePath: String(file))
    let parents = naming.folder.split(separator: "/").suffix(folders)
    return (parents + [naming.undatedName[...]]).joined(separator: "/")
  }
}
