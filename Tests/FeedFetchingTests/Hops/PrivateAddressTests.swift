import TestSupport
import Testing

@testable import FeedFetching

@Suite struct PrivateAddressTests {
  private func careful(_ change: (inout FetchOptions) -> Void = { _ in }) -> FetchOptions {
    loopback {
      $0.allowsPrivateAddresses = false
      change(&$0)
    }
  }

  /// The same address in the forms that get around checks of text.
  @Test(arguments: [
    "127.0.0.1", "localhost", "2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::ffff:127.0.0.1]",
    "0.0.0.0", "[::]",
  ])
  func areRefusedBeforeAByteIsSent(host: String) throws {
    let server = try ScriptedServer(["/": [.answer(200, [], Samples.feed)]])
    let error = failure("http://\(host):\(server.port)/", careful())
    guard case .privateAddress = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(server.connectionCount == 0)
    #expect(error?.message.hasPrefix("the host is not on the public internet: ") == true)
  }

  @Test func areAllowedOnRequest() throws {
    let server = try ScriptedServer(["/": [.answer(200, [], Samples.feed)]])
    #expect(try fetch("http://localhost:\(server.port)/").text == Samples.feed)
  }

  @Test func areRefusedInRedirects() throws {
    let inner = try ScriptedServer(["/": [.answer(200, [], "secret")]])
    let outer = try ScriptedServer(["/": [.redirect(302, to: "http://localhost:\(inner.port)/")]])
    #if os(Linux)
      // Only there is all of 127.0.0.0/8 on the loopback.
      let publicServer = try ScriptedServer(host: "127.0.0.2") { [target = outer.url()] _ in
        .redirect(302, to: target)
      }
      let exempt = try #require(IPAddress("127.0.0.2"))
      let options = careful { $0.exemptAddresses = [exempt] }
      let error = failure(publicServer.url(), options)
      #expect(error?.reason == .privateAddress("127.0.0.1"))
      #expect(error?.redirects.count == 1)
      #expect(outer.connectionCount == 0)
    #endif
    #expect(try fetch(outer.url()).text == "secret")
  }

  @Test func proxiesMayBePrivate() throws {
    let proxy = try ScriptedServer { .answer(200, [], "through the proxy: \($0.target)") }
    let options = careful {
      $0.proxies = ProxySettings(environment: ["http_proxy": proxy.url()])
    }
    let fetched = try fetch("http://weir.example/feed.xml", options)
    #expect(fetched.text == "through the proxy: http://weir.example/feed.xml")
    // What the proxy is asked for may not.
    for host in ["127.0.0.1", "localhost", "a.localhost.", "[::1]", "0x7f.1", "192.168.1.1"] {
      guard case .privateAddress = failure("http://\(host)/", options)?.reason else {
        Issue.record("\(host)")
        continue
      }
    }
    #expect(proxy.requests.count == 1)
  }

  @Test func proxiesThatAreNotThereAreTold() throws {
    // Nothing listens on port 1.
    let options = careful {
      $0.proxies = ProxySettings(environment: ["http_proxy": "http://127.0.0.1:1"])
    }
    let error = failure("http://weir.example/feed.xml", options)
    guard case .proxy = error?.reason else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(error?.help?.contains("http_proxy") == true)
  }

  @Test func exceptionsFromProxiesAreChecked() throws {
    let server = try ScriptedServer(["/": [.answer(200, [], "x")]])
    let options = careful {
      $0.proxies = ProxySettings(
        environment: ["all_proxy": "http://127.0.0.1:1", "no_proxy": "localhost"]
      )
    }
    guard case .privateAddress = failure("http://localhost:\(server.port)/", options)?.reason else {
      Issue.record("\(String(describing: failure("http://localhost:\(server.port)/", options)))")
      return
    }
    #expect(server.connectionCount == 0)
  }
}
