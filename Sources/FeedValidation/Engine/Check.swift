import FeedModel
import FeedXML

/// A rule that no table can say, for one document. A check is made for each document, sees the
/// elements that it asks for in document order, and keeps what it needs of them.
protocol Check: AnyObject {
  /// The elements that it wants to see.
  var interests: [Interest] { get }
  /// The element's start tag, before its children.
  func start(_ element: ElementRecord, _ context: CheckContext)
  /// The element's end, after its children.
  func end(_ element: ElementRecord, _ context: CheckContext)
  /// The document's end.
  func finish(_ context: CheckContext)
}

extension Check {
  /// Few care.
  func start(_ element: ElementRecord, _ context: CheckContext) {}
  /// Few care for nothing but starts.
  func end(_ element: ElementRecord, _ context: CheckContext) {}
  /// Few care.
  func finish(_ context: CheckContext) {}
}

/// Elements that a check wants to see.
enum Interest: Hashable {
  /// Those of a role.
  case role(Role)
  /// Those of a namespace and local name, wherever they stand.
  case element(String, String)
  /// All of a namespace.
  case namespace(String)
}

/// What a check may ask and tell.
final class CheckContext {
  private unowned let checker: XMLFeedChecker

  init(_ checker: XMLFeedChecker) {
    self.checker = checker
  }

  /// What the document is.
  var kind: FeedKind { checker.kind }
  /// Now, in seconds since 1970 in UTC.
  var now: Int64 { checker.settings.now }
  /// What is known beside the document.
  var settings: ValidationSettings { checker.settings }
  /// The name of the encoding that the document is in.
  var encoding: String { checker.encoding }
  /// Whether the prefix of Apple's elements was declared so far, be it used or not.
  var declaresITunes: Bool { checker.declaresITunes }
  /// 0-based ordinal of the entry at hand; `nil` outside entries.
  var entryIndex: Int? { checker.entryIndex }

  /// Remembers the address that relative references are most likely about.
  func noteSite(_ address: String) { checker.site = address }

  /// Tells of something wrong.
  func report(_ finding: Finding) {
    checker.report(finding)
  }

  /// Tells of something wrong with an element.
  func report(
    _ rule: Rule,
    _ message: String,
    at element: ElementRecord,
    position: SourcePosition? = nil,
    attribute: String? = nil,
    help: String? = nil
  ) {
    report(
      Finding(
        rule: rule,
        message: message,
        position: position ?? element.position,
        element: element.qualifiedName,
        attribute: attribute,
        help: help
      )
    )
  }
}

extension CheckContext {
  /// Holds an element's text against a type that its attributes choose.
  func check(_ element: ElementRecord, _ type: ValueType) {
    guard !element.text.isEmpty else { return }
    check(
      element.text,
      type,
      element.qualifiedName,
      from: element.textPosition ?? element.position,
      element
    )
  }

  /// Holds an attribute's value against a type that other attributes or elements choose.
  func check(
    _ attribute: ElementRecord.Attribute,
    _ type: ValueType,
    at element: ElementRecord
  ) {
    guard attribute.value.contains(where: { !$0.isWhitespace }) else { return }
    check(
      attribute.value,
      type,
      "\(attribute.qualifiedName) of \(element.qualifiedName)",
      from: attribute.position,
      element,
      attribute.qualifiedName
    )
  }

  private func check(
    _ value: String,
    _ type: ValueType,
    _ subject: String,
    from start: SourcePosition,
    _ element: ElementRecord,
    _ attribute: String? = nil
  ) {
    Array(value.utf8).withUnsafeBufferPointer { bytes in
      type.check(bytes, ValueContext(now: now, hasBase: element.base != nil)) { found in
        let end = min(max(found.offset, 0), bytes.count)
        report(
          Finding(
            rule: found.rule,
            message: "\(subject) \(found.message)",
            position: start.advanced(over: bytes[..<end]),
            element: element.qualifiedName,
            attribute: attribute,
            help: checker.help(of: found),
            replacement: found.replacement
          )
        )
      }
    }
  }
}

/// What is wrong, and where.
struct Finding {
  /// The rule that is broken.
  var rule: Rule
  /// A whole sentence without a full stop.
  var message: String
  /// Where.
  var position: SourcePosition
  /// The element's name as written.
  var element: String?
  /// The attribute's name as written.
  var attribute: String?
  /// The path of the element, where it is not the one at hand.
  var path: String?
  /// How to mend this very case.
  var help: String?
  /// What has to stand there instead, where that is certain.
  var replacement: String?
}
