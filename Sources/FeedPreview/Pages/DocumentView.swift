/// What of a document is looked at.
struct DocumentView: Equatable {
  /// The page, from 1.
  var page: Int
  /// Whether only entries are shown that change.
  var isOfChanges: Bool

  /// So many entries are on a page.
  static let pageSize = 20

  /// Reads the query of an address; what makes no sense counts as nothing.
  init(_ query: [String: String]) {
    page = query["page"].flatMap { Int($0) }.map { max(1, $0) } ?? 1
    isOfChanges = query["show"] == "changes"
  }

  /// The address of a document's first page.
  static func address(of path: String) -> String {
    "/\(PreviewSite.folder)/feeds/\(RequestPath.encoded(path))"
  }

  /// The address of a page, as it stands in HTML.
  static func address(of path: String, page: Int, isOfChanges: Bool) -> String {
    var query: [String] = []
    if isOfChanges { query.append("show=changes") }
    if page > 1 { query.append("page=\(page)") }
    return address(of: path) + (query.isEmpty ? "" : "?" + query.joined(separator: "&amp;"))
  }

  /// The address of an entry, by its place among all.
  static func address(of path: String, entry: Int) -> String {
    address(of: path, page: entry / pageSize + 1, isOfChanges: false) + "#\(anchor(entry))"
  }

  static func anchor(_ entry: Int) -> String { "entry-\(entry + 1)" }
}
