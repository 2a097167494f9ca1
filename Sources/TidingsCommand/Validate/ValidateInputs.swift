import FeedSources
import FeedValidation

/// The documents that a command line names: files, folders, patterns and standard input.
struct ValidateInputs {
  /// A document.
  struct Input: Sendable {
    /// The path to open it by, as its user knows it; `-` for standard input.
    var name: String
    /// Where the document is, or will be published.
    var location: DocumentLocation
    /// Why there is no document.
    var failure: String?
    /// Whether it is to be fetched from the web.
    var isOnWeb = false
  }

  /// The documents, in the order given; folders in the order of their paths.
  private(set) var inputs: [Input] = []
  /// The files of folders that are no feeds, by folder.
  private(set) var skipped: [(folder: String, names: [String])] = []

  private let published: String?
  /// What of a path is no part of the published address, while a folder is read.
  private var base: String?

  /// Finds the documents.
  ///
  /// - Parameter published: The address of the document or, with a slash at its end, of the folder.
  init(_ arguments: [String], published: String?) {
    self.published = published
    for argument in arguments { add(argument) }
    removeRepeated()
  }

  /// `feed.xml` and the folder that it lies in name it twice: it is checked once.
  private mutating func removeRepeated() {
    guard inputs.count > 1 else { return }
    var seen: Set<[Substring]> = []
    inputs.removeAll { input in
      guard !input.isOnWeb, input.failure == nil, input.name != "-" else { return false }
      return !seen.insert(FilePath.absolute(input.name)).inserted
    }
  }

  private mutating func add(_ argument: String) {
    if argument == "-" {
      let isFolder = published?.hasSuffix("/") ?? true
      let location = isFolder ? .unknown : published.map(DocumentLocation.address) ?? .unknown
      inputs.append(Input(name: "-", location: location))
      return
    }
    if FetchArguments.isAddress(argument) {
      let location = published.map(DocumentLocation.address) ?? .unknown
      inputs.append(Input(name: argument, location: location, isOnWeb: true))
      return
    }
    guard !argument.isEmpty else {
      inputs.append(Input(name: "“”", location: .unknown, failure: "the path is empty"))
      return
    }
    switch FileSystem.kind(of: argument) {
    case nil where hasScheme(argument): addAddress(argument)
    case .folder: addFolder(argument)
    case .file, .other: addFile(argument)
    case nil where PathPattern.isPattern(argument): addPattern(argument)
    case nil:
      // The system's words, whatever they are: a link that leads nowhere, a folder that is closed.
      addFile(argument)
    }
  }

  private func hasScheme(_ argument: String) -> Bool {
    argument.contains("://") || argument.hasPrefix("feed:")
  }

  /// An address that is no HTTP: browsers and readers put them into the clipboard.
  private mutating func addAddress(_ address: String) {
    if address.hasPrefix("file:///") {
      add(String(address.dropFirst("file://".count)))
    } else if address.hasPrefix("feed:") {
      let rest = String(address.dropFirst("feed:".count))
      add(rest.hasPrefix("//") ? "http:" + rest : rest)
    } else {
      inputs.append(
        Input(name: address, location: .unknown, failure: "only http and https are fetched")
      )
    }
  }

  private mutating func addFile(_ path: String) {
    inputs.append(Input(name: path, location: location(of: path)))
  }

  private func location(of path: String) -> DocumentLocation {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let published else { return .file(name) }
    guard published.hasSuffix("/") else { return .address(published) }
    guard let base, path.hasPrefix(base) else { return .address(published + name) }
    return .address(published + path.dropFirst(base.count))
  }

  private mutating func addFolder(_ folder: String) {
    let before = inputs.count
    var others: [String] = []
    let folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    base = folder == "." ? "" : folder + "/"
    defer { base = nil }
    do throws(FileError) {
      for path in try FolderFiles(folder: folder).paths
      where FeedLikeness.mayBeFeed(named: path) {
        if isFeed(path) { addFile(path) } else { others.append(path) }
      }
    } catch {
      inputs.append(Input(name: error.path, location: .unknown, failure: error.reason))
      return
    }
    if !others.isEmpty { skipped.append((folder, others)) }
    if inputs.count == before {
      inputs.append(Input(name: folder, location: .unknown, failure: "there are no feeds in it"))
    }
  }

  /// A pattern that the shell left alone, such as a quoted one.
  private mutating func addPattern(_ text: String) {
    let folders = text.split(separator: "/", omittingEmptySubsequences: false)
      .prefix { !PathPattern.isPattern(String($0)) }
    let folder = folders.joined(separator: "/")
    let isAbsolute = text.hasPrefix("/")
    let root = folder.isEmpty ? (isAbsolute ? "/" : ".") : folder
    // A name alone is meant for this folder, as in a shell.
    let pattern = PathPattern(isAbsolute || text.contains("/") ? text : "./" + text)
    var found: [String] = []
    do throws(FileError) {
      found = try FolderFiles(folder: root).paths.filter(pattern.matches)
    } catch {
      inputs.append(Input(name: text, location: .unknown, failure: error.reason))
      return
    }
    if found.isEmpty {
      inputs.append(Input(name: text, location: .unknown, failure: "no file matches the pattern"))
    }
    for path in found { addFile(path) }
  }

  private func isFeed(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if FeedLikeness.isFeedName(name) { return true }
    var file = FileReader()
    do throws(FileError) {
      try file.open(path)
      _ = try file.read(upTo: FeedLikeness.headLength)
    } catch {
      // That it cannot be read is told of when it is validated.
      return true
    }
    // A document without any element is one that a build broke, whatever it was to be.
    return path.hasSuffix(".xml") && !FeedLikeness.hasElement(file.bytes)
      || FeedLikeness.isFeed(file.bytes)
  }
}
