import Foundation

/// Other people's data that development machines have beside the checkout; tests that need it are
/// skipped elsewhere.
enum SharedData {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../../shared").standardizedFileURL

  static var exists: Bool { FileManager.default.fileExists(atPath: folder.path) }

  static func text(_ path: String) -> String {
    let data = (try? Data(contentsOf: folder.appending(path: path))) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }

  /// The HTML in feeds: `content_html` of JSON Feed, CDATA sections of RSS.
  static func feedFragments(limit: Int) -> [(source: String, html: String)] {
    let files = FileManager.default.enumerator(
      at: folder.appending(path: "feeds"),
      includingPropertiesForKeys: nil
    )
    var fragments: [(source: String, html: String)] = []
    for file in (files?.compactMap { $0 as? URL } ?? []).sorted(by: { $0.path < $1.path }) {
      guard fragments.count < limit, let data = try? Data(contentsOf: file), data.count < 2_000_000
      else { continue }
      if let feed = try? JSONSerialization.jsonObject(with: data) as? [String: Any] {
        for item in feed["items"] as? [[String: Any]] ?? [] {
          if let html = item["content_html"] as? String {
            fragments.append((file.lastPathComponent, html))
          }
        }
      } else {
        let parts = String(decoding: data, as: UTF8.self).components(separatedBy: "<![CDATA[")
        for part in parts.dropFirst().prefix(30) {
          let html = part.components(separatedBy: "]]>")[0]
          if html.contains("<") { fragments.append((file.lastPathComponent, html)) }
        }
      }
    }
    return fragments
  }
}
