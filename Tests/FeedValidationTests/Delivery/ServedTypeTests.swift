import FeedModel
import Testing

@testable import FeedValidation

@Suite struct ServedTypeTests {
  /// A media type, and what it says of RSS, RSS 1.0, Atom, JSON Feed and OPML: `=` it is its own, `g`
  /// no more than the syntax, `o` another format, `-` no feed.
  @Test(arguments: [
    ("application/rss+xml", "==ooo"), ("application/rdf+xml", "o=ooo"),
    ("application/atom+xml", "oo=oo"), ("application/feed+json", "ooo=o"),
    ("text/x-opml", "oooo="), ("application/xml", "gggog"), ("text/xml", "gggog"),
    ("application/json", "ooogo"), ("text/html", "-----"), ("text/plain", "-----"),
    ("application/octet-stream", "-----"), ("application/xhtml+xml", "-----"),
    ("application/x-rss+xml", "-----"),
  ]) func types(type: String, meanings: String) {
    let kinds: [FeedKinds] = [.rss, .rdf, .atom, .jsonFeed, .opml]
    let found = kinds.map { kind in
      switch ServedType(type, of: kind) {
      case .own: "="
      case .generic: "g"
      case .otherFormat: "o"
      case .noFeed: "-"
      case .missing: "?"
      }
    }
    #expect(found.joined() == meanings)
  }

  @Test func everyKindHasATypeOfItsOwn() {
    for kind in [FeedKinds.rss, .rdf, .atom, .jsonFeed, .opml] {
      #expect(ServedType(kind.ownType, of: kind) == .own)
      #expect(ServedType(nil, of: kind) == .missing)
    }
  }
}

@Suite struct DeliveryTests {
  private func settings(_ redirects: (String, String, Bool)...) -> ValidationSettings {
    var settings = ValidationSettings(now: 0, location: .address(redirects.last?.1 ?? "https://a/"))
    settings.delivery = Delivery(mediaType: nil, isCompressed: true, hasVersion: true)
    settings.delivery?.redirects = redirects.map {
      .init(source: $0.0, target: $0.1, isPermanent: $0.2)
    }
    return settings
  }

  @Test("the address that redirects for the time being is the feed's own")
  func temporary() {
    let settings = settings(("https://a/", "https://b/", true), ("https://b/", "https://c/", false))
    #expect(settings.leads(to: "https://a/") == false)
    #expect(settings.leads(to: "https://b/") == true)
    #expect(settings.leads(to: "https://c/") == true)
    #expect(settings.place(insteadOf: "https://a/") == "which has moved to https://b/")
    #expect(settings.place(insteadOf: "https://x/") == "but this is https://c/")
  }

  @Test("what is behind a temporary redirect has not moved for good")
  func permanentBehindTemporary() {
    let settings = settings(("https://a/", "https://b/", false), ("https://b/", "https://c/", true))
    #expect(settings.leads(to: "https://a/") == true)
    #expect(settings.delivery?.permanentAddress == nil)
  }
}
