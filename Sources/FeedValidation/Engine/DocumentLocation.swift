/// Where a document is, as far as that is known.
public enum DocumentLocation: Sendable, Equatable {
  /// Nothing is known: standard input.
  case unknown
  /// A file, by the last part of its path: where it will be published is not known, but the name of
  /// the file will most likely stay.
  case file(String)
  /// The address that it was read from, or is published at.
  case address(String)

  /// The location for messages.
  var name: String {
    switch self {
    case .unknown: "somewhere else"
    case .file(let name): "the file \(name)"
    case .address(let address): address
    }
  }

  /// Whether an absolute address leads to the document; `nil` if that cannot be said.
  func leads(to address: String) -> Bool? {
    let bare = address.prefix { $0 != "#" }
    switch self {
    case .unknown:
      return nil
    case .address(let own):
      return own.prefix { $0 != "#" } == bare
    case .file(let name):
      let path = bare.prefix { $0 != "?" }
      guard let last = path.split(separator: "/", omittingEmptySubsequences: false).last,
        last.contains("."), name.contains("."), path.contains("//")
      else { return nil }
      return last == name
    }
  }
}
