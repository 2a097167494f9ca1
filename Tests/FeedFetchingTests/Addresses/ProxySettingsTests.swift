import Testing

@testable import FeedFetching

@Suite struct ProxySettingsTests {
  @Test func readsTheVariables() {
    let cases: [([String: String], http: String, https: String)] = [
      ([:], "", ""),
      (["http_proxy": "a:1"], "a:1", ""),
      (["HTTP_PROXY": "a:1"], "", ""),
      (["https_proxy": "a:1", "HTTPS_PROXY": "b:1"], "", "a:1"),
      (["HTTPS_PROXY": "b:1"], "", "b:1"),
      (["all_proxy": "a:1"], "a:1", "a:1"),
      (["ALL_PROXY": "a:1", "http_proxy": ""], "", "a:1"),
    ]
    for (environment, http, https) in cases {
      let settings = ProxySettings(environment: environment)
      #expect(settings.proxy(forScheme: "http", host: "weir.example") == http, "\(environment)")
      #expect(settings.proxy(forScheme: "https", host: "weir.example") == https, "\(environment)")
    }
  }

  @Test(arguments: [
    ("*", "weir.example", true),
    ("weir.example", "weir.example", true),
    ("weir.example", "WWW.Weir.Example", true),
    ("weir.example.", "weir.example", true),
    ("a.example, .weir.example", "www.weir.example.", true),
    ("weir.example", "notweir.example", false),
    ("example", "weir.example", true),
    ("", "weir.example", false),
    (".", "weir.example", false),
    ("10.0.0.0/8", "10.1.2.3", true),
    ("10.0.0.1", "10.0.0.1", true),
    ("10.0.0.0/8", "11.1.2.3", false),
    ("[::1]", "::1", true),
    ("fd00::/8", "fd12::1", true),
  ])
  func knowsExceptions(exceptions: String, host: String, expected: Bool) {
    let settings = ProxySettings(
      environment: ["all_proxy": "proxy:1", "NO_PROXY": exceptions]
    )
    #expect(settings.proxy(forScheme: "http", host: host).isEmpty == expected)
  }
}
