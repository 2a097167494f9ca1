import FeedModel

/// The checks that all URLs have in common; what differs is data.
struct URLCheck: Sendable {
  /// Which references there may be.
  enum Base: Sendable {
    /// With a scheme.
    case absolute
    /// With or without, if there is a base.
    case relative
  }

  /// What a URL has to have.
  var base = Base.absolute
  /// Whether characters that are not ASCII may stand as they are (RFC 3987).
  var allowsIRI = false
  /// Whether white space around it is for the pretty printer's sake.
  var isTrimmed = true
  /// Whether its scheme is `http` or `https`.
  var isHTTP = false
  /// Whether one is to follow it: then others have to reach its host.
  var isFollowed = true
  /// The rule for a character that must be encoded.
  var forbidden: Rule = .urlCharacter
  /// The rule for one that is relative but may not be.
  var notAbsolute: Rule = .urlRelative
  /// The rule for one whose parts are not what they have to be, or are missing.
  var malformed: Rule = .urlInvalid

  /// Reports what is wrong with a URL.
  func check(
    _ value: UnsafeBufferPointer<UInt8>,
    _ context: ValueContext,
    _ report: (ValueFinding) -> Void
  ) {
    let trimmed = TrimmedValue(value)
    if !isTrimmed, trimmed.bytes.count != value.count {
      report(
        ValueFinding(
          forbidden,
          "has white space \(trimmed.start > 0 ? "before" : "after") the address",
          at: trimmed.start > 0 ? 0 : trimmed.bytes.count,
          replacement: String(decoding: trimmed.bytes, as: UTF8.self)
        )
      )
    }
    let reading = URLReading(trimmed)
    guard !reading.bytes.isEmpty, !isNamed(reading, report) else { return }
    if let forbidden = reading.syntax.forbidden {
      var finding = reading.complaint(
        ofCharacterAt: forbidden,
        self.forbidden,
        keepsIRI: allowsIRI
      )
      if reading.syntax.scheme == nil, base == .absolute { finding.replacement = nil }
      report(finding)
      if reading.syntax.scheme == nil { return }
    }
    guard let scheme = reading.syntax.scheme else {
      checkRelative(reading, context, report)
      return
    }
    if !allowsIRI, reading.syntax.forbidden == nil, let place = reading.syntax.nonASCII {
      report(reading.complaint(ofNonASCIIAt: place))
    }
    guard checkScheme(scheme, reading, report) else { return }
    checkStructure(reading, report)
  }

  /// `tag:` and `urn:` have grammars of their own.
  private func isNamed(_ reading: URLReading, _ report: (ValueFinding) -> Void) -> Bool {
    let isTag = ASCII.hasPrefix("tag:", in: reading.bytes, at: 0)
    guard isTag || ASCII.hasPrefix("urn:", in: reading.bytes, at: 0) else { return false }
    if isHTTP {
      report(
        ValueFinding(malformed, "is \(reading.quoted), not an http or https URL", at: reading.start)
      )
    } else if let finding = isTag ? TagURI.complaint(reading) : URN.complaint(reading) {
      report(finding)
    }
    return true
  }

  private func checkRelative(
    _ reading: URLReading,
    _ context: ValueContext,
    _ report: (ValueFinding) -> Void
  ) {
    if let flaw = reading.syntax.flaw, flaw.kind == .scheme {
      report(
        ValueFinding(
          malformed,
          "is \(reading.quoted), in which no scheme stands before the colon",
          at: reading.start + (base == .absolute ? 0 : flaw.offset)
        )
      )
    } else if base == .absolute {
      var finding = ValueFinding(
        notAbsolute,
        "is \(reading.quoted), not a whole URL with its scheme",
        at: reading.start,
        help: reading.helpWithScheme
      )
      finding.reference = reading.relativeReference
      report(finding)
    } else if !context.hasBase {
      var finding = ValueFinding(
        .urlWithoutBase,
        "is \(reading.quoted), relative to nothing",
        at: reading.start,
        help: reading.helpWithScheme
      )
      finding.reference = reading.relativeReference
      report(finding)
    } else {
      checkEncoding(reading, report)
    }
  }

  /// Looks at the scheme; false if that says all there is to be said.
  private func checkScheme(
    _ scheme: Range<Int>,
    _ reading: URLReading,
    _ report: (ValueFinding) -> Void
  ) -> Bool {
    let isWeb = reading.isWeb
    if isHTTP, !isWeb {
      report(
        ValueFinding(
          malformed,
          "is \(reading.quoted), not an http or https URL",
          at: reading.start,
          help: reading.helpWithScheme
        )
      )
      return false
    }
    guard !isWeb, !URISchemes.isRegistered(scheme, in: reading.bytes) else { return true }
    if reading.isHostAndPort {
      report(
        ValueFinding(
          notAbsolute,
          "is \(reading.quoted), not a whole URL with its scheme",
          at: reading.start,
          help: reading.helpWithScheme
        )
      )
      return false
    }
    report(
      ValueFinding(
        .urlSchemeUnregistered,
        "has the scheme \(Excerpt.quote(reading.bytes[scheme])), which is not registered",
        at: reading.start,
        help: reading.helpWithMisspeltScheme
      )
    )
    return false
  }

  private func checkStructure(_ reading: URLReading, _ report: (ValueFinding) -> Void) {
    let syntax = reading.syntax
    if let flaw = syntax.flaw {
      report(reading.complaint(of: flaw.kind, at: flaw.offset, malformed))
      return
    }
    if reading.isWeb || reading.isFTP, syntax.host?.isEmpty ?? true {
      report(
        ValueFinding(
          malformed,
          "is \(reading.quoted), which names no host",
          at: reading.place(syntax.host?.lowerBound ?? syntax.path.lowerBound)
        )
      )
      return
    }
    if reading.hasSchemeTwice, let host = syntax.host {
      report(reading.complaint(ofSecondSchemeAt: host.lowerBound, malformed))
      return
    }
    if isFollowed, reading.isWeb || reading.isFTP, syntax.forbidden == nil, let host = syntax.host,
      let obstacle = PublicHost.obstacle(reading.bytes[host])
    {
      report(
        ValueFinding(
          PublicHost.isPrivate(reading.bytes[host]) ? .hostPrivate : .hostNotPublic,
          "has the host \(Excerpt.quote(reading.bytes[host])), \(obstacle)",
          at: reading.start + host.lowerBound
        )
      )
    }
    checkEncoding(reading, report)
  }

  private func checkEncoding(_ reading: URLReading, _ report: (ValueFinding) -> Void) {
    let syntax = reading.syntax
    if let percent = syntax.percent {
      report(
        ValueFinding(
          .urlEncoding,
          "has a percent sign that encodes nothing: \(Excerpt.quote(reading.bytes[percent...]))",
          at: reading.start + percent,
          replacement: syntax.forbidden == nil ? reading.encoded(percentsOnly: true) : nil
        )
      )
    }
    if let numberSign = syntax.numberSign {
      report(
        ValueFinding(
          .urlEncoding,
          "has a second number sign: \(Excerpt.quote(reading.bytes[numberSign...]))",
          at: reading.start + numberSign
        )
      )
    }
    if let place = reading.doubleEscape {
      report(
        ValueFinding(
          .urlEscapedTwice,
          "has “&amp;” where “&” belongs: \(Excerpt.quote(reading.bytes[place...]))",
          at: reading.start + place,
          replacement: syntax.forbidden == nil ? reading.unescaped : nil
        )
      )
    }
  }
}
