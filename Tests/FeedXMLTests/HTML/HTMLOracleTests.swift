import CGumbo
import FeedModel
import Foundation
import Testing

@testable import FeedXML

/// Gumbo, a complete HTML5 parser, reads real content before and after cleaning.
@Suite struct HTMLOracleTests {
  private static let removedNames: Set<String> = [
    "script", "style", "title", "textarea", "button", "select", "option", "optgroup", "datalist",
    "noembed", "noframes", "iframe", "object", "embed", "applet", "foreignobject",
  ]

  @Test(.enabled(if: SharedData.exists))
  func keepsTheVisibleText() throws {
    var policy = HTMLCleaner.Policy()
    policy.frames = .remove
    policy.taskListMarks = .remove
    policy.removesHeadingAnchors = false
    let cleaner = HTMLCleaner(policy: policy)
    let base = try #require(BaseURL("https://ex.org/blog/post/"))
    let fragments = SharedData.feedFragments(limit: 4_000)
    #expect(fragments.count > 1_000)
    var differences = 0
    for (source, html) in fragments {
      let cleaned = cleaner.clean(html, base: base).html
      let before = GumboReader.read(html, skipping: Self.removedNames)
      let after = GumboReader.read(cleaned, skipping: [])
      if after.text != before.text {
        differences += 1
        let common = zip(before.text, after.text).prefix { $0 == $1 }.count
        Issue.record(
          """
          \(source): \(before.text.dropFirst(max(0, common - 20)).prefix(80)) became \
          \(after.text.dropFirst(max(0, common - 20)).prefix(80))
          """
        )
        if differences > 10 { return }
      }
      #expect(after.names.isDisjoint(with: Self.removedNames), "\(source)")
      for (name, value) in after.attributes {
        #expect(!name.hasPrefix("on") && name != "style", "\(source): \(name)")
        if name == "href" || name == "src", !value.isEmpty {
          #expect(URI.isAbsolute(value), "\(source): \(name) \(value)")
        }
      }
      #expect(cleaner.clean(cleaned, base: base).html == cleaned, "\(source)")
    }
  }

  /// A browser's tree of what comes out has nothing that runs, whatever goes in.
  @Test func soupsRunNothing() throws {
    let base = try #require(BaseURL("https://ex.org/blog/post/"))
    var generator = SoupGenerator(state: 0xC0FFEE)
    for _ in 0..<10_000 {
      let seed = generator.state
      let soup = HTMLCleanerPropertyTests.soup(&generator)
      var policy = HTMLCleanerPropertyTests.policies[generator.below(3)]
      policy.frames = .link
      let cleaned = HTMLCleaner(policy: policy).clean(soup, base: base).html
      let tree = GumboReader.read(cleaned, skipping: [])
      let isSafe =
        tree.names.isDisjoint(with: Self.removedNames)
        && tree.attributes.allSatisfy { name, value in
          !name.hasPrefix("on")
            && !value.lowercased().filter { $0 > " " }.hasPrefix("javascript:")
        }
      #expect(isSafe, "seed \(seed): \(soup.debugDescription) gives \(cleaned.debugDescription)")
    }
  }

  @Test(.enabled(if: SharedData.exists))
  func readsTheVisibleText() {
    var hidden = Self.removedNames
    hidden.subtract(["object", "embed", "applet", "option", "optgroup"])
    hidden.formUnion(["svg", "template", "annotation"])
    for (source, html) in SharedData.feedFragments(limit: 2_000) {
      let expected = GumboReader.read(html, skipping: hidden).text
      let actual = GumboReader.withoutSpaces(HTMLText.plain(html))
      if actual != expected {
        let common = zip(expected, actual).prefix { $0 == $1 }.count
        Issue.record(
          """
          \(source): \(expected.dropFirst(max(0, common - 20)).prefix(80)) read as \
          \(actual.dropFirst(max(0, common - 20)).prefix(80))
          """
        )
        return
      }
    }
  }
}

private struct GumboReader {
  var text = ""
  var names: Set<String> = []
  var attributes: [(String, String)] = []

  /// Nor with C1 controls, which Gumbo replaces where the standard keeps them.
  static func withoutSpaces(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          !$0.properties.isWhitespace && !(0x80...0x9F).contains($0.value) && $0.value != 0xFFFD
        }
      )
    )
  }

  static func read(_ html: String, skipping skipped: Set<String>) -> GumboReader {
    var reader = GumboReader()
    var copy = html
    copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        var options = kGumboDefaultOptions
        options.fragment_context = GUMBO_TAG_BODY
        guard
          let output = gumbo_parse_with_options(&options, characters.baseAddress, characters.count)
        else { return }
        // Gumbo's tree is as deep as the nesting, so no recursion.
        var stack: [UnsafeMutablePointer<GumboNode>] = [output.pointee.root]
        while let node = stack.popLast() { reader.visit(node, skipped, &stack) }
        gumbo_destroy_output(&options, output)
      }
    }
    reader.text = withoutSpaces(reader.text)
    return reader
  }

  private mutating func visit(
    _ node: UnsafeMutablePointer<GumboNode>,
    _ skipped: Set<String>,
    _ stack: inout [UnsafeMutablePointer<GumboNode>]
  ) {
    switch node.pointee.type {
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      text += String(cString: node.pointee.v.text.text)
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
      let element = node.pointee.v.element
      var name = String(cString: gumbo_normalized_tagname(element.tag))
      if name.isEmpty {
        let original = UnsafeRawBufferPointer(
          start: element.original_tag.data,
          count: element.original_tag.length
        )
        name = String(
          decoding: original.dropFirst().prefix { $0 > 0x20 && $0 != 0x3E },
          as: UTF8.self
        )
        .lowercased()
      }
      if skipped.contains(name) { return }
      names.insert(name)
      for index in 0..<Int(element.attributes.length) {
        guard
          let attribute = element.attributes.data[index]?
            .assumingMemoryBound(to: GumboAttribute.self)
        else { continue }
        attributes.append(
          (String(cString: attribute.pointee.name), String(cString: attribute.pointee.value))
        )
      }
      for index in (0..<Int(element.children.length)).reversed() {
        if let child = element.children.data[index] {
          stack.append(child.assumingMemoryBound(to: GumboNode.self))
        }
      }
    default: break
    }
  }
}
