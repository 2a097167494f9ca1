/// What a post's place in the folders says about it.
package struct PostNaming {
  /// The file's name without its ending, or its folder's for `index.md`.
  package var name: String
  /// The folder below `from`, without slashes at its ends; empty at the top.
  package var folder: String
  /// The path as it is, which may hold a date: `2019-06-13-title.md` or `2019/06/13/title.md`.
  var path: String

  /// Reads a path below `from`, such as `2019/a-post/index.md`.
  package init(relativePath: String) {
    path = relativePath
    let slash = UInt8(ascii: "/")
    var parent = relativePath[...]
    func takeName() -> Substring {
      guard let end = parent.utf8.lastIndex(of: slash) else {
        defer { parent = "" }
        return parent
      }
      defer { parent = parent[..<end] }
      return parent[parent.utf8.index(after: end)...]
    }
    let name = takeName()
    var stem = name[..<(name.utf8.lastIndex(of: UInt8(ascii: ".")) ?? name.endIndex)]
    if stem.isEmpty { stem = name }
    if stem == "index", !parent.isEmpty { stem = takeName() }
    self.name = String(stem)
    folder = String(parent)
  }

  /// The first folder below `from`.
  var section: String? {
    guard !folder.isEmpty else { return nil }
    return String(folder.prefix { $0 != "/" })
  }

  /// The name without the date that it begins with.
  package var undatedName: String {
    guard let found = FileNameDate.parse(path), !found.title.isEmpty else { return name }
    return path[found.title].split(separator: "/").last.map(String.init) ?? name
  }

  /// The path without its ending, and with the date that it holds in front as folders, as Docusaurus
  /// has it: `2019/06/13/folder/title`.
  var datedPath: String {
    guard let found = FileNameDate.parse(path) else {
      return folder.isEmpty ? name : folder + "/" + name
    }
    // Back over the day, the month and the year, as they are written.
    var folder = path[..<found.title.lowerBound]
    var parts: [Substring] = []
    while parts.count < 3, !folder.isEmpty {
      folder = folder[...(folder.lastIndex(where: isDigit) ?? folder.startIndex)]
      let start = folder.lastIndex { !isDigit($0) }.map(folder.index(after:))
      parts.insert(folder[(start ?? folder.startIndex)...], at: 0)
      folder = folder[..<(start ?? folder.startIndex)]
    }
    return parts.joined(separator: "/") + "/" + folder + path[found.title]
  }

  private func isDigit(_ character: Character) -> Bool { "0"..."9" ~= character }
}
