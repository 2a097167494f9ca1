import TestSupport

@testable import FeedFetching

/// A response with its body.
struct Fetched {
  var response: FetchResponse
  var body: [UInt8]
  /// How many pieces the body came in.
  var pieces: Int

  var head: ResponseHead { response.head }
  var text: String { String(decoding: body, as: UTF8.self) }
}

/// Options for servers on the loopback, whatever the environment.
func loopback(_ change: (inout FetchOptions) -> Void = { _ in }) -> FetchOptions {
  var options = FetchOptions(version: "1.2.3")
  options.allowsPrivateAddresses = true
  options.proxies = .none
  options.timeLimit = .seconds(30)
  change(&options)
  return options
}

func fetch(_ address: String, _ options: FetchOptions = loopback()) throws(FetchError) -> Fetched {
  var body: [UInt8] = []
  var pieces = 0
  let response = try FeedFetcher.fetch(address, options: options) { piece in
    body += piece
    pieces += 1
    return .goOn
  }
  return Fetched(response: response, body: body, pieces: pieces)
}

/// The error of a fetch; nil when there is none.
func failure(_ address: String, _ options: FetchOptions = loopback()) -> FetchError? {
  do throws(FetchError) {
    _ = try fetch(address, options)
    return nil
  } catch {
    return error
  }
}
