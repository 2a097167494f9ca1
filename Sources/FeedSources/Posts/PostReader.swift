import FeedModel

/// Reads the head of a file of posts: front matter and where the body begins.
public struct PostReader: Sendable {
  /// Most front matter is shorter; the rest of the file is left alone.
  private static let headSize = 2_048
  /// Front matter longer than this is none: a fence that is never closed, in a file of any size.
  private static let largestHead = 1_000_000

  private let mapper: PostMapper
  private let allowsHeaderLines: Bool

  /// A reader for rules.
  ///
  /// - Throws: `PermalinkPattern.ParseError` when the address of posts is broken.
  public init(rules: PostRules) throws(PermalinkPattern.ParseError) {
    mapper = try PostMapper(rules: rules)
    allowsHeaderLines = rules.preset.allowsHeaderLines
  }

  /// Reads a file's post, or its posts where it has one a line.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - path: The path for messages.
  ///   - reader: The buffer that is read into.
  ///   - receive: Takes the outcome of each post.
  public func read(
    _ file: PostFiles.File,
    shownAs path: String,
    using reader: inout FileReader,
    receive: (Result<PostMapper.Outcome, SourceProblem>) -> Void
  ) {
    defer { reader.closeFile() }
    do {
      try reader.open(file.path)
      if file.markup == .jsonLine {
        try JSONLines.read(file, shownAs: path, using: &reader, mapper: mapper, receive: receive)
        return
      }
      receive(.success(try post(file, shownAs: path, using: &reader)))
    } catch let problem as SourceProblem {
      receive(.failure(problem))
    } catch let error as FileError {
      receive(
        .failure(SourceProblem(path: path, message: "cannot \(error.action) it: \(error.reason)"))
      )
    } catch let error as DataError {
      receive(
        .failure(
          SourceProblem(
            path: path,
            line: error.line,
            column: error.column,
            message: error.message,
            help: error.help
          )
        )
      )
    } catch {
      receive(.failure(SourceProblem(path: path, message: "\(error)")))
    }
  }

  private func post(
    _ file: PostFiles.File,
    shownAs path: String,
    using reader: inout FileReader
  ) throws -> PostMapper.Outcome {
    var size = Self.headSize
    var isAtEnd = try reader.read(upTo: size)
    var split = try FrontMatter.split(
      reader.bytes,
      isWholeFile: isAtEnd,
      allowsHeaderLines: allowsHeaderLines
    )
    while split.needsMoreBytes, !isAtEnd, size < Self.largestHead {
      size *= 4
      isAtEnd = try reader.read(upTo: size)
      split = try FrontMatter.split(
        reader.bytes,
        isWholeFile: isAtEnd || size >= Self.largestHead,
        allowsHeaderLines: allowsHeaderLines
      )
    }
    let bytes = reader.bytes
    let data = split.syntax == .none ? nil : try FrontMatter.parse(bytes, split)
    return try mapper.map(
      PostMapper.Head(
        data: data,
        path: path,
        relativePath: file.relativePath,
        file: file.path,
        body: PostBody(markup: file.markup, offset: split.bodyOffset)
      )
    )
  }
}
