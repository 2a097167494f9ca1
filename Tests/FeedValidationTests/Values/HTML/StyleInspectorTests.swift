import TestSupport
import Testing

@testable import FeedValidation

@Suite struct StyleInspectorTests {
  static let plain = [
    "", ";", "background: yellow;", "border: 1px solid rgb(0, 0, 0);", "border-bottom: 0pt;",
    "border: medium none ;", "border: none !important;", "border: solid 2px #000000;",
    "color: rgb(0, 128, 0);", "font-family : Comic Sans MS;", "font-family: 'Lucida Console';",
    "font-size: 0.9em", "margin: 0px !important; ", "padding: 0 0 12px 12px;",
    "TEXT-INDENT: 0.5in;", "margin: 0 auto", "background: #FFF", "background-color: orange",
    "border-color: rgba(0,0,0,.5)", "margin:0!important", "width: 100%; height: auto",
    "color: BLUE",
    "font: bold 12px/1.5 \"a;b\", serif", "display: none", "padding: 1.5em .5em",
  ]

  static let stripped = [
    "↓bogus", "↓mso-highlight: yellow;", "↓tab-stops: list .5in;", "↓background-repeat: repeat-x;",
    "color: red; ↓max-width: 9em", "↓background: url(https://e.org/a.png)", "↓margin: -1px",
    "↓color: var(--x)", "↓width: calc(1px + 2px)", "↓font-family: \\5fae", "↓position: relative",
    "↓: red", "↓background: url(a;b); color: red", "↓color: red /* note */",
  ]

  static let dangerous = [
    "↓position: absolute;", "↓margin: 99999em;", "↓any: expression(window.x)", "↓behavior: url(x)",
    "↓-moz-binding: url(x)", "↓background: url(javascript:x)", "↓width: expr/**/ession(1)",
    "color: red;↓POSITION:FIXED", "↓color: \\65xpression",
  ]

  private func inspect(_ css: [UInt8]) -> [(StyleInspector.Finding, Int)] {
    var found: [(StyleInspector.Finding, Int)] = []
    css.withUnsafeBufferPointer { css in
      StyleInspector.inspect(css) { found.append(($0, $1.lowerBound)) }
    }
    return found
  }

  @Test(arguments: plain) func plainStylesPass(_ css: String) {
    #expect(inspect(Array(css.utf8)).isEmpty)
  }

  @Test(arguments: stripped) func othersAreStripped(_ css: String) {
    let value = MarkedValue(css)
    let found = inspect(value.bytes)
    #expect(found.map(\.0) == [.stripped])
    #expect(found.map(\.1) == value.marks)
  }

  @Test(arguments: dangerous) func programsAndPositionsAreDangerous(_ css: String) {
    let value = MarkedValue(css)
    let found = inspect(value.bytes)
    #expect(found.map(\.0) == [.dangerous])
    #expect(found.map(\.1) == value.marks)
  }

  @Test func anyBytesAreJudgedWithinTheirBounds() {
    let texts = Self.plain + Self.stripped + Self.dangerous
    for seed in UInt64(1)...2000 {
      var generator = SeededGenerator(seed: seed)
      let css = generator.mutated(
        texts[Int(seed) % texts.count].replacing("↓", with: ""),
        alphabet: Array(":;()\"'\\/*!#- 0a".utf8)
      )
      for (_, offset) in inspect(css) {
        #expect((0..<max(css.count, 1)).contains(offset), "seed \(seed)")
      }
    }
  }
}
