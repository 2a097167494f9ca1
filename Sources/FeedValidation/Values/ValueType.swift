/// What the text of an element, the value of an attribute or a JSON string has to be.
///
/// A type is one file with its check and the rules that the check can find broken. Checks know
/// nothing of the element around the value, and see it as the parser hands it over: references
/// resolved, white space not trimmed.
public struct ValueType: Sendable {
  /// What the value is to be, with its article, for sentences: "a date after RFC 822".
  public let name: String
  /// Reports each offence to `report`, in the value's order; says nothing of a value that is fine.
  /// An empty value and one of nothing but white space never come here.
  public let check: Check
  /// What an empty value breaks; `nil` where it is useless at most, as an empty text is.
  public let ifEmpty: Rule?

  /// See ``ValueType/check``.
  public typealias Check =
    @Sendable (
      _ value: UnsafeBufferPointer<UInt8>,
      _ context: ValueContext,
      _ report: (ValueFinding) -> Void
    ) -> Void

  /// See the properties.
  public init(_ name: String, ifEmpty: Rule? = nil, check: @escaping Check) {
    self.name = name
    self.ifEmpty = ifEmpty
    self.check = check
  }
}

/// What a check may ask of the world around a value.
public struct ValueContext: Sendable {
  /// Now, in seconds since 1970 in UTC; what is later is in the future.
  public var now: Int64
  /// Whether relative references have a base: in Atom `xml:base` or the feed's own address, in RSS
  /// nothing.
  public var hasBase: Bool
  /// Which bytes of the value were written as hexadecimal references, in order. The RSS Best
  /// Practices Profile has readers show `&#x3C;` as the character that it is.
  public var hexadecimals: [Int]

  /// See the properties.
  public init(now: Int64, hasBase: Bool = false, hexadecimals: [Int] = []) {
    self.now = now
    self.hasBase = hasBase
    self.hexadecimals = hexadecimals
  }
}

/// What is wrong with a value.
public struct ValueFinding: Sendable {
  /// The rule that is broken.
  public var rule: Rule
  /// What is wrong, as a clause that follows the name of the element or attribute and begins with a
  /// verb: "is not a date after RFC 822: “Mai” is no month". Quotes of the value are short: see
  /// ``Excerpt``.
  public var message: String
  /// The byte of the value to point at.
  public var offset: Int
  /// How to mend this very value, where that is known better than the rule knows it.
  public var help: String?
  /// What the whole value has to be instead, where that is certain.
  public var replacement: String?
  /// The relative reference that is to be a whole address: who knows the site can say which.
  public var reference: String?

  /// See the properties.
  public init(
    _ rule: Rule,
    _ message: String,
    at offset: Int = 0,
    help: String? = nil,
    replacement: String? = nil
  ) {
    self.rule = rule
    self.message = message
    self.offset = offset
    self.help = help
    self.replacement = replacement
  }
}
