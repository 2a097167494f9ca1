import FeedXML

/// Checks a document that is XML, or to be taken for it, from its bytes on.
final class XMLDocumentChecker {
  let checker: XMLFeedChecker
  private let findings: Findings
  private let reader: XMLReader
  private let decoder: XMLTextDecoder
  private let opinion: SecondOpinion?
  private var hasBegun = false

  init(settings: ValidationSettings, findings: Findings) {
    self.findings = findings
    opinion = findings.isOn(.grammar) ? SecondOpinion() : nil
    checker = XMLFeedChecker(settings: settings, findings: findings)
    reader = XMLReader(delegate: checker)
    decoder = XMLTextDecoder(charset: settings.charset, dropsForbiddenCharacters: true)
    checker.reader = reader
    WorkingThreads.add()
  }

  deinit { WorkingThreads.remove() }

  func consume(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard checker.page == nil else { return }
    decode(bytes, isLast: false)
  }

  private func decode(_ bytes: UnsafeBufferPointer<UInt8>, isLast: Bool) {
    decoder.decode(bytes, isLast: isLast) { text, position in
      if !hasBegun {
        hasBegun = true
        checker.encoding = decoder.report.encoding.name
        reader.begin(at: position)
        opinion?.begin(at: position)
      }
      reader.consume(text)
      opinion?.consume(text, kind: checker.hasRoot ? checker.kind : nil)
    }
  }

  /// Ends the document.
  func finish() {
    guard checker.page == nil else { return }
    decode(UnsafeBufferPointer(start: nil, count: 0), isLast: true)
    reader.finish()
    checker.finish()
    reportGrammar()
    for finding in EncodingFindings.of(decoder.report) {
      // It is the same mistake, seen in the text.
      if finding.rule.id == Rule.encodingMistaken.id { findings.remove(.charactersMisdecoded) }
      findings.add(finding, path: nil, entryIndex: nil)
    }
  }

  /// A grammar's word counts where no rule has spoken.
  private func reportGrammar() {
    for found in opinion?.finish() ?? [] where !checker.spoken.cover(found) {
      findings.add(Finding(found), path: found.path, entryIndex: found.entryIndex)
    }
  }
}

extension Finding {
  fileprivate init(_ found: GrammarFinding) {
    self.init(
      rule: .grammar,
      message: found.message,
      position: SourcePosition(offset: 0, line: found.line, column: found.column),
      element: found.element,
      attribute: found.attribute
    )
  }
}
