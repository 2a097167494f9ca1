import FeedXML

/// Judges XHTML, SVG and MathML that stand inline in a feed as elements, tag by tag: Atom's
/// `type="xhtml"`, and `xhtml:body` in RSS.
///
/// For each start tag below the construct (its `div` included), the caller calls
/// ``checkElement(_:_:_:)`` with the local name, and ``checkAttribute(_:_:of:in:_:_:)`` for each
/// attribute that has no namespace, and for those of XLink under `xlink:` and their local name.
/// Attributes of other namespaces (`xml:lang`, `epub:type`) are nobody's business. Elements of other
/// namespaces are not judged.
///
/// Messages of elements follow the element's name, those of attributes the attribute's: “script runs
/// code”, “onclick is an event handler”. Offsets are those of the attribute's value; offset 0 of a
/// finding that is about its name (see ``isAboutName(_:)``) means the name. The same may be told for
/// many tags: it is the caller's to bound that.
enum XHTMLPolicy {
  /// The namespaces whose elements are judged.
  enum Vocabulary: Sendable {
    /// `http://www.w3.org/1999/xhtml`.
    case xhtml
    /// `http://www.w3.org/2000/svg`.
    case svg
    /// `http://www.w3.org/1998/Math/MathML`.
    case mathML

    /// The vocabulary of a namespace; `nil` for others.
    init?(namespace: some StringProtocol) {
      switch namespace {
      case "http://www.w3.org/1999/xhtml": self = .xhtml
      case "http://www.w3.org/2000/svg": self = .svg
      case "http://www.w3.org/1998/Math/MathML": self = .mathML
      default: return nil
      }
    }
  }

  /// Judges an element by its local name.
  static func checkElement(
    _ name: UnsafeBufferPointer<UInt8>,
    in vocabulary: Vocabulary,
    _ report: (ValueFinding) -> Void
  ) {
    switch vocabulary {
    case .xhtml:
      checkHTMLElement(name, report)
    case .svg:
      checkForeignElement(name, SVGNames.elements, "SVG", report)
    case .mathML:
      checkForeignElement(name, MathMLNames.elements, "MathML", report)
    }
  }

  /// Judges an attribute by its name and value; see ``XHTMLPolicy`` for which to ask about.
  static func checkAttribute(
    _ name: UnsafeBufferPointer<UInt8>,
    _ value: UnsafeBufferPointer<UInt8>,
    of element: UnsafeBufferPointer<UInt8>,
    in vocabulary: Vocabulary,
    _ context: ValueContext,
    _ report: (ValueFinding) -> Void
  ) {
    let concern = HTMLAttribute.concern(of: name)
    switch concern {
    case .eventHandler:
      switch EventHandlers.likeness(0..<name.count, in: name) {
      case .handler: report(ValueFinding(.htmlEventHandler, "is an event handler"))
      case .similar:
        report(ValueFinding(.htmlAttributeLikeHandler, "begins like an event handler"))
      case .none: break
      }
      return
    case .style:
      checkStyle(value, report)
    case .link, .source:
      let verdict = HTMLVerdict.of(element)
      let isLink = concern == .link && !verdict.contains(.media)
      switch HTMLURLKind.kind(of: value, isLink: isLink) {
      case .script:
        report(ValueFinding(.htmlURLScript, "is a URL that runs code: \(Excerpt.quote(value))"))
      case .relative where !context.hasBase && !verdict.contains(.active):
        report(ValueFinding(.htmlURLRelative, "is a relative URL: \(Excerpt.quote(value))"))
      default:
        break
      }
    case .sourceSet:
      checkSourceSet(value, context, report)
    case .none:
      break
    }
    switch vocabulary {
    case .xhtml: return
    case .svg: checkForeignAttribute(name, SVGNames.attributes, "SVG", report)
    case .mathML: checkForeignAttribute(name, MathMLNames.attributes, "MathML", report)
    }
  }

  /// Whether a finding about an attribute is about its name rather than its value.
  static func isAboutName(_ finding: ValueFinding) -> Bool {
    finding.rule.id == Rule.htmlEventHandler.id
      || finding.rule.id == Rule.htmlAttributeLikeHandler.id
      || finding.rule.id == Rule.foreignAttributeUnknown.id
  }

  // MARK: Elements

  private static func checkHTMLElement(
    _ name: UnsafeBufferPointer<UInt8>,
    _ report: (ValueFinding) -> Void
  ) {
    let verdict = HTMLVerdict.of(name)
    if verdict.contains(.active) {
      report(ValueFinding(.htmlActive, "runs code or acts on the page around it"))
    } else if verdict.contains(.stripped) {
      report(ValueFinding(.htmlElementStripped, "is an element that many readers remove"))
    } else if name.contains(0x2D) {
      report(ValueFinding(.htmlElementStripped, "is a custom element, which readers remove"))
    } else if !verdict.contains(.isHTML) {
      report(ValueFinding(.htmlElementUnknown, "is no element of HTML"))
    } else if name.contains(where: { $0 &- 0x41 < 26 }) {
      report(ValueFinding(.htmlElementUnknown, "has capital letters, and XHTML's names have none"))
    }
  }

  private static func checkForeignElement(
    _ name: UnsafeBufferPointer<UInt8>,
    _ names: WordTable,
    _ vocabulary: String,
    _ report: (ValueFinding) -> Void
  ) {
    switch names.value(of: 0..<name.count, in: name) {
    case ForeignNames.known:
      return
    case ForeignNames.active:
      report(ValueFinding(.htmlActive, "runs code"))
    case ForeignNames.stripped:
      report(ValueFinding(.htmlElementStripped, "is an element that many readers remove"))
    default:
      report(ValueFinding(.foreignElementUnknown, "is no element of \(vocabulary)"))
    }
  }

  // MARK: Attributes

  private static func checkForeignAttribute(
    _ name: UnsafeBufferPointer<UInt8>,
    _ names: WordTable,
    _ vocabulary: String,
    _ report: (ValueFinding) -> Void
  ) {
    guard !names.contains(0..<name.count, in: name),
      !ForeignNames.commonAttributes.contains(0..<name.count, in: name),
      !ASCII.hasPrefix("data-", in: name, at: 0), !ASCII.hasPrefix("aria-", in: name, at: 0)
    else { return }
    report(ValueFinding(.foreignAttributeUnknown, "is no attribute of \(vocabulary)"))
  }

  private static func checkStyle(
    _ value: UnsafeBufferPointer<UInt8>,
    _ report: (ValueFinding) -> Void
  ) {
    StyleInspector.inspect(value) { finding, range in
      let quote = Excerpt.quote(value[range])
      let found =
        finding == .dangerous
        ? ValueFinding(
          .htmlStyleDangerous,
          "reaches beyond its element: \(quote)",
          at: range.lowerBound
        )
        : ValueFinding(
          .htmlStyleStripped,
          "has what readers remove: \(quote)",
          at: range.lowerBound
        )
      report(found)
    }
  }

  private static func checkSourceSet(
    _ value: UnsafeBufferPointer<UInt8>,
    _ context: ValueContext,
    _ report: (ValueFinding) -> Void
  ) {
    guard
      let (kind, offset) = HTMLURLKind.firstNotAbsolute(inSourceSet: 0..<value.count, of: value)
    else { return }
    let quote = Excerpt.quote(value[offset...])
    if kind == .script {
      report(ValueFinding(.htmlURLScript, "has a URL that runs code: \(quote)", at: offset))
    } else if !context.hasBase {
      report(ValueFinding(.htmlURLRelative, "has a relative URL: \(quote)", at: offset))
    }
  }
}
