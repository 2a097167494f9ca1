import Testing

@testable import FeedPreview

@Suite("Accept-Encoding")
struct AcceptedCodingTests {
  @Test(
    "takes gzip",
    arguments: [
      "gzip", "GZIP", "x-gzip", "deflate, gzip;q=0.5, br", "gzip ; q=1.000", "*", "br, *;q=0.1",
      "identity;q=0, gzip",
    ]
  )
  func takes(field: String) { #expect(AcceptedCoding.takesGzip(field)) }

  @Test(
    "does not take gzip",
    arguments: [
      nil, "", "identity", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *", "gzip;q=x",
      "gzip;q=7", ";;,,", "gzipped",
    ]
  )
  func refuses(field: String?) { #expect(!AcceptedCoding.takesGzip(field)) }
}
