import FeedModel
import FeedXML
import Foundation
import Testing

@testable import FeedValidation

struct SecondOpinionTests {
  /// What no rule sees: a subcategory of a subcategory.
  private static let fault = """
    <itunes:category xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" text="Society &amp; Culture">
    <itunes:category text="Documentary"><itunes:category text="Philosophy"/></itunes:category>
    </itunes:category>
    """

  private static func feed(items: Int, channel: String = "", item: String = "") -> String {
    var text = """
      <rss version="2.0"><channel><title>T</title><link>https://example.org/</link>
      <description>D</description>\(channel)

      """
    for number in 0..<items {
      text += """
        <item><title>\(number)</title><guid isPermaLink="false">\(number)</guid>
        <description>\(String(repeating: "words ", count: 40))</description>\(item)</item>

        """
    }
    return text + "</channel></rss>"
  }

  private static func found(
    _ text: String,
    by size: Int = 10_000,
    severities: [String: Diagnostic.Severity?] = [:]
  ) -> [Diagnostic] {
    FeedValidator.report(
      Array(text.utf8),
      ValidationSettings(now: 1_719_792_000, severities: severities),
      by: size
    ).diagnostics.filter { $0.rule == "grammar" }
  }

  @Test func saysWhatNoRuleSays() throws {
    let finding = try #require(Self.found(Self.feed(items: 2, channel: Self.fault)).first)
    #expect(finding.severity == .error)
    #expect(finding.line == 3 && finding.column == 37)
    #expect(finding.path == "/rss/channel/itunes:category/itunes:category/itunes:category")
    #expect(finding.help?.isEmpty == false)
  }

  @Test func isSilentWhereARuleSpoke() {
    #expect(Self.found(Self.feed(items: 2, channel: "<nonesuch/>")).isEmpty)
    #expect(Self.found(Self.feed(items: 2, item: "<title>again</title>")).isEmpty)
  }

  @Test func isSilentWhereARuleSpokeOfTheTextBefore() {
    let div = #"A <div xmlns="http://www.w3.org/1999/xhtml">B</div>"#
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><id>urn:x:1</id>
      <updated>2024-02-05T10:00:00Z</updated><author><name>A</name></author>
      <entry><title>T</title><id>urn:x:2</id><updated>2024-02-05T10:00:00Z</updated>
      <content type="xhtml">\(div)</content></entry></feed>
      """
    #expect(Self.found(feed).isEmpty)
    #expect(Self.found(feed, severities: ["xhtml-div-missing": .info]).isEmpty)
  }

  @Test func isARuleAmongOthers() {
    let text = Self.feed(items: 1, channel: Self.fault)
    #expect(Self.found(text, severities: ["grammar": nil as Diagnostic.Severity?]).isEmpty)
    #expect(Self.found(text, severities: ["grammar": .warning]).map(\.severity) == [.warning])
  }

  /// Large documents are checked on a thread of their own if a core is idle; nothing else differs.
  @Test func findsTheSameOnAnyThreadAndInAnyChunks() {
    let text = Self.feed(items: 3_000, channel: Self.fault)
    #expect(text.utf8.count > 3 * SecondOpinion.threadedFrom)
    for size in [1_000, 70_000, 10_000_000] {
      let alone = Self.found(text, by: size)
      #expect(alone.count == 1)
      // No core is idle then.
      for _ in 0..<256 { WorkingThreads.add() }
      #expect(Self.found(text, by: size) == alone)
      for _ in 0..<256 { WorkingThreads.remove() }
    }
  }

  @Test func manyDocumentsAtOnce() async {
    let text = Self.feed(items: 2_000, channel: Self.fault)
    let alone = Self.found(text)
    await withTaskGroup(of: [Diagnostic].self) { group in
      for _ in 0..<12 { group.addTask { Self.found(text) } }
      for await found in group { #expect(found == alone) }
    }
  }

  @Test func mayBeLeftInTheMiddle() {
    let bytes = Array(Self.feed(items: 3_000).utf8)
    for count in [0, 100, 300_000, bytes.count] {
      let validator = FeedValidator(ValidationSettings(now: 1_719_792_000))
      bytes.prefix(count).withUnsafeBufferPointer { validator.consume($0) }
    }
  }

  /// What the fault has torn apart is for nobody to judge.
  @Test(arguments: ["</b>", "<a", "a < b", "&#1;", "<x:y/>", "<a b=c/>", "]]>"])
  func goesNoFurtherThanAFaultOfXML(fault: String) {
    let text = Self.feed(items: 2_000, channel: fault + Self.fault)
    #expect(Self.found(text).isEmpty)
  }

  @Test(arguments: ["&nbsp;", "a & b", "&unknown;"])
  func readsOnAfterReferencesThatXMLDoesNotKnow(reference: String) {
    let text = Self.feed(
      items: 3,
      channel: "<copyright>\(reference)</copyright>" + Self.fault
    )
    #expect(Self.found(text).count == 1)
  }

  @Test func readsOnAfterADocumentType() {
    let type = """
      <!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
      "http://my.netscape.com/publish/formats/rss-0.91.dtd">

      """
    let found = Self.found(type + Self.feed(items: 1, channel: Self.fault))
    #expect(found.map(\.line) == [5])
    let declaring = "<!DOCTYPE rss [<!ENTITY a 'b'>]>" + Self.feed(items: 1, channel: Self.fault)
    #expect(Self.found(declaring).isEmpty)
  }

  @Test(arguments: ["UTF-16", "windows-1252"])
  func placesAreThoseOfTheFile(encoding: String) throws {
    let text = """
      <?xml version="1.0" encoding="\(encoding)"?>\r<!-- é -->\r\n\
      \(Self.feed(items: 1, channel: Self.fault))
      """
    var bytes: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    if encoding != "UTF-16" {
      bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    }
    let report = FeedValidator.report(bytes, ValidationSettings(now: 1_719_792_000), by: 100)
    let finding = try #require(report.diagnostics.first { $0.rule == "grammar" })
    #expect(finding.line == 5 && finding.column == 37)
  }

  /// libxml2 takes and gives back the memory of values with references in them.
  @Test func passesOverAttributesThatNoGrammarNames() {
    let attributes = """
      xml:lang="&lt;a&gt;" xmlns:x="urn:x" x:b="b" url="https://example.org/a.mp3?a&amp;b" \
      x:c="&quot;&amp;" length="1" x:d="d&#65;" type="audio/mpeg"
      """
    let item = "<enclosure \(attributes)/>"
    #expect(Self.found(Self.feed(items: 300, channel: Self.fault, item: item)).count == 1)
  }

  /// libxml2's time would double with every attribute, or grow with the square of the elements.
  @Test(.timeLimit(.minutes(5)))
  func takesNoTimeForTheWorstOfEntries() {
    let media = """
      <media:content xmlns:media="http://search.yahoo.com/mrss/" url="https://example.org/a.mp4" \
      fileSize="1" type="video/mp4" medium="video" isDefault="true" expression="full" bitrate="1" \
      framerate="1" samplingrate="1" channels="1" duration="1" height="1" width="1" lang="en"/>
      """
    let many = String(repeating: media, count: 100)
    #expect(Self.found(Self.feed(items: 2, channel: Self.fault, item: many)).count == 1)
    let bogus = String(repeating: "<bogus/>", count: 2_500)
    #expect(Self.found(Self.feed(items: 3, item: bogus)).isEmpty)
    let attributes = (0..<1_000).map { "a\($0)=''" }.joined(separator: " ")
    #expect(Self.found(Self.feed(items: 1, item: "<guid \(attributes)/>")).isEmpty)
    let categories = String(repeating: "<category>a</category>", count: 2_500)
    #expect(Self.found(Self.feed(items: 1, channel: Self.fault, item: categories)).count == 1)
    let deep = String(repeating: "<x xmlns='urn:x' a='' b=''>", count: 200)
    let end = String(repeating: "</x>", count: 200)
    #expect(Self.found(Self.feed(items: 1, channel: Self.fault, item: deep + end)).count == 1)
  }

  @Test func saysNothingOfOtherKindsOfDocument() {
    for text in ["<html/>", "<rss xmlns='x' version='2.0'/>", "", "{}", "<feed/>", "<a><b/></a>"] {
      #expect(Self.found(text).isEmpty)
    }
  }
}

struct BlockPipeTests {
  /// Reads a pipe on a thread of its own: those that tests run on must not wait for each other.
  private final class Reader: @unchecked Sendable {  // Its bytes are read after its end.
    private(set) var bytes: [UInt8] = []
    private let end = DispatchSemaphore(value: 0)

    init(_ pipe: BlockPipe, wantsMore: Bool = true) {
      let thread = Thread { [self] in
        pipe.readAll {
          bytes += $0
          return wantsMore
        }
        end.signal()
      }
      thread.start()
    }

    func wait() { end.wait() }
  }

  /// Everything arrives in order, however it is cut.
  @Test(arguments: [1, 1_000, BlockPipe.blockSize, 1_000_000])
  func handsEverythingOn(size: Int) {
    let count = size == 1 ? 100_000 : 2_000_000
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let pipe = BlockPipe()
    let reader = Reader(pipe)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      var isWanted = true
      while start < bytes.count {
        let stop = min(start + size, bytes.count)
        isWanted = pipe.write(UnsafeBufferPointer(rebasing: bytes[start..<stop])) && isWanted
        start = stop
      }
      #expect(isWanted)
    }
    pipe.end()
    reader.wait()
    #expect(reader.bytes == bytes)
  }

  @Test func tellsTheWriterWhenNobodyReads() {
    let pipe = BlockPipe()
    let reader = Reader(pipe, wantsMore: false)
    let block = Array(repeating: UInt8(0), count: BlockPipe.blockSize)
    var isWanted = true
    for _ in 0..<100 where isWanted {
      isWanted = block.withUnsafeBufferPointer { pipe.write($0) }
    }
    #expect(!isWanted)
    pipe.end()
    reader.wait()
  }

  @Test func endsWithoutAnyBytes() {
    let pipe = BlockPipe()
    pipe.end()
    pipe.readAll { _ in
      Issue.record("there is nothing to read")
      return true
    }
  }
}

struct SpokenPlacesTests {
  private func finding(_ line: Int, _ column: Int, to end: Int) -> GrammarFinding {
    var finding = GrammarFinding(kind: .grammar, message: "", line: line, column: column)
    finding.end = SourcePosition(offset: 0, line: line, column: end)
    return finding
  }

  @Test func coverWhatWasToldInAnElement() {
    var places = SpokenPlaces()
    places.add(SourcePosition(offset: 0, line: 3, column: 10))
    #expect(places.cover(finding(3, 10, to: 20)))
    #expect(places.cover(finding(3, 5, to: 20)))
    #expect(!places.cover(finding(3, 5, to: 10)))
    #expect(!places.cover(finding(3, 11, to: 20)))
    #expect(!places.cover(finding(2, 10, to: 20)))
  }

  @Test func coverWhatWasToldOfTheParent() {
    var places = SpokenPlaces()
    places.add(SourcePosition(offset: 0, line: 3, column: 1))
    var inner = finding(3, 5, to: 9)
    #expect(!places.cover(inner))
    inner.parent = SourcePosition(offset: 0, line: 3, column: 1)
    #expect(places.cover(inner))
  }

  @Test func coverWhatWasToldOfTheTextBefore() {
    var places = SpokenPlaces()
    places.add(SourcePosition(offset: 0, line: 3, column: 3))
    var second = finding(3, 5, to: 9)
    #expect(!places.cover(second))
    second.textStart = SourcePosition(offset: 0, line: 3, column: 1)
    #expect(places.cover(second))
    second.textStart = SourcePosition(offset: 0, line: 3, column: 4)
    #expect(!places.cover(second))
  }

  @Test func coverTheRestOfADocumentThatIsFullOfFaults() {
    var places = SpokenPlaces()
    for line in 1...SpokenPlaces.most * 2 {
      places.add(SourcePosition(offset: 0, line: line, column: 1))
    }
    #expect(places.cover(finding(SpokenPlaces.most + 5, 7, to: 9)))
    #expect(!places.cover(finding(5, 7, to: 9)))
  }
}
