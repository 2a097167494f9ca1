import CLibXML2

extension XMLReader {
  /// Closes what an end tag closes. Tags match by the time libxml2 sees them, but for those that only
  /// libxml2 refuses.
  func endElement(_ name: XMLName) {
    lastEnd = currentOffset()
    guard let index = open.lastIndex(where: { $0.name == name }) else { return }
    closeElements(downTo: index)
  }

  func closeElements(downTo count: Int) {
    while open.count > count {
      let element = open.removeLast()
      delegate.endElement(element.name)
    }
  }

  // MARK: What the scanner found

  func report(_ mend: MarkupScanner.Mend) {
    guard let kind = mend.kind else { return }
    var line: Int?
    if case .elementUnclosed = kind { line = open.last?.position.line }
    if mend.isEnd { flush() }
    guard let words = kind.words(element: mend.element, attribute: mend.attribute, line: line)
    else { return }
    // Reported before libxml2 tells of what lies before: it holds text back.
    let place = positionAhead(of: windowStart + (mend.place ?? mend.range.lowerBound))
    var problem = XMLProblem(kind: kind, message: words.message, position: place)
    problem.isPredicate = words.isPredicate
    problem.element = mend.element
    problem.attribute = mend.attribute
    if mend.isEnd {
      stop(problem)
    } else {
      tell(problem)
    }
  }

  // MARK: What libxml2 found

  func libxmlError(_ error: xmlError) {
    let code = xmlParserErrors(rawValue: UInt32(bitPattern: error.code))
    let here = currentOffset()
    switch code {
    case XML_NS_ERR_UNDEFINED_NAMESPACE:
      return undeclaredPrefix(error)
    case XML_ERR_ATTRIBUTE_REDEFINED, XML_NS_ERR_ATTRIBUTE_REDEFINED:
      return repeatedAttribute(error)
    default: break
    }
    // One mistake is one problem: what libxml2 has to say of the rest of the same markup is not
    // about the document.
    let isFollowUp = isSameMarkup(here)
    lastError = here
    let text = LibXMLMessages.firstLine(error.message)
    // libxml2 halts where it cannot go on, recovering or not.
    let isHalted = parser?.pointee.disableSAX != 0
    if isFollowUp, !isHalted { return }
    let isNamespace = Int(error.domain) == Int(XML_FROM_NAMESPACE.rawValue)
    let tagStart = startOfTag(before: here)
    let tag = withSource(from: tagStart, to: here) {
      $0.first == UInt8(ascii: "<") ? MarkupExcerpt.of($0[...]) : ""
    }
    var problem = XMLProblem(
      kind: isNamespace ? .namespace : .notWellFormed,
      message: "",
      position: positionAhead(of: isNamespace ? tagStart : max(lastEnd, here)),
      isFatal: isHalted
    )
    if LibXMLWords.isLimit(text) {
      problem.kind = .limit
      problem.message = "text or markup is larger than 10 MB, which many XML parsers refuse"
    } else if isNamespace {
      problem.message = LibXMLWords.namespaceSentence(
        code,
        prefix: error.str1.map { String(cString: $0) },
        name: elementName(at: tagStart)
      )
    } else if let kind = LibXMLWords.kind(code), let words = kind.words() {
      problem.kind = kind
      problem.message = words.message
      problem.isPredicate = words.isPredicate
    } else {
      problem.message = LibXMLWords.sentence(code, tag: tag)
    }
    if problem.kind == .limit { problem.isFatal = true }
    tell(problem)
    if problem.isFatal { isStopped = true }
  }

  /// Whether an error was told of the markup that is being read.
  private func isSameMarkup(_ here: Int) -> Bool {
    guard let lastError else { return false }
    return lastError >= startOfTag(before: here)
  }

  private func elementName(at tag: Int) -> String {
    // libxml2 may not have read it to its end.
    withSource(from: tag, to: currentOffset() + 64) { source in
      String(decoding: source.dropFirst().prefix { MarkupByte.isName($0) }, as: UTF8.self)
    }
  }

  private func undeclaredPrefix(_ error: xmlError) {
    guard let prefix = error.str1.map({ String(cString: $0) }) else { return }
    // With an attribute, the element's name comes third.
    let isAttribute = error.str3 != nil
    if isAttribute { hasUndeclaredAttributes = true }
    let tag = startOfTag(before: currentOffset())
    // A name with two colons was told of already.
    guard undeclared.insert(prefix).inserted, !isSameMarkup(currentOffset()) else { return }
    let local = error.str2.map { String(cString: $0) } ?? ""
    let name = prefix + ":" + local
    let element = isAttribute ? error.str3.map { String(cString: $0) } : name
    let kind = XMLProblem.Kind.undeclaredPrefix(prefix)
    guard let words = kind.words() else { return }
    let offset = isAttribute ? attribute(name, 1, from: tag) : tag
    var problem = XMLProblem(
      kind: kind,
      message: words.message,
      position: positionAhead(of: offset)
    )
    problem.isPredicate = words.isPredicate
    problem.element = element
    problem.attribute = isAttribute ? name : nil
    tell(problem)
  }

  private func repeatedAttribute(_ error: xmlError) {
    let isFirst = !hasRepeatedAttributes
    hasRepeatedAttributes = true
    guard let local = error.str1.map({ String(cString: $0) }) else { return }
    let prefix = error.str2.map { String(cString: $0) }
    let isNamespace = Int(error.domain) == Int(XML_FROM_NAMESPACE.rawValue)
    let name = isNamespace ? local : prefix.map { $0 + ":" + local } ?? local
    // The same mistake in the same tag is told once: to look for it takes as long as the tag is.
    guard isFirst || name != lastRepeated else { return }
    lastRepeated = name
    let tag = startOfTag(before: currentOffset())
    let element = elementName(at: tag)
    let kind = XMLProblem.Kind.attributeRepeated
    guard let words = kind.words(element: element, attribute: name) else { return }
    var problem = XMLProblem(
      kind: kind,
      message: words.message,
      position: positionAhead(of: attribute(name, 2, from: tag))
    )
    problem.isPredicate = words.isPredicate
    problem.attribute = name
    problem.element = element
    tell(problem)
  }

  /// Where an attribute of the tag at hand is written for the `count`th time; the tag's begin if it is
  /// not there so often.
  private func attribute(_ name: String, _ count: Int, from tag: Int) -> Int {
    withSource(from: tag, to: currentOffset()) { source in
      var scanner = StartTagScanner(source)
      var found = 0
      while let attribute = scanner.next() {
        guard source[attribute.name].elementsEqual(name.utf8) else { continue }
        found += 1
        if found == count { return tag + attribute.name.lowerBound }
      }
      return tag
    }
  }
}
