import FeedXML
import Foundation
import Testing

@Suite struct XMLSerializerTests {
  private let media = XMLNamespace("media", "http://search.yahoo.com/mrss/")
  private let other = XMLNamespace("media", "http://example.org/other")
  private let atom = XMLNamespace("atom", "http://www.w3.org/2005/Atom")

  private func write(
    defaultNamespace: XMLNamespace? = nil,
    declared: [XMLNamespace] = [],
    depth: Int = 0,
    _ body: (inout XMLSerializer) -> Void
  ) -> String {
    var xml = XMLSerializer(
      defaultNamespace: defaultNamespace,
      declared: declared,
      depth: depth
    )
    body(&xml)
    return String(decoding: xml.bytes, as: UTF8.self)
  }

  @Test func elementsAreIndented() {
    let document = write { xml in
      xml.declaration()
      xml.open("a")
      xml.attribute("b", "c & d")
      xml.attribute("none", nil as String?)
      xml.attribute("n", 5)
      xml.open("e")
      xml.element("f", text: "g < h")
      xml.element("absent", text: nil as String?)
      xml.element("empty", text: "")
      xml.close()
      xml.open("i")
      xml.close()
      xml.element("date") { $0 += Array("2024".utf8) }
      xml.close()
    }
    #expect(
      document == """
        <?xml version="1.0" encoding="utf-8"?>
        <a b="c &amp; d" n="5">
          <e>
            <f>g &lt; h</f>
            <empty></empty>
          </e>
          <i/>
          <date>2024</date>
        </a>
        """
    )
  }

  @Test func namespacesAreDeclaredWhereTheyAreNeeded() {
    let document = write { xml in
      xml.open("a")
      xml.element("b", in: media, text: "")
      xml.open("c", in: media)
      xml.element("d", in: media, text: "")
      xml.close()
      xml.element("e", in: media, text: "")
      xml.close()
    }
    #expect(
      document == """
        <a>
          <media:b xmlns:media="http://search.yahoo.com/mrss/"></media:b>
          <media:c xmlns:media="http://search.yahoo.com/mrss/">
            <media:d></media:d>
          </media:c>
          <media:e xmlns:media="http://search.yahoo.com/mrss/"></media:e>
        </a>
        """
    )
  }

  @Test func declarationsAtTheRootSuffice() {
    let document = write { xml in
      xml.open("a", declaring: [media, atom, media])
      xml.element("b", in: media, text: "")
      xml.close()
    }
    #expect(document.components(separatedBy: "xmlns").count == 3)
  }

  @Test func onePrefixForTwoNamespacesIsDeclaredAgain() {
    let document = write { xml in
      xml.open("a", declaring: [media, other])
      xml.element("b", in: media, text: "")
      xml.element("c", in: other, text: "")
      xml.element("d", in: media, text: "")
      xml.close()
    }
    #expect(
      document == """
        <a xmlns:media="http://search.yahoo.com/mrss/">
          <media:b></media:b>
          <media:c xmlns:media="http://example.org/other"></media:c>
          <media:d></media:d>
        </a>
        """
    )
  }

  @Test func elementsOfTheDefaultNamespaceHaveNoPrefix() {
    let document = write(defaultNamespace: atom) { xml in
      xml.open("feed", in: atom, declaring: [atom, media])
      xml.element("id", in: atom, text: "x")
      xml.element("content", in: media, text: "")
      xml.close()
    }
    #expect(
      document == """
        <feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
          <id>x</id>
          <media:content></media:content>
        </feed>
        """
    )
  }

  @Test func aPartIsWrittenAsInItsDocument() {
    let part = write(defaultNamespace: atom, declared: [atom, media], depth: 1) { xml in
      xml.open("entry", in: atom)
      xml.element("content", in: media, text: "")
      xml.close()
    }
    #expect(part == "\n  <entry>\n    <media:content></media:content>\n  </entry>")
  }

  @Test func instructionsCannotEndEarly() {
    let document = write { xml in
      xml.stylesheetInstruction([("href", "a?>b\"c"), ("type", "text/css")])
    }
    #expect(document == "\n<?xml-stylesheet href=\"a?&gt;b&quot;c\" type=\"text/css\"?>")
  }

  @Test func droppedCharactersAreCounted() {
    var xml = XMLSerializer()
    xml.open("a")
    xml.attribute("b", "\u{0}\u{1}")
    xml.text("\u{FFFF}")
    xml.markup("<\u{2}>")
    xml.element("c", text: "\u{3}")
    xml.close()
    #expect(xml.droppedCharacters == 5)
  }
}
