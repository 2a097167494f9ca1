import Foundation

/// `tidings serve` at work, on a port of its own.
final class ServeProcess {
  /// What a server answered.
  struct Answer {
    var status: Int
    /// Names in lower case.
    var fields: [String: String]
    var body: Data

    var text: String { String(decoding: body, as: UTF8.self) }

    /// Nil for what is no answer.
    init?(_ data: Data) {
      guard let end = data.firstRange(of: Data("\r\n\r\n".utf8)) else { return nil }
      let lines = String(decoding: data[..<end.lowerBound], as: UTF8.self)
        .components(separatedBy: "\r\n")
      let words = lines[0].split(separator: " ")
      guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else { return nil }
      self.status = status
      fields = [:]
      for line in lines.dropFirst() {
        let parts = line.split(separator: ":", maxSplits: 1)
        if parts.count == 2 {
          fields[parts[0].lowercased()] = parts[1].trimmingCharacters(in: .whitespaces)
        }
      }
      body = data[end.upperBound...]
    }
  }

  /// What went wrong in starting it.
  struct Failure: Error {
    var errors: String
  }

  let port: UInt16
  /// The line that it printed.
  let address: String
  /// Where it keeps what is thrown away.
  let temporary: URL
  /// The site goes with its last owner.
  private let site: Site
  private let process = Process()
  private let errors = TemporaryFile()

  init(_ arguments: [String] = [], of site: Site) throws {
    self.site = site
    let folder = site.folder
    temporary = folder.appendingPathComponent(".serve-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: true)
    let output = Pipe()
    process.executableURL = Tool.product("tidings")
    process.arguments = ["serve", "--port", "0"] + arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["TMPDIR": temporary.path]
    ) { _, own in own }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = errors.handle
    try process.run()
    var line = Data()
    while !line.contains(0x0A) {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { break }
      line += more
    }
    address = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .newlines)
    guard let port = URL(string: address)?.port.flatMap({ UInt16(exactly: $0) }) else {
      throw Failure(errors: errors.text)
    }
    self.port = port
  }

  deinit {
    if process.isRunning { process.terminate() }
    process.waitUntilExit()
    try? FileManager.default.removeItem(at: temporary)
  }

  /// What is in its folder of temporary files.
  var leftovers: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: temporary.path)) ?? []
  }

  /// Whether it is still there.
  var isRunning: Bool { process.isRunning }

  /// What it wrote to standard error.
  var complaints: String { errors.text }

  /// Sends a signal, and waits for the end. Returns the exit status.
  func end(_ number: Int32 = SIGTERM) -> Int32 {
    kill(process.processIdentifier, number)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }

  /// Asks for a path, on a connection of its own.
  func get(_ target: String, _ fields: [String] = [], method: String = "GET") throws -> Answer? {
    let lines = ["\(method) \(target) HTTP/1.1", "Host: 127.0.0.1:\(port)"] + fields
    return Answer(
      try send(Data((lines + ["Connection: close", "", ""]).joined(separator: "\r\n").utf8))
    )
  }

  /// Sends bytes, and reads what comes until the connection ends.
  ///
  /// - Parameter patience: Seconds to wait for more; a server may wait for more, too.
  func send(_ bytes: Data, patience: Int = 20) throws -> Data {
    let connection = try LoopbackConnection(port)
    connection.write(bytes)
    return connection.readToEnd(patience: patience)
  }
}

/// A connection to a server on this machine, on which anything can be written.
final class LoopbackConnection {
  /// The system's number for an error.
  struct Failure: Error {
    var code: Int32
  }

  private let descriptor: Int32
  #if canImport(Glibc)
    private static let flags = Int32(MSG_NOSIGNAL)
  #else
    private static let flags: Int32 = 0
  #endif

  init(_ port: UInt16) throws {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    inet_pton(AF_INET, "127.0.0.1", &address.sin_addr)
    let code = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard code == 0 else {
      close(descriptor)
      throw Failure(code: errno)
    }
  }

  deinit { close(descriptor) }

  /// Writes as much as the other side takes.
  func write(_ bytes: Data) {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Foundation.send(descriptor, $0.baseAddress, $0.count, Self.flags)
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Reads what comes, until the end or for some seconds without anything.
  func readToEnd(patience: Int) -> Data {
    var limit = timeval(tv_sec: patience, tv_usec: 0)
    setsockopt(
      descriptor,
      SOL_SOCKET,
      SO_RCVTIMEO,
      &limit,
      socklen_t(MemoryLayout<timeval>.size)
    )
    var data = Data()
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(descriptor, &block, block.count, 0)
      guard count > 0 else { return data }
      data += block[..<count]
    }
  }
}
