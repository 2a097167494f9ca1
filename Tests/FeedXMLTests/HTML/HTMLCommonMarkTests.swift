import FeedXML
import Foundation
import Testing

@Suite struct HTMLCommonMarkTests {
  /// What no policy keeps; tags that do not end among it.
  private static let exceptions = [
    "<!", "<?", "<script", "<style", "<textarea", "<title", "<input", "javascript:", "onclick",
    "<link", "<meta", "</script",
    "<form", "<div id=\"foo\"\n*hi*", "<div class\nfoo", "<div *???",
  ]

  /// The expected output of every example of the CommonMark and GFM specifications stays as it is.
  @Test(.enabled(if: SharedData.exists))
  func examplesStay() {
    var policy = HTMLCleaner.Policy()
    policy.frames = .keep
    policy.unlistedElements = .keep
    policy.keepsStyleAttributes = true
    policy.taskListMarks = .keep
    policy.removesHeadingAnchors = false
    let cleaner = HTMLCleaner(policy: policy)
    var count = 0
    for file in [
      "spec.txt", "spec-0.30.txt", "extensions.txt", "regression.txt", "smart_punct.txt",
    ] {
      let fence = String(repeating: "`", count: 32)
      let parts = SharedData.text("specs/commonmark/" + file).components(
        separatedBy: fence + " example"
      )
      for part in parts.dropFirst() {
        let example = part.components(separatedBy: "\n" + fence)[0].components(separatedBy: "\n.\n")
        guard example.count > 1 else { continue }
        let html = example[1].replacingOccurrences(of: "→", with: "\t") + "\n"
        if Self.exceptions.contains(where: { html.lowercased().contains($0) }) { continue }
        count += 1
        #expect(cleaner.clean(html, base: nil).html == html, "\(file)")
      }
    }
    #expect(count > 1_300)
  }
}
