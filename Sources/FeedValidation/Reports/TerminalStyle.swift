/// Colours for people who read a report on a terminal.
public struct TerminalStyle: Sendable {
  /// Whether there are colours at all.
  public let hasColours: Bool

  /// A style with colours or without.
  public init(hasColours: Bool) { self.hasColours = hasColours }

  package func bold(_ text: String) -> String { wrap(text, "1") }
  package func faint(_ text: String) -> String { wrap(text, "2") }
  package func gutter(_ text: String) -> String { wrap(text, "34") }

  package func change(isAddition: Bool, _ text: String) -> String {
    wrap(text, isAddition ? "32" : "31")
  }

  func severity(_ severity: Diagnostic.Severity, _ text: String) -> String {
    switch severity {
    case .error: wrap(text, "1;31")
    case .warning: wrap(text, "1;33")
    case .info: wrap(text, "1;36")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    hasColours ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  /// Text in which nothing is obeyed by a terminal: control characters and marks that turn the
  /// direction of writing are shown, on one line.
  public static func harmless(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text }
    var shown = ""
    for scalar in text.unicodeScalars { shown.unicodeScalars.append(Excerpt.visible(scalar)) }
    return shown
  }
}
