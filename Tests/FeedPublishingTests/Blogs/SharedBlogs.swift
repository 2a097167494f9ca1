import Foundation

/// The real blogs beside the project, where there are any.
enum SharedBlogs {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")

  static var areThere: Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("blogs").path)
  }

  /// A copy of a blog, its configuration laid where its generator has it.
  static func site(_ name: String, folder path: String) throws -> Site {
    let site = try Site(copying: folder.appendingPathComponent("blogs/" + name))
    let configuration = URL(fileURLWithPath: site.path + "/_site-config")
    let files = FileManager.default.enumerator(
      at: configuration,
      includingPropertiesForKeys: [.isRegularFileKey]
    )
    for case let file as URL in files ?? FileManager.DirectoryEnumerator() {
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        continue
      }
      let place = file.path.dropFirst(configuration.path.count)
      let target = URL(fileURLWithPath: site.path + place)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try FileManager.default.copyItem(at: file, to: target)
    }
    try? FileManager.default.removeItem(at: configuration)
    return site.subsite(path)
  }
}
