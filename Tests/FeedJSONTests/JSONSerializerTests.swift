import Testing

@testable import FeedJSON

@Suite struct JSONSerializerTests {
  private func sample(_ layout: JSONSerializer.Layout) -> String {
    var json = JSONSerializer(layout)
    json.beginObject()
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.member("absent", nil as String?)
    json.key("items")
    json.beginArray()
    json.beginObject()
    json.member("id", 1)
    json.member("read", false)
    json.endObject()
    json.value(2.5)
    json.null()
    json.value(Double.nan)
    json.raw("1e3")
    json.endArray()
    json.key("none")
    json.beginArray()
    json.endArray()
    json.key("nothing")
    json.beginObject()
    json.endObject()
    json.endObject()
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func writesCompact() {
    #expect(
      sample(.compact)
        == #"{"version":"https://jsonfeed.org/version/1.1","items":[{"id":1,"read":false},2.5,null,"#
        + #"null,1e3],"none":[],"nothing":{}}"#
    )
  }

  @Test func writesIndented() {
    #expect(
      sample(.indented) == """
        {
          "version": "https://jsonfeed.org/version/1.1",
          "items": [
            {
              "id": 1,
              "read": false
            },
            2.5,
            null,
            null,
            1e3
          ],
          "none": [],
          "nothing": {}
        }
        """
    )
  }

  @Test func canBeEmptiedWhileWriting() {
    var json = JSONSerializer()
    var written: [UInt8] = []
    json.beginArray()
    for number in 0..<3 {
      json.value(number)
      written += json.bytes
      json.bytes.removeAll(keepingCapacity: true)
    }
    json.endArray()
    #expect(String(decoding: written + json.bytes, as: UTF8.self) == "[0,1,2]")
  }
}
