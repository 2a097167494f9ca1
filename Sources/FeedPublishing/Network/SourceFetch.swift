import FeedFetching
import FeedSources

/// One source asked for its document.
enum SourceFetch {
  /// How it went.
  enum Answer: Sendable {
    /// There is a document, which lies in its place now.
    case document(SourceIntake.Document, entityTag: String?, lastModified: String?, moved: String?)
    /// The document that is there is still the source's.
    case unchanged(moved: String?)
    /// There is none this time.
    case failure(SourceFailure)
  }

  /// Asks, and waits for the end of the answer.
  ///
  /// - Parameters:
  ///   - record: What is known of the source; its validators are sent as they are.
  ///   - options: What to bear.
  ///   - path: The file of the last good document.
  static func run(
    _ request: SourceRequest,
    _ record: SourceRecord,
    isConditional: Bool,
    options: FetchOptions,
    path: String,
    now: Int64
  ) -> Answer {
    var options = options
    options.allowsPrivateAddresses = request.allowsPrivateAddresses
    options.knownEntityTag = isConditional ? record.entityTag : nil
    options.knownLastModified = isConditional ? record.lastModified : nil
    let intake: SourceIntake
    do {
      intake = try SourceIntake(request, path: path, now: now)
    } catch {
      return .failure(
        SourceFailure(message: "\(error.path): cannot \(error.action): \(error.reason)")
      )
    }
    let response: FetchResponse
    do {
      response = try FeedFetcher.fetch(record.current, options: options) {
        intake.begin($0)
      } onBytes: {
        intake.take($0)
      }
    } catch {
      return .failure(SourceFailure(error))
    }
    if response.head.isNotModified {
      guard record.digest != nil else {
        return .failure(
          SourceFailure(message: "the server says that nothing has changed, and was not asked that")
        )
      }
      return .unchanged(moved: response.head.permanentURL)
    }
    switch intake.finish(charset: record.charset) {
    case .success(let document):
      return .document(
        document,
        entityTag: response.head.entityTag,
        lastModified: response.head.lastModified,
        moved: response.head.permanentURL
      )
    case .failure(let failure): return .failure(failure)
    }
  }
}
