import FeedModel
import FeedXML

/// Says what is wrong with a feed, of whatever format, while it arrives.
///
/// Memory does not grow with the document: one entry is looked at at a time. One validator a
/// document, on one thread at a time; any number of validators at once.
///
/// XML is held against a grammar of its format as well, which is the rule `grammar`; for documents of
/// more than 64 KB on a thread of the validator's own where a core is idle. Without the rule
/// (``ValidationSettings/severities``) there is neither.
public final class FeedValidator {
  private enum Document {
    case unknown(DocumentSniffer)
    case xml(XMLDocumentChecker)
    case json(JSONFeedChecker)
    case unread
  }

  private let settings: ValidationSettings
  private let findings: Findings
  private var document = Document.unknown(DocumentSniffer())
  /// What came before it was known what it is; then what the document begins with, for a message.
  private var beginning: [UInt8] = []
  private var isOther = false
  /// The page from the piece on in which its root was found, if it is one of HTML.
  private var page: [UInt8] = []
  private var byteCount = 0

  /// A validator for one document.
  public init(_ settings: ValidationSettings) {
    self.settings = settings
    findings = Findings(settings: settings)
  }

  /// Takes the document's next bytes.
  public func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    byteCount &+= bytes.count
    read(bytes)
  }

  private func read(_ bytes: UnsafeBufferPointer<UInt8>) {
    switch document {
    case .unknown(var sniffer):
      let syntax = sniffer.take(bytes)
      document = .unknown(sniffer)
      guard let syntax else {
        beginning += bytes
        return
      }
      begin(syntax)
      if !beginning.isEmpty {
        let held = beginning
        beginning = []
        held.withUnsafeBufferPointer { read($0) }
      }
      read(bytes)
    case .xml(let checker):
      if isOther { beginning += bytes.prefix(BinaryFormat.headLength - beginning.count) }
      checker.consume(bytes)
      if checker.checker.page != nil {
        page += bytes.prefix(PageFeeds.headLength - page.count)
      }
    case .json(let checker): checker.consume(bytes)
    case .unread: break
    }
  }

  private func begin(_ syntax: DocumentSniffer.Syntax) {
    switch syntax {
    case .xml, .other:
      isOther = syntax == .other
      document = .xml(XMLDocumentChecker(settings: settings, findings: findings))
    case .json:
      document = .json(JSONFeedChecker(settings: settings, findings: findings))
    case .wideJSON:
      document = .unread
      report(.jsonNotUTF8, "the document is JSON in UTF-16 or UTF-32; it was not read")
    case .empty:
      document = .unread
      report(
        .documentEmpty,
        beginning.isEmpty ? "the document is empty" : "the document is nothing but white space"
      )
    }
  }

  private func report(_ rule: Rule, _ message: String, help: String? = nil) {
    findings.add(
      Finding(rule: rule, message: message, position: .start, help: help),
      path: nil,
      entryIndex: nil
    )
  }

  /// Ends the document.
  public func finish() -> ValidationReport {
    if case .unknown(let sniffer) = document {
      begin(sniffer.finish())
      let held = beginning
      beginning = []
      held.withUnsafeBufferPointer { read($0) }
    }
    var report = ValidationReport(kind: .unknown, entries: 0, diagnostics: [], counts: [:])
    switch document {
    case .xml(let document):
      document.finish()
      report.kind = document.checker.kind
      report.entries = document.checker.entries
      if let page = document.checker.page {
        reportPage(page)
        report.diagnostics = findings.diagnostics
        report.counts = findings.counts
        return report
      }
      if isOther, report.kind == .unknown || BinaryFormat.name(beginning) != nil { reportOther() }
    case .json(let checker):
      checker.finish()
      report.kind = checker.kind
      report.entries = checker.entries
    case .unknown, .unread:
      break
    }
    if let delivery = settings.delivery {
      for finding in DeliveryFindings.of(delivery, report.kind, byteCount: byteCount) {
        findings.add(finding, path: nil, entryIndex: nil)
      }
    }
    report.diagnostics = findings.diagnostics.sorted()
    report.counts = findings.counts
    return report
  }

  /// Of an HTML page there is nothing to say but where the feed is.
  private func reportPage(_ finding: Finding) {
    findings.removeAll()
    var finding = finding
    let addresses = PageFeeds.addresses(in: page, at: settings.location)
    switch addresses.count {
    case 0: break
    case 1: finding.help = "The page names its feed: \(addresses[0])"
    default: finding.help = "The page names its feeds: \(addresses.joined(separator: ", "))"
    }
    findings.add(finding, path: finding.element.map { "/" + $0 }, entryIndex: nil)
  }

  /// Of what is no XML, XML's rules have nothing to say.
  private func reportOther() {
    findings.removeAll()
    if let binary = BinaryFormat.name(beginning) {
      // There is no line to show.
      let nowhere = SourcePosition(offset: 0, line: 0, column: 0)
      findings.add(
        Finding(
          rule: .rootUnknown,
          message: binary.message,
          position: nowhere,
          help: binary.help
        ),
        path: nil,
        entryIndex: nil
      )
      return
    }
    let text = beginning.drop { $0 <= 0x20 }.prefix(80)
    report(
      .rootUnknown,
      "the document is neither XML nor JSON: it begins with \(Excerpt.quote(text))"
    )
  }
}

/// What was found in one document.
public struct ValidationReport: Sendable {
  /// What the document is.
  public var kind: FeedKind
  /// How many entries it has.
  public var entries: Int
  /// What is wrong, in document order.
  public var diagnostics: [Diagnostic]
  /// How often each rule spoke, by its id; more than there are diagnostics if it spoke very often.
  public var counts: [String: Int]

  /// Whether nothing is an error.
  public var isValid: Bool { !diagnostics.contains { $0.severity == .error } }
}

extension [Diagnostic] {
  /// In document order, the worst first at one place; what has no place comes first.
  func sorted() -> [Diagnostic] {
    enumerated().sorted { left, right in
      let (a, b) = (left.element, right.element)
      if a.line != b.line { return a.line < b.line }
      if a.column != b.column { return a.column < b.column }
      if a.severity != b.severity { return a.severity > b.severity }
      return left.offset < right.offset
    }.map(\.element)
  }
}
