/// Writes JSON token by token into bytes; commas, indentation and escapes are its business.
/// The caller keeps the order (`key` before each member's value, one `end` a `begin`).
public struct JSONSerializer {
  /// How the text is laid out.
  public enum Layout: Sendable {
    /// No white space.
    case compact
    /// One member or element a line, two spaces a level; empty containers on one line.
    case indented
  }

  /// What has been written. A streaming caller writes it out and empties it
  /// (`removeAll(keepingCapacity: true)`) whenever it likes.
  public var bytes: [UInt8] = []

  private let layout: Layout
  private var depth = 0
  /// Whether the innermost container has no member or element yet.
  private var isFirst = true
  private var followsKey = false

  /// A serializer with nothing written.
  public init(_ layout: Layout = .compact) {
    self.layout = layout
  }

  /// Writes `{`.
  public mutating func beginObject() { begin(UInt8(ascii: "{")) }
  /// Writes `}`.
  public mutating func endObject() { end(UInt8(ascii: "}")) }
  /// Writes `[`.
  public mutating func beginArray() { begin(UInt8(ascii: "[")) }
  /// Writes `]`.
  public mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes a member's name; its value has to follow.
  public mutating func key(_ name: String) {
    separate()
    JSONText.append(name, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    if layout == .indented { bytes.append(0x20) }
    followsKey = true
  }

  /// Writes a string.
  public mutating func value(_ text: String) {
    separate()
    JSONText.append(text, to: &bytes)
  }

  /// Writes UTF-8, which the caller vouches for, as a string.
  public mutating func value(utf8 text: UnsafeBufferPointer<UInt8>) {
    separate()
    JSONText.append(utf8: text, to: &bytes)
  }

  /// Writes an integer.
  public mutating func value(_ number: Int) { raw(String(number)) }

  /// Writes a number in its shortest form that reads back equal; `null` for infinities and NaN,
  /// which JSON does not have.
  public mutating func value(_ number: Double) {
    raw(number.isFinite ? number.description : "null")
  }

  /// Writes `true` or `false`.
  public mutating func value(_ flag: Bool) { raw(flag ? "true" : "false") }

  /// Writes `null`.
  public mutating func null() { raw("null") }

  /// Writes a value that is JSON already, such as a number's source text.
  public mutating func raw(_ json: String) {
    separate()
    bytes.append(contentsOf: json.utf8)
  }

  /// Writes a member, or nothing where the value is nil.
  public mutating func member(_ name: String, _ text: String?) {
    guard let text else { return }
    key(name)
    value(text)
  }

  /// Writes a member, or nothing where the value is nil.
  public mutating func member(_ name: String, _ number: Int?) {
    guard let number else { return }
    key(name)
    value(number)
  }

  /// Writes a member, or nothing where the value is nil.
  public mutating func member(_ name: String, _ flag: Bool?) {
    guard let flag else { return }
    key(name)
    value(flag)
  }

  /// Ends the text with a line break, as files do.
  public mutating func endLine() { bytes.append(0x0A) }

  private mutating func begin(_ mark: UInt8) {
    separate()
    bytes.append(mark)
    depth &+= 1
    isFirst = true
  }

  private mutating func end(_ mark: UInt8) {
    assert(depth > 0 && !followsKey, "a container ends that was not begun, or after a key")
    depth &-= 1
    if !isFirst { breakLine() }
    isFirst = false
    bytes.append(mark)
  }

  /// What stands between the previous token and the next key, element or value.
  @inline(__always)
  private mutating func separate() {
    if followsKey {
      followsKey = false
      return
    }
    if !isFirst && depth > 0 { bytes.append(UInt8(ascii: ",")) }
    if depth > 0 { breakLine() }
    isFirst = false
  }

  @inline(__always)
  private mutating func breakLine() {
    guard layout == .indented else { return }
    bytes.append(0x0A)
    for _ in 0..<max(0, depth) {
      bytes.append(0x20)
      bytes.append(0x20)
    }
  }
}
