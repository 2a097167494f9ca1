import FeedModel
import Testing

@testable import FeedFormats

@Suite struct AttachmentsTests {
  @Test(arguments: [
    ("audio/mpeg", true), ("application/vnd.apple.mpegurl", true), ("audio/x-m4a", true),
    ("text/plain; charset=utf-8", true), ("image/svg+xml", true), ("", false), ("mp3", false),
    ("audio/", false), ("/mpeg", false), ("audio/mpeg/x", false), ("audio mpeg", false),
    ("a[0]/b", false), (";a/b", false), ("audio/;x", false),
  ]) func mediaTypes(type: String, isType: Bool) {
    let attachment = File(url: "https://weir.example/a", mediaType: type)
    #expect(attachment.saidMediaType == (isType ? type : nil))
    #expect(attachment.knownMediaType == (isType ? type : "application/octet-stream"))
  }
}
