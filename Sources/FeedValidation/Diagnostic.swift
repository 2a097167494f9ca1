/// One thing that is wrong, doubtful or worth knowing about a feed: a value, never an error thrown.
public struct Diagnostic: Sendable, Equatable {
  /// How bad it is.
  public enum Severity: String, Sendable, CaseIterable, Comparable {
    /// Worth knowing.
    case info
    /// Valid, but some readers will stumble.
    case warning
    /// Invalid.
    case error

    /// From ``info`` to ``error``.
    public static func < (a: Severity, b: Severity) -> Bool {
      a.rank < b.rank
    }

    private var rank: Int {
      switch self {
      case .info: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// The rule's id, such as `xml-well-formed`: lower case, words joined by hyphens.
  public var rule: String
  /// How bad it is.
  public var severity: Severity
  /// One sentence for a person, without a full stop.
  public var message: String
  /// 1-based line; 0 where a diagnostic has no place.
  public var line: Int
  /// 1-based column in code points; 0 where a diagnostic has no place.
  public var column: Int
  /// Path of the element or value: `/rss/channel/item[3]/guid`, `/items/2/url`.
  public var path: String?
  /// The element's qualified name as written, or the JSON key.
  public var element: String?
  /// The attribute's qualified name as written, where one is to blame.
  public var attribute: String?
  /// What to do about it.
  public var help: String?
  /// 0-based ordinal of the entry in the document; `nil` outside entries.
  public var entryIndex: Int?
  /// How the document can be edited to mend it; `nil` where that takes a guess, and until a
  /// ``FixPlanner`` was asked.
  public var fix: Fix?
  /// What the whole value has to be instead, where that is certain.
  var replacement: String?

  /// See the properties.
  public init(
    rule: String,
    severity: Severity,
    message: String,
    line: Int,
    column: Int,
    path: String? = nil,
    element: String? = nil,
    attribute: String? = nil,
    help: String? = nil,
    entryIndex: Int? = nil
  ) {
    self.rule = rule
    self.severity = severity
    self.message = message
    self.line = line
    self.column = column
    self.path = path
    self.element = element
    self.attribute = attribute
    self.help = help
    self.entryIndex = entryIndex
  }
}
