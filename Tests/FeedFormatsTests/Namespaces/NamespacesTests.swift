import FeedFormats
import FeedXML
import Foundation
import Testing

@Suite struct NamespacesTests {
  /// Each namespace is one file and one entry of the list.
  @Test func listIsTheFolder() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources/FeedFormats/Namespaces")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".swift") && $0 != "Namespaces.swift" }
    #expect(!files.isEmpty)
    var found: [XMLNamespace] = []
    for file in files {
      let source = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
      let declarations = source.matches(of: #/XMLNamespace\(\s*"(\w+)",\s*"([^"]+)"\s*\)/#)
      #expect(declarations.count == 1, "\(file) declares one namespace")
      found += declarations.map { XMLNamespace(String($0.1), String($0.2)) }
    }
    let listed = XMLNamespace.written + XMLNamespace.onlyRead
    #expect(Set(found) == Set(listed))
    #expect(listed.map(\.prefix).sorted() == found.map(\.prefix).sorted())
    #expect(XMLNamespace.written.map(\.prefix) == XMLNamespace.written.map(\.prefix).sorted())
    #expect(XMLNamespace.onlyRead.map(\.prefix) == XMLNamespace.onlyRead.map(\.prefix).sorted())
  }

  @Test func namesAreThoseOfTheSpecifications() {
    let expected = [
      "http://www.w3.org/2005/Atom", "http://purl.org/rss/1.0/modules/content/",
      "http://purl.org/dc/elements/1.1/", "http://purl.org/syndication/history/1.0",
      "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://search.yahoo.com/mrss/",
      "https://podcastindex.org/namespace/1.0", "http://purl.org/rss/1.0/modules/slash/",
      "http://source.scripting.com/", "http://purl.org/rss/1.0/modules/syndication/",
      "http://purl.org/syndication/thread/1.0", "http://wellformedweb.org/CommentAPI/",
    ]
    #expect(XMLNamespace.written.map(\.uri) == expected)
  }
}
