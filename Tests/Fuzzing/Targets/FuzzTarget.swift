/// Something that reads bytes of strangers, with what has to hold whatever they are.
///
/// The same targets are run by `Tests/fuzz` for as long as one likes, led by coverage, and by the
/// tests for seconds.
public struct FuzzTarget: Sendable, CustomStringConvertible {
  /// The name, which its words, seeds and findings go by.
  public let name: String
  /// Inputs longer than this find nothing that shorter ones do not find sooner.
  public let longestInput: Int
  /// What repeated parts stand in when the growth of time is measured.
  public let frames: [Frame]
  /// Reads the bytes.
  public let check: @Sendable (_ bytes: UnsafeBufferPointer<UInt8>) throws(Violation) -> Void

  /// The name.
  public var description: String { name }

  /// The text around repeated parts.
  public struct Frame: Sendable {
    /// What stands before them.
    public let head: String
    /// What stands after them.
    public let tail: String

    /// A frame of what stands before and after.
    public init(_ head: String, _ tail: String) {
      self.head = head
      self.tail = tail
    }
  }

  init(
    _ name: String,
    longestInput: Int,
    frames: [Frame] = [],
    check: @escaping @Sendable (UnsafeBufferPointer<UInt8>) throws(Violation) -> Void
  ) {
    self.name = name
    self.longestInput = longestInput
    self.frames = [Frame("", "")] + frames
    self.check = check
  }

  /// All targets, by name.
  public static let all: [FuzzTarget] = [
    .configuration, .convert, .dates, .encodings, .fix, .frontMatter, .html, .json, .markdown,
    .readJSON, .readXML, .requests, .urls,
    .validateJSON, .validateXML, .values, .xml,
  ]

  /// The target of a name.
  public static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }
}

/// Something that does not hold and should.
public struct Violation: Error, CustomStringConvertible {
  /// What, in words.
  public let description: String

  init(_ description: String) { self.description = description }
}

/// Throws unless something holds.
func expect(
  _ holds: Bool,
  _ complaint: @autoclosure () -> String
) throws(Violation) {
  guard holds else { throw Violation(complaint()) }
}

/// Throws unless two things are the same.
func expectSame<Value: Equatable>(
  _ found: Value,
  _ expected: Value,
  _ what: @autoclosure () -> String
) throws(Violation) {
  guard found == expected else {
    let lines = "is   \(excerpt(found, beside: expected))\nnot  \(excerpt(expected, beside: found))"
    throw Violation("\(what()):\n\(lines)")
  }
}

/// Where the words for two things part.
private func excerpt(_ value: some Any, beside other: some Any) -> String {
  let text = Array("\(value)".unicodeScalars)
  let common = zip(text, "\(other)".unicodeScalars).prefix { $0 == $1 }.count
  var view = String.UnicodeScalarView()
  view.append(contentsOf: text[max(0, common - 60)..<min(text.count, common + 200)])
  return String(view)
}

/// Whether the bytes are valid UTF-8.
func isUTF8(_ bytes: some Sequence<UInt8>) -> Bool {
  String(validating: Array(bytes), as: UTF8.self) != nil
}
