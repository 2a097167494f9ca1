import Testing

@testable import FeedValidation

struct JSONFeedDateTests {
  private func isValid(_ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { JSONFeedDate.isValid($0) }
  }

  @Test(arguments: [
    "2010-02-07T14:04:00-05:00", "2010-02-07T14:04:00Z", "2010-02-07t14:04:00.5z",
    "2012-02-29T23:59:60.123456+14:00", "2000-02-29T00:00:00Z",
  ])
  func accepts(text: String) {
    #expect(isValid(text))
  }

  @Test(arguments: [
    "", "2010-02-07", "2010-02-07T14:04:00", "2010-02-07 14:04:00Z", "2010-02-30T14:04:00Z",
    "1900-02-29T14:04:00Z", "2010-13-07T14:04:00Z", "2010-00-07T14:04:00Z", "2010-02-07T24:04:00Z",
    "2010-02-07T14:60:00Z", "2010-02-07T14:04:61Z", "2010-02-07T14:04:00.Z",
    "2010-02-07T14:04:00Zx",
    "2010-02-07T14:04:00+0500", "2010-02-07T14:04:00+05:60", "2010-2-7T14:04:00.00Z",
    "2010-02-07T14:04Z       ", "+010-02-07T14:04:00Z",
  ])
  func refuses(text: String) {
    #expect(!isValid(text))
  }
}
