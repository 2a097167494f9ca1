import FeedValidation
import Testing

@Suite struct MediaTypesTests {
  static let types: [ValueCase] = [
    ValueCase("text/html"), ValueCase("application/atom+xml;type=entry"),
    ValueCase("text/html; charset=\"utf-8\" ; a=b"), ValueCase(" audio/mpeg "),
    ValueCase("application/vnd.oasis.opendocument.text"), ValueCase("AUDIO/MPEG"),
    ValueCase("audio/mp3", "media-type-misnamed@0 → audio/mpeg"),
    ValueCase("image/JPG", "media-type-misnamed@0 → image/jpeg"),
    ValueCase(" application/rss; x=y", "media-type-misnamed@1 → application/rss+xml; x=y"),
    ValueCase("mp3", "media-type-invalid@2 → audio/mpeg"),
    ValueCase(".jpg", "media-type-invalid@3 → image/jpeg"),
    ValueCase("text", "media-type-invalid@3"), ValueCase("video/", "media-type-invalid@5"),
    ValueCase("/x", "media-type-invalid@0"), ValueCase("a/b/c", "media-type-invalid@3"),
    ValueCase("text/html;", "media-type-invalid@9"), ValueCase("a b/c", "media-type-invalid@1"),
    ValueCase("text/html; charset", "media-type-invalid@17"),
    ValueCase("text/html; charset=", "media-type-invalid@18"),
    ValueCase("text/html; a=\"b", "media-type-invalid@13"),
  ]

  static let names: [ValueCase] = [
    ValueCase("q"), ValueCase("search_terms"), ValueCase(" q[0]:a.b-c "), ValueCase("_wpnonce"),
    ValueCase("42", "form-name-invalid@0"), ValueCase("your question", "form-name-invalid@4"),
  ]

  @Test func mediaTypes() {
    expect(.mediaType, Self.types)
    expect(
      .contentMediaType,
      [ValueCase("text/plain"), ValueCase("Multipart/alternative", "media-type-invalid@0")]
    )
  }

  @Test func formComponentNames() { expect(.formComponentName, Self.names) }

  @Test func survivesAnyBytes() {
    let samples = (Self.types + Self.names).map(\.value)
    for type: ValueType in [.mediaType, .contentMediaType, .formComponentName] {
      expectSurvival(type, from: samples, alphabet: "text/html; =\"\\")
    }
  }
}
