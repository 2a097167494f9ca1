import Testing

@testable import FeedXML

@Suite struct HTMLInspectionTests {
  private func kind(_ url: String, isLink: Bool = true) -> HTMLURLKind {
    Array(url.utf8).withUnsafeBufferPointer {
      HTMLURLKind.kind(of: 0..<$0.count, in: $0, isLink: isLink)
    }
  }

  @Test(arguments: [
    ("https://example.org/", HTMLURLKind.absolute), (" http://example.org/ ", .absolute),
    ("mailto:a@example.org", .absolute), ("urn:x:y", .absolute), ("svn+ssh://x", .absolute),
    ("data:image/png;base64,AA", .absolute), ("/a", .relative), ("a.jpg", .relative),
    ("//example.org/a", .relative), ("?a=b:c", .relative), ("a/b:c", .relative), ("1:2", .relative),
    ("https;//example.org", .relative), ("#note", .internalReference), ("", .internalReference),
    (" \n", .internalReference), ("javascript:x", .script), (" JAVA\tSCRIPT:x", .script),
    ("&#106;avascript:x", .script), ("data:text/html,x", .script),
    ("&#35;note", .internalReference),
  ])
  func urls(_ url: String, _ expected: HTMLURLKind) {
    #expect(kind(url) == expected)
  }

  @Test func drawingsInDataURLsRunCodeWhereTheyAreFollowedOnly() {
    #expect(kind("data:image/svg+xml,x", isLink: true) == .script)
    #expect(kind("data:image/svg+xml,x", isLink: false) == .absolute)
  }

  @Test(
    arguments: [
      ("https://e.org/a 1x, https://e.org/b 2x", nil), ("", nil), (" , ", nil), ("#a", nil),
      ("https://e.org/a 1x, b 2x", 20), ("/a", 0), ("https://e.org/a,b, /c", 19),
      ("https://e.org/a (x", nil),
    ] as [(String, Int?)]
  )
  func sourceSets(_ value: String, _ offset: Int?) {
    Array(value.utf8).withUnsafeBufferPointer {
      #expect(HTMLURLKind.firstNotAbsolute(inSourceSet: 0..<$0.count, of: $0)?.offset == offset)
    }
  }

  @Test(arguments: [
    ("href", HTMLAttribute.Concern.link), ("SRC", .source), ("srcset", .sourceSet),
    ("Style", .style), ("onclick", .eventHandler), ("ONX", .eventHandler), ("on", .none),
    ("class", .none), ("a-name-of-more-than-sixteen-letters", .none), ("", .none),
  ])
  func concerns(_ name: String, _ expected: HTMLAttribute.Concern) {
    Array(name.utf8).withUnsafeBufferPointer {
      #expect(HTMLAttribute.concern(of: $0) == expected)
    }
  }

  @Test func referencesAreKnown() {
    for (name, isKnown) in [
      ("amp", true), ("omega", true), ("eacute", true), ("T", false), ("", false), ("ampx", false),
    ] {
      #expect(HTMLReferences.isKnown(name: name.utf8) == isKnown)
    }
  }
}
