import FeedXML

/// Code that stood between two tags.
struct CodeBlock {
  private let code: ArraySlice<UInt8>
  private let language: String

  /// A block of code.
  ///
  /// - Parameters:
  ///   - text: What stood between the tags; blank lines at its ends do not belong to the code.
  ///   - language: The name that the tag has for the language.
  init(_ text: [UInt8], language: String?) {
    var start = 0
    var lineStart = 0
    while start < text.count, TemplateBytes.isSpace(text[start]) {
      if text[start] == UInt8(ascii: "\n") { lineStart = start + 1 }
      start += 1
    }
    var end = text.count
    while end > start, TemplateBytes.isSpace(text[end - 1]) { end -= 1 }
    code = start < end ? text[lineStart..<end] : []
    let isName = language?.utf8.allSatisfy {
      TemplateBytes.isName($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "#")
        || $0 == UInt8(ascii: ".")
    }
    self.language = isName == true ? language ?? "" : ""
  }

  /// The block in a fence that is longer than any run of its marks in the code.
  func markdown(indentation: ArraySlice<UInt8>) -> [UInt8] {
    let mark = UInt8(ascii: "`")
    var longest = 2
    var run = 0
    for byte in code {
      run = byte == mark ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = [UInt8](repeating: mark, count: longest + 1)
    var block = fence + Array(language.utf8) + [0x0A] + code
    if !code.isEmpty { block.append(0x0A) }
    return block + indentation + fence
  }

  /// The block as HTML.
  var html: [UInt8] {
    let attribute = language.isEmpty ? "" : " class=\"language-\(HTMLEscaping.escape(language))\""
    let text = HTMLEscaping.escape(String(decoding: code, as: UTF8.self))
    return Array("<pre><code\(attribute)>\(text)\n</code></pre>".utf8)
  }
}
