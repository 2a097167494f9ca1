import CLibXML2

extension XMLReader {
  /// Closes what an end tag closes. After the first tag that does not match, libxml2's idea of what
  /// is open is wrong: it closes the innermost element, whatever the tag says.
  func endElement(_ name: XMLName) {
    let end = currentOffset()
    defer { lastEnd = end }
    guard let mismatch else {
      if let index = open.lastIndex(where: { $0.name == name }) {
        closeElements(downTo: index)
      }
      return
    }
    self.mismatch = nil
    let local = mismatch.name.split(separator: ":").last ?? ""
    guard
      let index = open.lastIndex(where: {
        $0.name.qualifiedName == mismatch.name || $0.name.localName == local
      })
    else {
      tell(
        .tagMismatch,
        "has an end tag </\(mismatch.name)> without its start tag",
        at: mismatch.position
      )
      return
    }
    // The innermost element that was left open says the most.
    if index < open.count - 1, let unclosed = open.last {
      tell(
        .tagMismatch,
        "is closed by </\(mismatch.name)> while <\(unclosed.name.qualifiedName)> of line "
          + "\(unclosed.position.line) is open",
        at: mismatch.position
      )
    }
    closeElements(downTo: index)
  }

  func closeElements(downTo count: Int) {
    while open.count > count {
      let element = open.removeLast()
      delegate.endElement(element.name)
    }
  }

  func libxmlError(_ error: xmlError) {
    let code = xmlParserErrors(rawValue: UInt32(bitPattern: error.code))
    if Int(error.domain) == Int(XML_FROM_NAMESPACE.rawValue) {
      // Told while a start tag is read: it is to blame, not where its name ends.
      let tag = position(of: startOfTag(before: currentOffset()))
      tell(.namespace, LibXMLMessages.firstLine(error.message), at: tag)
      return
    }
    let place = position(of: max(lastEnd, currentOffset()))
    let text = LibXMLMessages.firstLine(error.message)
    switch code {
    case XML_ERR_TAG_NAME_MISMATCH:
      mismatch = Mismatch(
        name: error.str2.map { String(cString: $0) } ?? "",
        position: place
      )
      return
    case XML_ERR_TAG_NOT_FINISHED where open.isEmpty:
      // The elements that only libxml2 believes to be open.
      return
    default: break
    }
    let message = ParserMessage.translate(error, parser)
    let kind: XMLProblem.Kind =
      switch message.kind {
      case .limit: .limit
      case .namespace: .namespace
      default: .notWellFormed
      }
    // libxml2 halts where it cannot go on, recovering or not.
    let isFatal = parser?.pointee.disableSAX != 0 || kind == .limit
    tell(kind, message.message.isEmpty ? text : message.message, at: place, isFatal: isFatal)
    if isFatal { isStopped = true }
  }
}
