import CFetching

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Connections that stay open from one hop to the next.
final class Session {
  private let handle: OpaquePointer

  init() throws(FetchError.Reason) {
    guard let handle = tidings_fetch_open() else { throw .libraryMissing }
    self.handle = handle
  }

  deinit { tidings_fetch_close(handle) }

  /// Sends one request and waits for the end of the answer.
  func perform(
    _ hop: Hop,
    options: FetchOptions,
    proxy: String,
    timeLimit: Duration
  ) -> tidings_fetch_outcome {
    let texts = CTexts()
    let fields = Self.fields(options).map { texts.add($0) }
    var outcome = tidings_fetch_outcome()
    let post = options.post.map { texts.addBytes($0.bytes) }
    fields.withUnsafeBufferPointer { fields in
      var request = tidings_fetch_request()
      request.url = texts.add(Array(hop.url.text.utf8))
      request.user_agent = texts.add(Self.fieldBytes(options.userAgent))
      request.fields = fields.baseAddress
      request.field_count = fields.count
      request.post = post?.start
      request.post_length = post?.count ?? 0
      request.proxy = texts.add(Array(proxy.utf8))
      request.certificate_file = options.certificateFile.flatMap { texts.add(Array($0.utf8)) }
      request.time_limit = Self.milliseconds(timeLimit)
      request.connect_time_limit = Self.milliseconds(options.connectTimeLimit)
      request.low_speed_bytes = max(options.lowestSpeed, 0)
      request.low_speed_seconds = max(Int(clamping: options.lowestSpeedTime.components.seconds), 1)
      request.context = Unmanaged.passUnretained(hop).toOpaque()
      request.admit = { context, address, length in
        guard let hop = Session.hop(context), let address else { return false }
        return hop.admits(IPAddress(address, length: length))
      }
      request.head_line = { context, bytes, length in
        Session.hop(context)?.take(headLine: UnsafeBufferPointer(start: bytes, count: length))
          ?? false
      }
      request.body = { context, bytes, length, received in
        let piece = UnsafeBufferPointer(start: bytes, count: length)
        return Session.hop(context)?.take(body: piece, received: received) ?? false
      }
      request.progress = { context, received in
        Session.hop(context)?.continues(received) ?? false
      }
      withExtendedLifetime((hop, texts)) { tidings_fetch_perform(handle, &request, &outcome) }
    }
    return outcome
  }

  private static func hop(_ context: UnsafeMutableRawPointer?) -> Hop? {
    context.map { Unmanaged<Hop>.fromOpaque($0).takeUnretainedValue() }
  }

  /// libcurl takes 0 for no limit.
  private static func milliseconds(_ duration: Duration) -> Int {
    let (seconds, attoseconds) = duration.components
    let (whole, overflow) = seconds.multipliedReportingOverflow(by: 1000)
    let limit = overflow ? (seconds < 0 ? 1 : .max) : whole &+ attoseconds / 1_000_000_000_000_000
    // libcurl refuses limits that do not fit into 32 bits.
    return Int(min(max(limit, 1), Int64(Int32.max)))
  }

  private static func fields(_ options: FetchOptions) -> [[UInt8]] {
    var fields = [Array("Accept: ".utf8) + fieldBytes(options.accept)]
    for (name, value) in [
      ("If-None-Match: ", options.knownEntityTag),
      ("If-Modified-Since: ", options.knownLastModified),
    ] {
      // Without the condition the answer is as right, only longer.
      guard let value, let bytes = opaqueBytes(value) else { continue }
      fields.append(Array(name.utf8) + bytes)
    }
    if let post = options.post {
      fields.append(Array("Content-Type: ".utf8) + fieldBytes(post.mediaType))
      if let authorization = post.authorization {
        fields.append(Array("Authorization: ".utf8) + fieldBytes(authorization))
      }
      // Small servers do not know how to be asked first.
      fields.append(Array("Expect:".utf8))
    }
    return fields
  }

  /// The UTF-8 of a value without what could end the field.
  private static func fieldBytes(_ value: String) -> [UInt8] {
    value.utf8.filter { $0 >= 0x20 && $0 != 0x7F }
  }

  /// A byte for each character; nil when that cannot be, or could not stand in a field.
  private static func opaqueBytes(_ value: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    for character in value.unicodeScalars {
      guard let byte = UInt8(exactly: character.value), byte >= 0x20, byte != 0x7F else {
        return nil
      }
      bytes.append(byte)
    }
    return bytes.contains { $0 != 0x20 } ? bytes : nil
  }
}

/// Texts for C that live as long as this does.
private final class CTexts {
  private var texts: [UnsafeMutablePointer<CChar>] = []
  private var copies: [UnsafeMutablePointer<UInt8>] = []

  /// A copy that ends at the first zero.
  func add(_ bytes: [UInt8]) -> UnsafePointer<CChar>? {
    let text = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count + 1)
    for (index, byte) in bytes.enumerated() { text[index] = CChar(bitPattern: byte) }
    text[bytes.count] = 0
    texts.append(text)
    return UnsafePointer(text)
  }

  /// A copy of any bytes.
  func addBytes(_ bytes: [UInt8]) -> (start: UnsafePointer<UInt8>, count: Int) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count + 1)
    for (index, byte) in bytes.enumerated() { copy[index] = byte }
    copies.append(copy)
    return (UnsafePointer(copy), bytes.count)
  }

  deinit {
    for text in texts { text.deallocate() }
    for copy in copies { copy.deallocate() }
  }
}
