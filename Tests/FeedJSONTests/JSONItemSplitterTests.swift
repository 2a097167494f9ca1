import Testing

@testable import FeedJSON

struct JSONItemSplitterTests {
  private struct Parts: Equatable {
    var items: [String] = []
    var places: [String] = []
    var rest = ""
    var error: String?
  }

  private func split(_ text: String, chunk: Int = .max) -> Parts {
    var splitter = JSONItemSplitter()
    var parts = Parts()
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var left = bytes
      while !left.isEmpty, parts.error == nil {
        var part = UnsafeBufferPointer(rebasing: left.prefix(chunk))
        left = UnsafeBufferPointer(rebasing: left.dropFirst(chunk))
        while !part.isEmpty {
          let (count, event) = splitter.take(part)
          part = UnsafeBufferPointer(rebasing: part[count...])
          switch event {
          case .item:
            parts.items.append(String(decoding: splitter.item, as: UTF8.self))
            parts.places.append("\(splitter.start.line):\(splitter.start.column)")
          case .syntaxError(let message):
            parts.error = message
            return
          default: break
          }
        }
      }
    }
    parts.rest = String(decoding: splitter.rest, as: UTF8.self)
    return parts
  }

  @Test func takesItemsOut() {
    let text = """
      {"a": "items", "é": {"items": [1]}, "items": [ {"x": "]}\\"" },
        [1, [2]], "s,]", 12 ,null], "b": 1}
      """
    for chunk in [1, 2, 3, 10, .max] {
      let parts = split(text, chunk: chunk)
      #expect(parts.items == ["{\"x\": \"]}\\\"\" }", "[1, [2]]", "\"s,]\"", "12", "null"])
      #expect(parts.places == ["1:48", "2:3", "2:13", "2:20", "2:24"])
      #expect(parts.rest == "{\"a\": \"items\", \"é\": {\"items\": [1]}, \"items\": [], \"b\": 1}")
      #expect(parts.error == nil)
    }
  }

  @Test(arguments: [
    ("{\"items\": [1,]}", "trailing"), ("{\"items\": [,1]}", "expected an item"),
    ("{\"items\": [1 2]}", "neither"), ("{\"items\": [\"a\" \"b\"]}", "neither"),
  ])
  func refusesWhatStandsBetweenItems(text: String, part: String) {
    #expect(split(text).error?.contains(part) == true)
    #expect(split(text, chunk: 1) == split(text))
  }

  @Test(arguments: [
    "[\"items\", [1]]", "{\"items\" [1]}", "{\"x\": \"items\", \"y\": [1]}", "\"", "]]",
  ])
  func leavesTheRestAsItIs(text: String) {
    #expect(split(text).rest == text)
    #expect(split(text, chunk: 1) == split(text))
  }

  @Test func countsLinesAsTheReaderDoes() {
    for end in ["\n", "\r\n", "\r"] {
      let text = ["{\"items\":", "[", "1,", "  2]}"].joined(separator: end)
      for chunk in [1, 2, .max] {
        #expect(split(text, chunk: chunk).places == ["3:1", "4:3"])
      }
    }
  }
}
