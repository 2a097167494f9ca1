/// What is wrong with one fragment of HTML, each kind and subject once.
struct HTMLProblems {
  enum Kind: UInt8 {
    case active, stripped, unknown, selfClosing, unclosed, unopened, unfinished
    case eventHandler, likeHandler, scriptURL, relativeURL, dangerousStyle, strippedStyle,
      escapedTwice
  }

  private struct Problem {
    var kind: Kind
    var subject: String
    var detail: String
    var offset: Int
    var count = 1
  }

  private var found: [Problem] = []

  /// Nobody mends more at a time, and it bounds the search for earlier ones.
  private static let most = 32

  /// Takes a problem. `subject` is what it is told once for; `detail` is of the first occurrence.
  mutating func add(
    _ kind: Kind,
    _ subject: String,
    at offset: Int,
    detail: @autoclosure () -> String = ""
  ) {
    if let index = found.firstIndex(where: { $0.kind == kind && $0.subject == subject }) {
      found[index].count += 1
    } else if found.count < Self.most {
      found.append(Problem(kind: kind, subject: subject, detail: detail(), offset: offset))
    }
  }

  /// Reports them in the value's order.
  func report(_ report: (ValueFinding) -> Void) {
    guard !found.isEmpty else { return }
    for problem in found.sorted(by: { $0.offset < $1.offset }) {
      let times = problem.count > 1 ? " (\(problem.count) times)" : ""
      let (rule, message) = Self.words(problem)
      report(ValueFinding(rule, message + times, at: problem.offset))
    }
  }

  private static func words(_ problem: Problem) -> (Rule, String) {
    let subject = problem.subject
    let detail = problem.detail
    return switch problem.kind {
    case .active:
      (.htmlActive, "contains the element \(subject)")
    case .stripped:
      (.htmlElementStripped, "contains the element \(subject), which many readers remove")
    case .unknown:
      (.htmlElementUnknown, "contains <\(subject)>, which is no element of HTML")
    case .selfClosing:
      (.htmlNesting, "closes \(subject) with “/>”, which HTML reads as “>”")
    case .unclosed:
      (.htmlNesting, "does not close the element \(subject)")
    case .unopened:
      (.htmlNesting, "has the end tag “</\(subject)>” without a start tag")
    case .unfinished:
      (.htmlUnfinished, "ends inside of a \(subject): \(detail)")
    case .eventHandler:
      (.htmlEventHandler, "has the event handler \(subject)")
    case .likeHandler:
      (
        .htmlAttributeLikeHandler,
        "has the attribute \(subject), which begins like an event handler"
      )
    case .scriptURL:
      (.htmlURLScript, "has a URL that runs code in \(subject): \(detail)")
    case .relativeURL:
      (.htmlURLRelative, "has a relative URL in \(subject): \(detail)")
    case .dangerousStyle:
      (.htmlStyleDangerous, "has a style that reaches beyond its element: \(detail)")
    case .strippedStyle:
      (.htmlStyleStripped, "has a style that readers remove: \(detail)")
    case .escapedTwice:
      (.htmlEscapedTwice, "is escaped twice: readers will show its tags as text: \(detail)")
    }
  }

  /// A name for a message: whatever is written between `<` and a space may pass for one.
  static func shortened(_ name: some Sequence<UInt8>) -> String {
    String(Excerpt.quote(name).dropFirst().dropLast())
  }

  /// The beginning of what is there, for a message.
  static func head(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> String {
    Excerpt.quote(bytes[start...])
  }
}
