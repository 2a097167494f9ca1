import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A text that no file of the site and no message has in it: where it comes from.
public enum Secret: Sendable, Equatable {
  /// An environment variable.
  case environment(String)
  /// A file; its first line counts.
  case file(String)

  /// The text; nil if it is not there.
  func text() -> String? {
    switch self {
    case .environment(let name):
      return getenv(name).map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 }
    case .file(let path):
      var reader = FileReader()
      guard (try? reader.open(path, isSource: false)) != nil,
        (try? reader.readToEnd(limit: 64 << 10)) != nil
      else { return nil }
      let line = reader.bytes.prefix { $0 != 0x0A && $0 != 0x0D }
      return line.isEmpty ? nil : String(decoding: line, as: UTF8.self)
    }
  }

  /// Where it comes from, for messages.
  var place: String {
    switch self {
    case .environment(let name): "the environment variable \(name)"
    case .file(let path): path
    }
  }
}
