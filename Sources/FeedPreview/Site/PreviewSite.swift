import FeedModel
import FeedPublishing

/// Answers requests for a site before it is published: its documents as they would be, its other files
/// as they are, and pages that preview them.
public struct PreviewSite: Sendable {
  private let preview: SitePreview

  /// Where the preview's own pages are; sites have no such folder.
  static let folder = "_tidings"
  /// Smaller documents fit into a packet as they are.
  private static let leastCompressed = 512

  /// A site that answers from a preview.
  public init(_ preview: SitePreview) { self.preview = preview }

  /// Answers a request.
  public func answer(_ request: PreviewRequest) async -> PreviewAnswer {
    var answer = await whole(request)
    answer.fields += [
      // What is looked at is what is there now.
      ("Cache-Control", "no-cache"),
      ("X-Content-Type-Options", "nosniff"),
      // Pages of others are not to show any of it.
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
    if request.method == "HEAD" { answer.body = .bytes([]) }
    return answer
  }

  /// The answer as `GET` has it.
  private func whole(_ request: PreviewRequest) async -> PreviewAnswer {
    guard let host = request["host"] else { return .text(400, "the request names no Host") }
    guard LoopbackAddress.isNamed(by: host) else {
      return .text(421, "this server answers to localhost and 127.0.0.1, and to no other name")
    }
    guard request.method == "GET" || request.method == "HEAD" else {
      return .text(405, "there is nothing here but to look at", [("Allow", "GET, HEAD")])
    }
    guard let path = RequestPath(request.target) else { return Self.notFound }
    if path.names.first == Self.folder { return await page(path, request) }
    let state = await preview.current()
    let joined = path.joined
    if !path.isFolder {
      if let document = state[joined] { return await serve(document, of: state, request) }
      if let answer = await copy(joined, of: state, request) { return answer }
    }
    if state.isBroken, state.rehearsal.output == nil || state.rehearsal.isPathOfDocument(joined) {
      return path.names.isEmpty ? Self.toPreview : .text(500, ProblemText.of(state.rehearsal))
    }
    return file(path, of: state, request)
  }

  private static let notFound = PreviewAnswer.text(404, "there is nothing here")
  private static let toPreview = PreviewAnswer.redirect(302, to: "/\(folder)/")

  // MARK: Documents

  private func serve(
    _ document: PreviewState.Document,
    of state: PreviewState,
    _ request: PreviewRequest
  ) async -> PreviewAnswer {
    let takesGzip = AcceptedCoding.takesGzip(request["accept-encoding"])
    var fields: [(name: String, value: String)] = [
      ("Content-Type", MediaType.of(document.document.kind)), ("Vary", "Accept-Encoding"),
    ]
    if takesGzip, document.document.size >= Self.leastCompressed,
      let copy = await preview.compressed(document, of: state)
    {
      fields.append(("Content-Encoding", "gzip"))
      return answer(request, copy, fields, document.tag.compressed, document.modified)
    }
    guard let file = OpenFile(document.document.stagedPath) else {
      return .text(500, "the rehearsed file is not there any more; start tidings serve again")
    }
    return answer(request, file, fields, document.tag.plain, document.modified)
  }

  /// The compressed copy that would lie beside a document.
  private func copy(
    _ path: String,
    of state: PreviewState,
    _ request: PreviewRequest
  ) async -> PreviewAnswer? {
    guard path.hasSuffix(".gz"), let document = state[String(path.dropLast(3))] else { return nil }
    guard state.rehearsal.hasCompressedCopies,
      let copy = await preview.compressed(document, of: state)
    else { return Self.notFound }
    return answer(request, copy, [("Content-Type", "application/gzip")], document.tag.compressed)
  }

  private func answer(
    _ request: PreviewRequest,
    _ file: OpenFile,
    _ fields: [(name: String, value: String)],
    _ tag: String,
    _ modified: Int64? = nil
  ) -> PreviewAnswer {
    var fields = fields + [("ETag", tag)]
    if let modified {
      fields.append(("Last-Modified", PreviewAnswer.date(Timestamp(secondsSince1970: modified))))
    }
    fields.append(("Content-Length", String(file.size)))
    guard !Conditions(request).hold(tag: tag, modified: modified) else {
      return PreviewAnswer(304, fields, .bytes([]))
    }
    return PreviewAnswer(200, fields, .file(file, 0..<file.size))
  }

  // MARK: Other files

  private func file(
    _ path: RequestPath,
    of state: PreviewState,
    _ request: PreviewRequest
  ) -> PreviewAnswer {
    switch SiteFiles(state.rehearsal).find(path) {
    case .nothing: return path.names.isEmpty ? Self.toPreview : Self.notFound
    case .folder: return .redirect(302, to: "/\(RequestPath.encoded(path.joined))/")
    case .file(let file, let name): return answer(request, file, MediaType.ofFile(name))
    }
  }

  private func answer(
    _ request: PreviewRequest,
    _ file: OpenFile,
    _ type: String
  ) -> PreviewAnswer {
    // A file of a gigabyte is not read for a tag.
    let tag = "\"\(file.size)-\(file.modified)-\(file.number)\""
    var fields: [(name: String, value: String)] = [
      ("Content-Type", type), ("ETag", tag),
      ("Last-Modified", PreviewAnswer.date(Timestamp(secondsSince1970: file.modified))),
      ("Accept-Ranges", "bytes"),
    ]
    guard !Conditions(request).hold(tag: tag, modified: file.modified) else {
      fields.append(("Content-Length", String(file.size)))
      return PreviewAnswer(304, fields, .bytes([]))
    }
    // A part of what the file was is of no use for what it is now.
    let isSame = request["if-range"].map { $0 == tag } ?? true
    switch isSame ? ByteRange(request["range"], size: file.size) : .whole {
    case .whole:
      fields.append(("Content-Length", String(file.size)))
      return PreviewAnswer(200, fields, .file(file, 0..<file.size))
    case .part(let range):
      fields.append(("Content-Length", String(range.count)))
      fields.append(
        ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(file.size)")
      )
      return PreviewAnswer(206, fields, .file(file, range))
    case .unsatisfiable:
      return .text(416, "the file is shorter", [("Content-Range", "bytes */\(file.size)")])
    }
  }

  // MARK: Pages

  private func page(_ path: RequestPath, _ request: PreviewRequest) async -> PreviewAnswer {
    let names = path.names.dropFirst()
    switch (names.first, names.count) {
    case (nil, _):
      guard path.isFolder else { return Self.toPreview }
      let state = await preview.current()
      return html(request, state, state.isBroken ? nil : await IndexPage(state, preview).html)
    case ("feeds", 2...) where !path.isFolder:
      let state = await preview.current()
      guard !state.isBroken else { return html(request, state, nil) }
      guard let document = state[names.dropFirst().joined(separator: "/")] else {
        return Self.notFound
      }
      let study = await preview.study(document, of: state)
      let view = DocumentView(path.query)
      return html(request, state, DocumentPage(document, study, state, view).html)
    case ("style.css", 1): return answer(request, PreviewStyle.page, "text/css; charset=utf-8")
    case ("entry.css", 1): return answer(request, PreviewStyle.entry, "text/css; charset=utf-8")
    default: return Self.notFound
    }
  }

  /// A page, or the one about what is broken.
  private func html(
    _ request: PreviewRequest,
    _ state: PreviewState,
    _ html: String?
  ) -> PreviewAnswer {
    var answer = answer(
      request,
      html ?? ProblemPage(state.rehearsal).html,
      "text/html; charset=utf-8",
      [
        // Posts may say what they like: nothing runs, and nothing is sent anywhere.
        (
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; img-src * data:; media-src *; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        ("Referrer-Policy", "no-referrer"),
      ]
    )
    if html == nil, answer.status == 200 { answer.status = 500 }
    return answer
  }

  private func answer(
    _ request: PreviewRequest,
    _ text: String,
    _ type: String,
    _ more: [(name: String, value: String)] = []
  ) -> PreviewAnswer {
    let bytes = Array(text.utf8)
    let tag = ContentTag(bytes).plain
    let fields =
      [("Content-Type", type), ("ETag", tag), ("Content-Length", String(bytes.count))] + more
    let isKnown = Conditions(request).hold(tag: tag, modified: nil)
    return PreviewAnswer(isKnown ? 304 : 200, fields, .bytes(isKnown ? [] : bytes))
  }
}
