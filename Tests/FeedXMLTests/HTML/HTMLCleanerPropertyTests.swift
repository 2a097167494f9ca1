import FeedModel
import Testing

@testable import FeedXML

@Suite struct HTMLCleanerPropertyTests {
  private static let pieces: [String] = [
    "<", ">", "/", "=", "\"", "'", " ", "\n", "\t", "&", ";", "#", "!", "-", "--", "-->", "<!--",
    "<!", "<?", "</", "/>", "a", "b", "x", "1", "é", "日本", "😀", "\u{0}", "\u{1}", "\u{FFFE}",
    "\u{C}", "<s\u{C}cript>", "<a href=java\u{C}script:x>",
    "<p>", "</p>", "<b>", "</b>", "<a href=\"/x\">", "</a>", "<a href=#fn1 id=fn1>",
    "<div class=ad>",
    "</div>", "<h2>", "</h2>", "<a class=anchor href=#x>", "<ul><li>", "</ul>", "<li>", "<td>",
    "<script>", "</script>", "<style>", "</style>", "<title>", "<textarea>", "</textarea>",
    "<iframe src=/f>", "</iframe>", "<iframe>", "<object data=/o>", "<object>", "</object>",
    "<embed src=e>", "<button>", "</button>", "<select>", "<option>", "</select>", "<xmp>",
    "</xmp>",
    "<svg>", "</svg>", "<svg/>", "<math>", "</math>", "<script/>", "<use href=#g>",
    "<foreignObject>",
    "</foreignObject>", "<noscript>", "</noscript>", "<template>", "<x-y>", "</x-y>", "<plaintext>",
    "<input type=checkbox checked>", "<input>", "<form>", "</form>", "<img src=i.png onerror=x>",
    "<img srcset=\"a 1x, /b 2x\">", "<![CDATA[", "]]>", "<!doctype html>", "<scr", "ipt>",
    "<scr\0ipt>",
    " onclick=x", " onload", " href=javascript:x", " href='java\nscript:x'", " src", " src=",
    " =javascript:x", " style=x", " class=ad", " id=\"fn-1\"", "href", "src", "javascript:",
    "&#106;", "&colon;", "&amp;", "&lt;", "&Tab;", " srcset=a,b", " data-x=1",
    " title=\"<script>\"",
  ]

  static let policies: [HTMLCleaner.Policy] = {
    var kept = HTMLCleaner.Policy()
    kept.frames = .keep
    kept.unlistedElements = .keep
    kept.keepsStyleAttributes = true
    kept.taskListMarks = .keep
    var strict = HTMLCleaner.Policy()
    strict.frames = .remove
    strict.taskListMarks = .remove
    strict.keepsDataAttributes = false
    strict.removedSelectors = [try? HTMLSelector(parsing: ".ad, x-y, li")].compactMap(\.self)
    return [.feed, kept, strict]
  }()

  static func soup(_ generator: inout SoupGenerator) -> String {
    var soup = ""
    for _ in 0..<(1 + generator.below(14)) { soup += pieces[generator.below(pieces.count)] }
    return soup
  }

  @Test func soups() throws {
    let base = try #require(BaseURL("https://ex.org/blog/post/"))
    var generator = SoupGenerator(state: 0x0DD_5EED)
    for _ in 0..<30_000 {
      let seed = generator.state
      let soup = Self.soup(&generator)
      let policy = Self.policies[generator.below(Self.policies.count)]
      let cleaner = HTMLCleaner(policy: policy)
      let prefix = generator.below(2) == 0 ? "p1-" : nil
      let once = cleaner.clean(soup, base: base, anchorPrefix: prefix).html
      let twice = cleaner.clean(once, base: base, anchorPrefix: prefix).html
      let fault = Self.fault(in: once) ?? Self.fault(in: Self.withoutForbiddenCharacters(once))
      if twice != once || fault != nil {
        Issue.record(
          "seed \(seed): \(fault ?? "not idempotent"): \(soup.debugDescription) gives \(once.debugDescription), then \(twice.debugDescription)"
        )
        return
      }
    }
  }

  /// Hostile input takes time in proportion to its length. The limit is there to end a hang: a
  /// quadratic step takes far longer.
  @Test(
    .timeLimit(.minutes(15)),
    arguments: [
      "<", "<<b>", "</", "<a ", "<a b=\"", "<!--", "<!", "<![CDATA[", "<script>",
      "<script><!--<script>",
      "<button>", "<button></p>", "<p><button>", "<div><object data=x>", "<li class=ad>",
      "<select><b>",
      "<h1><a class=anchor href=#x>x", "</b>", "<iframe src=x>", "<title>", "<svg><title/>", "&",
      "&amp", "&#", "<x-y>", "<a href=\"&amp;/x\">", "<img srcset=\"a 1x,\">", "<svg>", "<table>",
      "<span class=ad>x", "<b a=1 ", "<p class=ad>", "<xmp>", "<![", "<!-->", "--",
      "<button><b></i>",
    ]
  )
  func hostileRepetition(piece: String) throws {
    let text = String(repeating: piece, count: 25_000 / piece.utf8.count)
    let base = try #require(BaseURL("https://ex.org/"))
    for policy in Self.policies {
      let cleaned = HTMLCleaner(policy: policy).clean(text, base: base, anchorPrefix: "p").html
      #expect(Self.fault(in: cleaned) == nil)
    }
    #expect(HTMLText.plain(text).utf8.count <= text.utf8.count)
    _ = HTMLText.summary(of: text, words: 50)
    _ = HTMLText.firstHeading(in: text)
    _ = HTMLText.droppingLeadingHeading(equalTo: "x", in: text)
  }

  /// What an XML writer does to text.
  private static func withoutForbiddenCharacters(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter {
          $0.value >= 0x20 && $0.value != 0xFFFE && $0.value != 0xFFFF
            || "\t\n\r".unicodeScalars.contains($0)
        }
      )
    )
  }

  private static func fault(in html: String) -> String? {
    var copy = html
    return copy.withUTF8 { bytes -> String? in
      var tokenizer = HTMLTokenizer(bytes)
      while tokenizer.advance() {
        let token = tokenizer.token
        let name = String(decoding: bytes[token.name], as: UTF8.self).lowercased()
        switch token.kind {
        case .text, .endTag: continue
        case .startTag: break
        default: return "\(token.kind)"
        }
        if ["script", "style", "button", "textarea", "object"].contains(name) {
          return "<\(name)>"
        }
        for attribute in tokenizer.attributes {
          let attributeName = String(decoding: bytes[attribute.name], as: UTF8.self).lowercased()
          if attributeName.hasPrefix("on") { return attributeName }
          guard attributeName == "href" || attributeName == "src" else { continue }
          var value: [UInt8] = []
          HTMLCharacterReferences.decode(bytes, attribute.value, inAttribute: true, into: &value)
          let url = String(decoding: value, as: UTF8.self)
          if url.lowercased().filter({ $0 > " " }).hasPrefix("javascript:") { return url }
          if name == "use" || attributeName == "src" && url.allSatisfy(\.isWhitespace) { continue }
          if !URI.isAbsolute(url), !url.allSatisfy({ $0 <= " " }) { return "relative \(url)" }
        }
      }
      return nil
    }
  }
}

struct SoupGenerator {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
