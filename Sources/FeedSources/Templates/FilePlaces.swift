/// Where the files are that a post links to, seen from the post's own file.
struct FilePlaces {
  /// The post's file, relative to the site's folder.
  let path: String
  /// The folder that a site's content lies in, below the site's folder: `content`.
  let contentFolder: String
  /// The site's posts; nil where nothing is known of them.
  let addresses: PostAddresses?

  /// The post that a tag names, by the end of its file's path or by a path that begins with dots.
  func post(_ name: String) -> SourcePost? {
    if name.hasPrefix("./") || name.hasPrefix("../") {
      return joined(name).flatMap { addresses?.post($0, isWhole: true) }
    }
    return addresses?.post(name)
  }

  /// The post that an address leads to, by a path from the content's folder or from the post's own.
  func linked(_ path: String) -> SourcePost? {
    guard !path.isEmpty else { return nil }
    return inContent(path).flatMap { addresses?.post(contentRoot + $0, isWhole: true) }
  }

  /// The path from the content's folder, with a slash in front, of a path that counts from there or
  /// from the post's folder; nil for paths that lead out of it.
  func inContent(_ path: String) -> String? {
    if path.hasPrefix("/") { return path }
    guard let whole = joined(path), whole.hasPrefix(contentRoot + "/") || contentRoot.isEmpty
    else { return nil }
    return contentRoot.isEmpty ? "/" + whole : String(whole.dropFirst(contentRoot.count))
  }

  /// Whether a file is one that generators copy as it is, by its name.
  func isCopied(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return false }
    return MediaType.ofFile(named: path) != nil && PostFiles.markup(ofFile: path) == nil
      && !path.hasPrefix("_") && !path.hasPrefix(".")
  }

  /// The content's folder as posts' paths begin with it: paths are shown from where the program runs.
  private var contentRoot: String {
    let folder = contentFolder
    if folder.isEmpty { return "" }
    if path.hasPrefix(folder + "/") { return folder }
    guard let range = path.firstRange(of: "/" + folder + "/") else { return folder }
    return String(path[..<path.index(before: range.upperBound)])
  }

  /// A relative path from the post's folder, without dots; nil if it leads out of the site.
  private func joined(_ relative: String) -> String? {
    var parts = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    for part in relative.split(separator: "/") where part != "." {
      if part == ".." {
        guard parts.popLast() != nil else { return nil }
      } else {
        parts.append(part)
      }
    }
    return parts.joined(separator: "/")
  }
}
