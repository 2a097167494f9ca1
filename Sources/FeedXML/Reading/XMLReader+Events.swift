import CLibXML2

extension XMLReader {
  private static func reader(_ context: UnsafeMutableRawPointer?) -> XMLReader? {
    guard let context else { return nil }
    let reader = Unmanaged<XMLReader>.fromOpaque(context).takeUnretainedValue()
    guard !reader.isStopped else { return nil }
    if reader.hadError {
      // libxml2 2.9 drops every reference after its first error otherwise (xmlParseReference).
      reader.parser?.pointee.wellFormed = 1
      reader.hadError = false
    }
    return reader
  }

  static let onStartElement: startElementNsSAX2Func = {
    context,
    name,
    prefix,
    namespace,
    namespaceCount,
    namespaces,
    attributeCount,
    defaulted,
    attributes in
    guard let reader = reader(context), let name else { return }
    let end = reader.currentOffset()
    let start = reader.startOfTag(before: end)
    let position = reader.position(of: start)
    reader.lastEnd = reader.endOfTag(from: end)
    let element = reader.name(name, namespace, prefix)
    guard reader.open.count < XMLReader.deepest else {
      reader.stop(
        XMLProblem(
          kind: .limit,
          message: "elements are nested deeper than \(XMLReader.deepest), which XML parsers refuse",
          position: position
        )
      )
      return
    }
    reader.open.append(OpenElement(name: element, position: position))
    if reader.hasUndeclaredAttributes || reader.hasRepeatedAttributes {
      let attributes = attributes.map {
        UnsafeRawPointer($0).assumingMemoryBound(to: UnsafePointer<UInt8>?.self)
      }
      reader.startMended(
        element,
        position,
        start..<end,
        attributes,
        count: Int(attributeCount),
        namespaces.map { UnsafeRawPointer($0).assumingMemoryBound(to: Optional.self) },
        Int(namespaceCount)
      )
      return
    }
    let isDamaged = !reader.mendedTags.isEmpty && reader.takeMendedTag(at: start, before: end)
    reader.withSource(from: start, to: end) { source in
      let tag = XMLStartTag(
        name: element,
        position: position,
        attributeCount: Int(attributeCount),
        namespaceCount: Int(namespaceCount),
        attributes: attributes.map { UnsafeRawPointer($0).assumingMemoryBound(to: Optional.self) },
        namespaces: namespaces.map { UnsafeRawPointer($0).assumingMemoryBound(to: Optional.self) },
        source: source,
        isDamaged: isDamaged
      )
      reader.delegate.startElement(tag)
    }
  }

  @inline(__always)
  private func name(
    _ local: UnsafePointer<UInt8>,
    _ namespace: UnsafePointer<UInt8>?,
    _ prefix: UnsafePointer<UInt8>?
  ) -> XMLName {
    var namespace = namespace
    if namespace == nil, let prefix { namespace = prefixes.namespace(prefix, parser) }
    return XMLName(local: local, namespace: namespace, prefix: prefix)
  }

  /// Tells of a tag whose attributes are others than libxml2 thinks.
  private func startMended(
    _ element: XMLName,
    _ position: SourcePosition,
    _ range: Range<Int>,
    _ attributes: UnsafePointer<UnsafePointer<UInt8>?>?,
    count: Int,
    _ namespaces: UnsafePointer<UnsafePointer<UInt8>?>?,
    _ namespaceCount: Int
  ) {
    hasUndeclaredAttributes = false
    hasRepeatedAttributes = false
    var names: Set<XMLName> = []
    var kept: [UnsafePointer<UInt8>?] = []
    for index in 0..<count {
      guard let attributes, let local = attributes[5 * index] else { continue }
      let name = name(local, attributes[5 * index + 2], attributes[5 * index + 1])
      guard names.insert(name).inserted else { continue }
      kept += [
        local, name.prefix, name.namespace, attributes[5 * index + 3], attributes[5 * index + 4],
      ]
    }
    let isDamaged = takeMendedTag(at: range.lowerBound, before: range.upperBound)
    withSource(from: range.lowerBound, to: range.upperBound) { source in
      kept.withUnsafeBufferPointer { kept in
        let tag = XMLStartTag(
          name: element,
          position: position,
          attributeCount: kept.count / 5,
          namespaceCount: namespaceCount,
          attributes: kept.baseAddress,
          namespaces: namespaces,
          source: source,
          isDamaged: isDamaged
        )
        delegate.startElement(tag)
      }
    }
  }

  /// Forgets the tags that libxml2 has told of; whether the one there lost attributes.
  private func takeMendedTag(at start: Int, before end: Int) -> Bool {
    let isDamaged = mendedTags.first { $0.start == start }?.isDamaged ?? false
    mendedTags.removeAll { $0.start < end }
    return isDamaged
  }

  static let onEndElement: endElementNsSAX2Func = { context, name, prefix, namespace in
    guard let reader = reader(context), let name else { return }
    reader.endElement(reader.name(name, namespace, prefix))
  }

  static let onText: charactersSAXFunc = { context, text, count in
    guard let reader = reader(context), let text, count > 0 else { return }
    reader.text(text, Int(count), .plain)
  }

  static let onCDATA: cdataBlockSAXFunc = { context, text, count in
    guard let reader = reader(context), let text, count > 0 else { return }
    reader.text(text, Int(count), .cdata)
  }

  static let onDocumentType: internalSubsetSAXFunc = { context, name, publicID, systemID in
    guard let reader = reader(context) else { return }
    reader.lastEnd = reader.startOfDocumentType()
    reader.delegate.documentType(
      name: name.map { String(cString: $0) } ?? "",
      publicID: publicID.map { String(cString: $0) },
      systemID: systemID.map { String(cString: $0) }
    )
  }

  static let onInstruction: processingInstructionSAXFunc = { context, target, data in
    guard let reader = reader(context), let target else { return }
    reader.lastEnd = reader.currentOffset()
    reader.delegate.processingInstruction(
      target: String(cString: target),
      data: data.map { String(cString: $0) } ?? ""
    )
  }

  static let onError: xmlStructuredErrorFunc = { context, error in
    guard let reader = reader(context), let error, error.pointee.level != XML_ERR_WARNING else {
      return
    }
    reader.hadError = true
    reader.libxmlError(error.pointee)
  }

  /// A raw `<` cannot stand inside of a tag, so the last one begins it, if it is one that is
  /// well-formed.
  func startOfTag(before end: Int) -> Int {
    if !mendedTags.isEmpty, let tag = mendedTags.last(where: { $0.start < end }),
      tag.start >= lastEnd
    {
      return tag.start
    }
    return withSource(from: lastEnd, to: end) { source in
      var index = source.count
      while index > 0 {
        index -= 1
        if source[index] == UInt8(ascii: "<") { return end - source.count + index }
      }
      return lastEnd
    }
  }

  /// Where the document type begins that libxml2 is reading.
  private func startOfDocumentType() -> Int {
    let end = currentOffset()
    let mark = "<!DOCTYPE".utf8
    return withSource(from: lastEnd, to: end) { source in
      var index = source.count - mark.count
      while index >= 0 {
        if source[index] == UInt8(ascii: "<"), source[index...].starts(with: mark) {
          return end - source.count + index
        }
        index -= 1
      }
      return lastEnd
    }
  }

  /// libxml2 tells of a start tag before it has passed its `>` or `/>`.
  private func endOfTag(from end: Int) -> Int {
    withSource(from: end, to: end + 2) { source in
      if source.first == UInt8(ascii: ">") { return end + 1 }
      return source.elementsEqual("/>".utf8) ? end + 2 : end
    }
  }

  private func text(_ text: UnsafePointer<UInt8>, _ count: Int, _ kind: XMLTextPiece.Kind) {
    guard !open.isEmpty else { return }
    if let input = parser?.pointee.input, let base = input.pointee.base,
      let limit = input.pointee.end, text >= base, text < limit
    {
      // As it stands in libxml2's buffer, and so in the document.
      let parsed = Int(input.pointee.consumed) + (text - base)
      tellPieces(UnsafeBufferPointer(start: text, count: count), kind, parsed: parsed)
      return
    }
    // A reference, or characters that libxml2 gathered elsewhere.
    let bytes = UnsafeBufferPointer(start: text, count: count)
    let end = currentOffset()
    let from = lastEnd
    // Escaped HTML is made of these.
    if kind == .plain,
      let kind = withSource(from: from, to: from + 3, { referenceKind($0, of: bytes) })
    {
      lastEnd = end
      delegate.text(XMLTextPiece(bytes: bytes, kind: kind, offset: from, end: end))
      return
    }
    let replaced = replacements(from: from, to: end)
    let pieces = withSource(from: from, to: max(end, from) + 4) {
      GatheredText(bytes, in: $0, replaced: replaced).pieces()
    }
    guard !pieces.isEmpty else {
      lastEnd = max(from, end)
      delegate.text(
        XMLTextPiece(bytes: bytes, kind: kind, offset: max(from, end - count), end: lastEnd)
      )
      return
    }
    for piece in pieces {
      // libxml2 tells of gathered text before it has passed the last character.
      lastEnd = piece.end.map { from + $0 } ?? max(from, end)
      delegate.text(
        XMLTextPiece(
          bytes: UnsafeBufferPointer(rebasing: bytes[piece.text]),
          kind: kind == .plain ? piece.kind : kind,
          offset: from + piece.start,
          end: lastEnd
        )
      )
    }
  }

  /// How a text is written that is a reference and nothing more for certain.
  private func referenceKind(
    _ source: UnsafeBufferPointer<UInt8>,
    of text: UnsafeBufferPointer<UInt8>
  ) -> XMLTextPiece.Kind? {
    guard source.count == 3, source[0] == UInt8(ascii: "&") else { return nil }
    if source[1] == UInt8(ascii: "#") {
      return source[2] == UInt8(ascii: "x") ? .hexadecimalReference : .reference
    }
    return text.count == 1 ? .reference : nil
  }

  /// What replaced an entity is part of the text for libxml2, but not of the document.
  private func tellPieces(
    _ text: UnsafeBufferPointer<UInt8>,
    _ kind: XMLTextPiece.Kind,
    parsed: Int
  ) {
    var start = 0
    while start < text.count {
      let next = nextAnchor(after: parsed + start) ?? Int.max
      let end = min(text.count, next - parsed)
      let offset = offset(ofParsed: parsed + start)
      let isReplacement = lastAnchorIsReplacement(parsed + start)
      lastEnd = isReplacement ? offset : offset + (end - start)
      // libxml2 passes over the carriage return of a line end, where the line ends.
      let isAfterReturn =
        start == 0 && text[0] == 0x0A
        && withSource(from: offset - 1, to: offset) { $0.first == 0x0D }
      delegate.text(
        XMLTextPiece(
          bytes: UnsafeBufferPointer(rebasing: text[start..<end]),
          kind: isReplacement ? .reference : kind,
          offset: isAfterReturn ? offset - 1 : offset,
          end: isReplacement ? self.offset(ofParsed: parsed + end) : lastEnd
        )
      )
      start = end
    }
  }
}

extension XMLReader {
  /// Line and column of a piece of text that was just told of.
  public func position(of piece: XMLTextPiece) -> SourcePosition {
    position(of: piece.offset)
  }

  /// Where the reader stands: after the tag or text that was just told of.
  public var currentPosition: SourcePosition {
    position(of: lastEnd)
  }
}
