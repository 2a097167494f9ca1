/// Turns a document's bytes, of whatever encoding, into UTF-8 for a streaming parser.
///
/// Bytes come in chunks of any size and leave in pieces of whole characters, valid UTF-8 in any
/// case. Valid UTF-8 is passed on as it is, without a copy. What cannot stand before an XML
/// declaration is skipped. Memory is bounded by a window of some kilobytes, not by chunk or
/// document. How the bytes are cut into chunks changes neither text nor report.
///
/// The XML declaration is passed on as it stands, with an encoding that the text has no longer:
/// parsers have to be told to ignore it.
public final class XMLTextDecoder {
  /// Takes a piece of text, which is valid for the call only, and where it begins in the document.
  public typealias Sink = (UnsafeBufferPointer<UInt8>, SourcePosition) throws -> Void

  /// How the document is read. Before ``isEncodingKnown`` a preliminary one; its problems with the
  /// bytes are complete after the last chunk.
  public var report: EncodingReport {
    var report = detected
    report.problems += faults.problems
    return report
  }

  /// True once enough bytes have come to tell the encoding.
  public private(set) var isEncodingKnown = false

  private let detection: EncodingDetection
  private var detected: EncodingReport
  private var head: [UInt8] = []
  private var isFinished = false

  private var faults = TextFaults()
  private var output: TextOutput
  private var utf8: UTF8Reading?
  private var transcoded: TranscodedReading?

  /// A decoder for one document.
  ///
  /// - Parameters:
  ///   - charset: the parameter of the HTTP `Content-Type`, where there was one.
  ///   - dropsForbiddenCharacters: leaves out characters that XML forbids, for parsers that would
  ///     stop at them. They are reported either way.
  public init(charset: String? = nil, dropsForbiddenCharacters: Bool = false) {
    detection = EncodingDetection(charset: charset)
    detected = EncodingReport(
      encoding: .utf8,
      evidence: .standard,
      hasXMLDeclaration: false,
      textStart: .start,
      problems: []
    )
    output = TextOutput(dropsForbiddenCharacters: dropsForbiddenCharacters)
  }

  /// Takes the next bytes and hands on what text they make.
  ///
  /// - Parameters:
  ///   - chunk: the bytes that follow those before; may be empty.
  ///   - isLast: nothing follows. Later calls do nothing.
  ///   - sink: takes the text. What it throws ends the call, and the decoder is of no more use.
  public func decode(
    _ chunk: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    to sink: Sink
  ) rethrows {
    guard !isFinished else { return }
    isFinished = isLast
    var rest = chunk
    if !isEncodingKnown {
      let wanted = DocumentHead.limit - head.count
      let taken = min(wanted, chunk.count)
      let isNew = head.isEmpty
      head.append(contentsOf: chunk.prefix(taken))
      let isWhole = isLast && taken == chunk.count
      guard let found = detection.detect(head[...], isLast: isWhole) else { return }
      begin(found)
      if isNew {
        rest = UnsafeBufferPointer(rebasing: chunk.dropFirst(found.textStart.offset))
      } else {
        let start = head.dropFirst(found.textStart.offset)
        rest = UnsafeBufferPointer(rebasing: chunk.dropFirst(taken))
        try start.withUnsafeBufferPointer { try read($0, isLast: isWhole, to: sink) }
        if isWhole { return }
      }
      head = []
    }
    try read(rest, isLast: isLast, to: sink)
  }

  /// Takes the next bytes and appends what text they make.
  public func decode(
    _ chunk: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    into text: inout [UInt8]
  ) {
    decode(chunk, isLast: isLast) { piece, _ in text.append(contentsOf: piece) }
  }

  private func begin(_ found: EncodingReport) {
    detected = found
    isEncodingKnown = true
    output.counter = LineCounter(at: found.textStart)
    switch found.encoding.form {
    case .utf8, .ascii:
      utf8 = UTF8Reading(
        offset: found.textStart.offset,
        isASCIIDeclared: found.encoding.form == .ascii
      )
    case .utf16(let order):
      transcoded = TranscodedReading(
        WideTranscoding(width: 2, order: order ?? .big),
        found
      )
    case .utf32(let order):
      transcoded = TranscodedReading(
        WideTranscoding(width: 4, order: order ?? .big),
        found
      )
    case .singleByte, .ebcdic:
      transcoded = SingleByteTranscoding(found.encoding).map { TranscodedReading($0, found) }
    case .multiByte:
      transcoded = IconvConverter(from: found.encoding.converter).map {
        TranscodedReading(IconvTranscoding(converter: $0), found)
      }
    }
    // Converters were tried when the label was looked up; one may still be refused for memory.
    if utf8 == nil, transcoded == nil {
      utf8 = UTF8Reading(offset: found.textStart.offset, isASCIIDeclared: false)
    }
  }

  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    isLast: Bool,
    to sink: Sink
  ) rethrows {
    // A sink may ask for the report.
    var found = faults
    defer { faults = found }
    try utf8?.read(bytes, isLast: isLast, &found, &output, to: sink)
    try transcoded?.read(bytes, isLast: isLast, &found, &output, to: sink)
  }
}
