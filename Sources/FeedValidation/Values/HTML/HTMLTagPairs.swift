import FeedXML

/// Finds the tags without a partner, in HTML that is known to have such.
enum HTMLTagPairs {
  private struct Open {
    var number: UInt8
    var offset: Int
    var name: Range<Int>
  }

  // How far up an end tag looks for its start tag, as in browsers' own limits.
  private static let searchDepth = 256

  /// Elements that merely cross (`<b><i></b></i>`) are not reported: all readers mend that.
  static func check(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ verdicts: [HTMLVerdict],
    _ problems: inout HTMLProblems
  ) {
    var open: [Open] = []
    // Closed by the end of an element around them; their own end tags may follow.
    var crossed = [[Open]](repeating: [], count: 256)
    var tokenizer = HTMLTokenizer(bytes)
    while tokenizer.advance() {
      let token = tokenizer.token
      guard token.kind == .startTag || token.kind == .endTag else { continue }
      let number = token.elementNumber
      let verdict = verdicts[Int(number)]
      guard number != 0, !verdict.contains(.unpaired) else { continue }
      if token.kind == .startTag {
        if !token.isSelfClosing {
          open.append(Open(number: number, offset: token.start, name: token.name))
        }
      } else if let index = open.suffix(searchDepth).lastIndex(where: { $0.number == number }) {
        for inner in open[(index + 1)...] { crossed[Int(inner.number)].append(inner) }
        open.removeLast(open.count - index)
      } else if crossed[Int(number)].popLast() == nil {
        problems.add(.unopened, name(token.name, bytes), at: token.start)
      }
    }
    for element in open + crossed.joined() {
      problems.add(.unclosed, name(element.name, bytes), at: element.offset)
    }
  }

  private static func name(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> String {
    HTMLProblems.shortened(bytes[range].lazy.map(ASCII.lowercased))
  }
}
