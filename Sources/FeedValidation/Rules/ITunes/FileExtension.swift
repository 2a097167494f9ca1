/// The ending of a file's name in an address.
enum FileExtension {
  /// Those of pictures that are met in feeds.
  static let pictures: Set<String> = [
    "jpg", "jpeg", "png", "gif", "webp", "svg", "bmp", "tif", "tiff", "avif", "heic", "ico", "jxl",
  ]

  /// In lower case; `nil` where there is none, or what looks like one is none.
  static func of(_ address: String) -> String? {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let rest = path.split(separator: "://", maxSplits: 1).last ?? path
    // A bare host has dots, too.
    guard let slash = rest.lastIndex(of: "/") else { return nil }
    let name = rest[rest.index(after: slash)...]
    guard let dot = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: dot)...]
    guard (1...5).contains(ending.utf8.count),
      ending.utf8.allSatisfy({ $0 &- 0x30 < 10 || ($0 | 0x20) &- 0x61 < 26 })
    else { return nil }
    return ending.lowercased()
  }
}
