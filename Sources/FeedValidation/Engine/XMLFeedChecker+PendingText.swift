import FeedModel
import FeedXML

/// What an element lacks, kept until its end: its text may be what was to stand in an attribute or
/// in a child. Then it is one mistake, and told as one.
struct PendingText {
  /// The attributes that it lacks, all of those it must have.
  var attributes: [AttributeDefinition] = []
  /// What is told of them otherwise.
  var findings: [Finding] = []
  /// Its text, no longer than messages need it, and where that begins.
  var text: (bytes: [UInt8], position: SourcePosition)?

  /// More of a text is not looked at.
  static let longest = 300

  mutating func append(_ bytes: some Collection<UInt8>) {
    guard let room = text.map({ Self.longest - $0.bytes.count }), room > 0 else { return }
    text?.bytes += bytes.prefix(room)
  }
}

extension XMLFeedChecker {
  /// Keeps for later what is missing, if the text of the element could be it.
  func keep(_ missing: [(AttributeDefinition, Rule)], of definition: ElementDefinition) -> Bool {
    switch definition.content {
    case .empty, .elements: break
    default: return false
    }
    guard Self.mayHoldOthers(frames.last?.role ?? .document),
      missing.count == definition.attributes.count(where: \.isRequired)
    else { return false }
    pending[frames.count, default: PendingText()].attributes = missing.map(\.0)
    return true
  }

  /// Whether elements of a role are small, and not the feed or an entry, whose ends are far away.
  private static func mayHoldOthers(_ role: Role) -> Bool {
    switch role {
    case .plain, .person, .image, .textInput, .link, .mediaPlace: true
    default: false
    }
  }

  /// Keeps text where none belongs, if it can be what the element lacks. False if it is to be told.
  func keepText(
    of frame: Frame,
    _ bytes: Slice<UnsafeBufferPointer<UInt8>>,
    at position: SourcePosition
  ) -> Bool {
    let mayLackChildren =
      Self.mayHoldOthers(frame.role) && frame.children.isEmpty
      && frame.definition?.required.isEmpty == false
    guard mayLackChildren || pending[frames.count] != nil else { return false }
    var kept = pending[frames.count] ?? PendingText()
    kept.text = ([], position)
    kept.append(bytes)
    pending[frames.count] = kept
    return true
  }

  /// Ends an element of which something was kept. True if nothing else is to be told of what it
  /// lacks.
  func finishPending(_ frame: Frame) -> Bool {
    guard let kept = pending.removeValue(forKey: frames.count) else { return false }
    let text = kept.text.map { trimmed($0.bytes) } ?? []
    if !text.isEmpty, !kept.attributes.isEmpty {
      report(textForAttribute(text, kept, frame))
      return true
    }
    if !text.isEmpty, let definition = frame.definition, !definition.required.isEmpty,
      frame.children.isEmpty
    {
      report(textForChild(text, definition.required, frame))
      return true
    }
    for finding in kept.findings { report(finding) }
    if let (bytes, position) = kept.text {
      bytes.withUnsafeBufferPointer { reportStrayText(frame, $0[...], at: position) }
    }
    return false
  }

  /// Ends an element whose content could not be read: its start tag could.
  func finishUnread() {
    guard let kept = pending.removeValue(forKey: frames.count) else { return }
    for finding in kept.findings { report(finding) }
  }

  /// Tells what was kept of elements that never ended.
  func flushPending() {
    for (depth, kept) in pending.sorted(by: { $0.key < $1.key }) where depth <= frames.count {
      for finding in kept.findings { report(finding) }
      if let (bytes, position) = kept.text {
        let frame = frames[depth - 1]
        bytes.withUnsafeBufferPointer { reportStrayText(frame, $0[...], at: position) }
      }
    }
    pending = [:]
  }

  private func textForAttribute(_ text: [UInt8], _ kept: PendingText, _ frame: Frame) -> Finding {
    let name = frame.name.qualified
    let first = kept.attributes[0].name
    let value = Self.value(text, of: first)
    let isEmpty = frame.children.isEmpty
    let others = kept.attributes.dropFirst().map { " \($0.name)=\"…\"" }.joined()
    return Finding(
      rule: .textInsteadOfAttribute,
      message: "\(name) has in its text what belongs in the attribute \(first): "
        + Excerpt.quote(text),
      position: frame.position,
      element: name,
      attribute: first,
      help: "Write <\(name) \(first)=\"\(value)\"\(others)\(isEmpty ? "/>." : ">.")"
    )
  }

  private func textForChild(_ text: [UInt8], _ required: [RequiredChild], _ frame: Frame)
    -> Finding
  {
    let name = frame.name.qualified
    let prefix = name.dropLast(frame.name.local.count)
    let children = required.enumerated().map { index, child in
      let content = index == 0 ? Self.escaped(text) : "…"
      return "<\(prefix)\(child.name)>\(content)</\(prefix)\(child.name)>"
    }
    let first = required.first?.name ?? ""
    return Finding(
      rule: .textInsteadOfElement,
      message: "\(name) has as its text what belongs in \(prefix)\(first): \(Excerpt.quote(text))",
      position: frame.position,
      element: name,
      help: "Write <\(name)>\(children.joined())</\(name)>."
    )
  }

  private func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    bytes.withUnsafeBufferPointer { Array(TrimmedValue($0).bytes) }
  }

  /// The text as a value, without the `href=` that some write before it.
  private static func value(_ text: [UInt8], of attribute: String) -> String {
    var rest = text[...]
    if rest.starts(with: (attribute + "=").utf8) { rest = rest.dropFirst(attribute.utf8.count + 1) }
    return escaped(rest)
  }

  private static func escaped(_ text: some Sequence<UInt8>) -> String {
    let quoted = String(Excerpt.quote(text).dropFirst().dropLast())
    return quoted.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing("\"", with: "&quot;")
  }
}
