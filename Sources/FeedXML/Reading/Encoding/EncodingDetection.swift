/// Finds a document's encoding from its first bytes and what was said about it.
///
/// A byte order mark wins over the HTTP charset, which wins over the XML declaration (RFC 7303
/// section 3), and nothing wins over how wide the characters visibly are.
struct EncodingDetection {
  let charset: String?

  /// The verdict, or `nil` if more bytes are needed.
  func detect(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> EncodingReport? {
    let bytes = bytes.prefix(DocumentHead.limit)
    let isComplete = isLast || bytes.count == DocumentHead.limit
    // Four bytes tell byte order marks apart.
    guard isComplete || bytes.count >= 4 else { return nil }
    let mark = TextUnits.mark(bytes)
    let markLength = mark?.length ?? 0
    let units = mark?.units ?? TextUnits.guess(bytes)
    let narrow = units.narrow(bytes.dropFirst(markLength))
    guard let head = DocumentHead.read(narrow, isComplete: isComplete) else { return nil }

    // A place among the narrowed bytes.
    func position(_ index: Int) -> SourcePosition {
      var counter = LineCounter()
      narrow[..<index].withUnsafeBufferPointer { counter.advance(over: $0) }
      var position = counter.position
      position.offset = markLength + index * units.width
      return position
    }

    let declaration = head.label.map { range in
      EncodingClaim(
        evidence: .declaration,
        label: String(decoding: narrow[range].prefix(64), as: UTF8.self),
        position: position(range.lowerBound)
      )
    }
    var report = EncodingReport(
      encoding: units.assumedEncoding,
      evidence: units == .ascii ? .standard : .firstBytes,
      hasXMLDeclaration: head.hasDeclaration,
      declaration: declaration,
      textStart: position(head.start),
      problems: []
    )
    settle(&report, units, mark, declaration)
    switch head.skipped {
    case .nothing: break
    case .whitespace(let count): report.problems.append(.leadingWhitespace(count: count))
    case .junk(let count, let first):
      report.problems.append(.leadingJunk(count: count, first: position(first)))
    }
    return report
  }

  private func settle(
    _ report: inout EncodingReport,
    _ units: TextUnits,
    _ mark: TextUnits.Mark?,
    _ declaration: EncodingClaim?
  ) {
    let outside = charset.map {
      EncodingClaim(
        evidence: .charset,
        label: String($0.filter { $0 != "\"" && $0 != "'" }.prefix(64))
      )
    }
    var used: EncodingClaim?
    if let mark {
      report.encoding = mark.encoding
      report.evidence = .byteOrderMark
      used = EncodingClaim(evidence: .byteOrderMark, label: mark.encoding.name)
    }
    for claim in [outside, declaration].compactMap({ $0 }) {
      guard let found = TextEncoding.find(claim.label), found.encoding.isReadable else {
        report.problems.append(.unknownLabel(claim))
        continue
      }
      guard let settled = units.settle(found.encoding) else {
        let strongest =
          used ?? EncodingClaim(evidence: .firstBytes, label: report.encoding.name)
        report.problems.append(.contradiction(claim, used: strongest))
        continue
      }
      if let used {
        guard settled.readsLike(report.encoding) else {
          report.problems.append(.contradiction(claim, used: used))
          continue
        }
      } else {
        report.encoding = settled
        report.evidence = claim.evidence
        used = claim
      }
      if let remark = remark(on: claim, found.encoding, isRegistered: found.isRegistered) {
        report.problems.append(remark)
      }
    }
    if case .wide = units, mark == nil {
      // With the byte order in its name, it needs none.
      let said = used.flatMap { TextEncoding.find($0.label) }?.encoding.form
      if said == nil || said == .utf16(nil) || said == .utf32(nil) {
        report.problems.append(.missingByteOrderMark(assumed: report.encoding.name))
      }
    }
    if mark == nil, outside == nil, declaration == nil {
      report.problems.append(.missingDeclaration)
    }
  }

  private func remark(
    on claim: EncodingClaim,
    _ encoding: TextEncoding,
    isRegistered: Bool
  ) -> EncodingProblem? {
    if encoding.support == .obscure { return .obscureEncoding(claim) }
    if !isRegistered { return .unregisteredLabel(claim, preferred: encoding.name) }
    return encoding.support == .common ? .optionalEncoding(claim) : nil
  }
}

extension TextEncoding {
  /// False if the system lacks the converter that the encoding is read with.
  var isReadable: Bool {
    switch form {
    case .utf8, .ascii, .utf16, .utf32: true
    case .singleByte, .multiByte, .ebcdic:
      converter == WindowsLatin.converter || IconvConverter(from: converter) != nil
    }
  }

  /// True for another name of the same, as browsers see it.
  fileprivate func readsLike(_ other: TextEncoding) -> Bool {
    switch form {
    case .singleByte, .multiByte, .ebcdic: form == other.form && converter == other.converter
    case .utf8, .ascii, .utf16, .utf32: form == other.form
    }
  }
}
