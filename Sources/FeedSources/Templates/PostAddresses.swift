import Synchronization

/// Finds the pages of a site's posts by their files, for links from post to post.
public final class PostAddresses: Sendable {
  private let posts: [SourcePost]
  /// The posts by the last part of their paths; made when a link asks for one, which most sites never
  /// do.
  private let byName = Mutex<[String: [Int]]?>(nil)

  /// The addresses of posts.
  public init(_ posts: [SourcePost]) { self.posts = posts }

  /// The post of a file.
  ///
  /// - Parameters:
  ///   - path: The file's path or the end of it, with its ending or without; a folder for the
  ///     `index.md` in it.
  ///   - isWhole: Whether it is the whole path, from the site's folder.
  /// - Returns: The only post that it fits; nil if there is none or more than one.
  func post(_ path: String, isWhole: Bool = false) -> SourcePost? {
    FileTrace.notePosts()
    var stem = path[...]
    while stem.utf8.first == UInt8(ascii: "/") { stem.removeFirst() }
    while stem.utf8.last == UInt8(ascii: "/") { stem.removeLast() }
    if PostFiles.markup(ofFile: path) != nil { stem = Self.withoutEnding(stem) }
    if stem.hasSuffix("/index") { stem = stem.dropLast(6) }
    guard let name = stem.split(separator: "/").last else { return nil }
    let wanted = Array(stem.utf8)
    var found: SourcePost?
    for candidate in indices(of: String(name)) {
      let place = Array(Self.place(of: posts[candidate].path).utf8)
      guard Self.fits(place, wanted, isWhole: isWhole) else { continue }
      if found != nil { return nil }
      found = posts[candidate]
    }
    return found
  }

  private static func fits(_ place: [UInt8], _ wanted: [UInt8], isWhole: Bool) -> Bool {
    if place.count == wanted.count { return place == wanted }
    guard !isWhole, place.count > wanted.count else { return false }
    let start = place.count - wanted.count
    return place[start - 1] == UInt8(ascii: "/") && place[start...].elementsEqual(wanted)
  }

  private func indices(of name: String) -> [Int] {
    byName.withLock { table in
      if table == nil {
        var made: [String: [Int]] = [:]
        made.reserveCapacity(posts.count)
        for (index, post) in posts.enumerated() {
          let place = Self.place(of: post.path)
          made[String(place.split(separator: "/").last ?? place), default: []].append(index)
        }
        table = made
      }
      return table?[name] ?? []
    }
  }

  /// A path without its ending, and without `index`.
  private static func place(of path: String) -> Substring {
    let stem = withoutEnding(path[...])
    return stem.hasSuffix("/index") ? stem.dropLast(6) : stem
  }

  private static func withoutEnding(_ path: Substring) -> Substring {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path }
    return path[..<dot]
  }
}
