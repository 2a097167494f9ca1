import Foundation
import Testing

@testable import FeedSources

@Suite struct MDXTests {
  private func markdown(_ text: String) -> String {
    String(decoding: mdx(text.utf8).markdown, as: UTF8.self)
  }

  @Test(arguments: [
    ("import A from 'a'\n\nText", "\nText"), ("import 'a.css'\nText", "Text"),
    ("import A, {b} from \"a\";\nimport * as C from 'c'\n\nText", "\nText"),
    ("import {\n  a,\n  b,\n} from 'a'\nText", "Text"), ("import A\n  from 'a'\n\nText", "\nText"),
    ("import type {A} from 'a'\n\nText", "\nText"),
    ("export const a = {\n  b: '}',\n\n  c: [1, 2],\n}\n\nText", "\nText"),
    ("export const a =\n  5;\n\nText", "\nText"), ("export const a = b\n  .c()\n\nText", "\nText"),
    ("export default ({children}) => <div>{children}</div>\n\nText", "\nText"),
    ("export function f() {\n\n  return `}${'`'}`\n}\nText", "Text"), ("export {a} from 'a'", ""),
    ("export * from 'a' // it's\nText", "Text"),
    ("Text\n\nimport a from 'a'\n\nMore", "Text\n\n\nMore"),
    ("Text\nimport a from 'a'", "Text\nimport a from 'a'"),
    ("    import a from 'a'", "    import a from 'a'"),
    ("import duties from the EU\nare high", "import duties from the EU\nare high"),
    ("import, export", "import, export"), ("export it", "export it"),
    ("imported from 'a'", "imported from 'a'"),
    ("export const a = {", "export const a = {"),
  ])
  func statements(source: String, expected: String) { #expect(markdown(source) == expected) }

  @Test(arguments: [
    ("<A />\n\nText", "\n\nText"), ("a <B c={d}/> e", "a  e"), ("<A>**b**</A>", "**b**"),
    ("<A.B c='>' d={`}${e}`} {...f}>g</A.B>", "g"), ("<>a</>", "a"),
    ("<A\n  b={{c: 1}}\n  d\n/>", ""),
    ("<A b={<C d=\"e\">f</C>} />x", "x"), ("<A b={'it\\'s }'}>x</A>", "x"), ("<A>x", "x"),
    ("<A client:load @click=\"x\">x</A>", "x"),
  ])
  func componentsGo(source: String, expected: String) { #expect(markdown(source) == expected) }

  @Test(arguments: [
    ("<div className=\"a\"\n  htmlFor='b'>c</div>", "<div class=\"a\" for='b'>c</div>"),
    ("<img\n  src = {x}\n  alt=\"b\" />", "<img alt=\"b\" />"),
    ("<img src={\"/a.png\"} width={6}>", "<img src=\"/a.png\" width=\"6\">"),
    ("<p title={'\"&'}>x</p>", "<p title=\"&quot;&amp;\">x</p>"), ("<div />x", "<div></div>x"),
    ("<img src=\"a\"></img>x", "<img src=\"a\">x"), ("<br/>", "<br />"),
    ("<p style={{color: 'red'}}>x</p>", "<p>x</p>"),
    ("<p>{/* c */}x</p>", "<p>x</p>"), ("<ul>{a.map(b => <li>{b}</li>)}</ul>", "<ul></ul>"),
    ("<details open>x</details>", "<details open>x</details>"),
    ("<x-y z={1}>a</x-y>", "<x-y z=\"1\">a</x-y>"),
    ("<p a=\"className=b\">x</p>", "<p a=\"className=b\">x</p>"),
  ])
  func htmlStays(source: String, expected: String) { #expect(markdown(source) == expected) }

  @Test(arguments: [
    ("a {b} c", "a  c"), ("{/* truncate */}", "<!-- truncate -->"), ("{/*more*/}", "<!-- more -->"),
    ("a{/* } */}b", "ab"),
    ("{}", ""), ("{' '}", " "), ("{\"a*b\"}", "a&#42;b"), ("{`<`}", "&#60;"), ("{5}", "5"),
    ("{'it\\'s'}", "it&#39;s"),
    ("{a.map(b => <li>Don't</li>)} it's", " it's"), ("{// it's }\na}b", "b"),
    ("{a /* } */ + '}'}b", "b"),
    ("{`a ${`}`} }`}b", "b"), ("{x ? <a href=\"http://b\">:)</a> : null}c", "c"),
    ("{/* a */ b /* c */}d", "d"), ("\\{a\\}", "\\{a\\}"),
  ])
  func expressionsGo(source: String, expected: String) { #expect(markdown(source) == expected) }

  /// What is no JavaScript is left as it is.
  @Test(arguments: [
    "`{a} <B />`", "``a ` {b}``", "```js\nimport a from 'a'\n\n{b} <C />\n```\n",
    "~~~\n{a}\n```\n{b}\n~~~\n",
    "- ```js\n  {a}\n\n  <B />\n  ```\n", "> ```\n> {a}\n> ```\n", "1. ```\n   {a}\n   ```\n",
    "```\n{a}", "<https://auto.link/{a}>".replacing("{a}", with: "a"),
    "<me@example.org>", "a < b > c", "a <3", "1<2", "a {", "a } b", "{ a ( b", "a <b",
    "<!-- {a} <B /> -->", "<!-- a",
    "$$\n\\frac{a}{b}\n$$\n", "$x_{1}$ and $$\\a{b}$$", "costs $5", "\\<A>", "a `b", "<a href=b/c>",
    "",
    "\n\n", "日本語 😀 { é", "*a* **b** [c](d)", "a\r\nb\r\n", "    code", "List<A", "<A b=\"",
  ])
  func otherTextStays(source: String) {
    #expect(markdown(source) == source)
    #expect(mdx(source.utf8).expressions == 0)
  }

  @Test func pricesAreNoFormulas() {
    #expect(markdown("costs $5 or {price} in US$") == "costs $5 or  in US$")
  }

  /// Indentation shows nesting in MDX and code in CommonMark.
  @Test(arguments: [
    (
      "<Tabs>\n    <Tab>\n        Some text\n\n        - a\n          - b\n    </Tab>\n</Tabs>\n\nEnd",
      "\n\nSome text\n\n- a\n  - b\n\n\n\nEnd"
    ),
    ("<A>\n\t\tText\n\n\t\tMore\n</A>", "\nText\n\nMore\n"),
    ("<A>\n    ```js\n    a {\n      b\n    ```\n</A>", "\n```js\na {\n  b\n```\n"),
    ("<A>\n1. one\n\n   <B>two</B>\n</A>", "\n1. one\n\n   two\n"),
    ("<ul>\n    <li>a</li>\n\n    <li>b</li>\n</ul>", "<ul>\n<li>a</li>\n\n<li>b</li>\n</ul>"),
    ("- a\n\n      <B />\n      c", "- a\n\n      \n      c"),
    ("<div>\n**a**\n</div>", "<div>\n\n**a**\n</div>"),
    ("<div>\n<p>a</p>\n</div>", "<div>\n<p>a</p>\n</div>"),
    ("<p>\na\n</p>", "<p>\na\n</p>"), ("a <div>\nb</div>", "a <div>\nb</div>"),
  ])
  func indentation(source: String, expected: String) { #expect(markdown(source) == expected) }

  @Test func countsWhatItTook() {
    let found = mdx("import A from 'a'\n\n<A /> {b} <C.D>{'x'}</C.D> <A>{e}</A>{/* f */}".utf8)
    #expect(found.statements == 1)
    #expect(found.components == ["A", "C.D"])
    #expect(found.expressions == 2)
  }

  private static let blogs = URL(filePath: #filePath)
    .deletingLastPathComponent().appending(path: "../../../../shared/blogs").standardizedFileURL

  @Test(.enabled(if: FileManager.default.fileExists(atPath: blogs.path)))
  func realPosts() throws {
    let files = FileManager.default.enumerator(at: Self.blogs, includingPropertiesForKeys: nil)
    var count = 0
    for case let file as URL in try #require(files) where file.pathExtension == "mdx" {
      count += 1
      let text = try String(contentsOf: file, encoding: .utf8)
      let body = try #require(text.firstRange(of: "\n---\n")).upperBound
      let markdown = markdown(String(text[body...]))
      var isCode = false
      for line in markdown.split(separator: "\n") {
        if line.hasPrefix("```") { isCode.toggle() }
        if isCode { continue }
        #expect(!line.hasPrefix("import "), "\(file.lastPathComponent)")
        #expect(!line.contains("className"), "\(file.lastPathComponent)")
        #expect(line.firstMatch(of: /<\/?[A-Z]/) == nil, "\(file.lastPathComponent): \(line)")
      }
      let html = try MarkdownRenderer().html(of: markdown)
      #expect(!html.contains("&lt;"), "\(file.lastPathComponent)")
      #expect(text.contains("```") || !html.contains("<pre>"), "\(file.lastPathComponent)")
    }
    #expect(count > 100)
  }
}

/// What is read from bytes.
func mdx(_ bytes: some Sequence<UInt8>) -> MDX {
  Array(bytes).withUnsafeBufferPointer { MDX($0) }
}
