import FeedXML

/// Something that a reader had to guess or to leave out.
public struct ReadingNote: Sendable, Hashable {
  /// What it is about.
  public enum Kind: String, Sendable, CaseIterable {
    /// The document's bytes are not what they are said to be.
    case encoding
    /// The document breaks the rules of XML or JSON.
    case syntax
    /// The format or its version is not said, or not one that there is.
    case format
    /// A namespace is not written as it is, or an element's name not.
    case name
    /// An element stands where it does not belong.
    case place
    /// An entry has no id, and something else stands for it.
    case id
    /// A date is not written as it should be, or is none.
    case date
    /// A URL is relative, or is none.
    case url
    /// A text that should be plain is read as HTML, or the other way round.
    case markup
    /// A number or word is none that is expected there.
    case value
    /// Something is larger than what is read, or there is nothing to hold it.
    case omission
  }

  /// What it is about.
  public var kind: Kind
  /// The element as written (`itunes:duration`) or the member's name; nil for the document.
  public var element: String?
  /// What was found and what was made of it: follows the element's name, without full stop.
  public var message: String
  /// Where; of texts in other encodings than UTF-8 the offset is that of the text as UTF-8.
  public var position: SourcePosition
  /// The entry's place in the document, from 0; nil for the feed.
  public var entryIndex: Int?

  /// See the properties.
  public init(
    kind: Kind,
    element: String? = nil,
    message: String,
    position: SourcePosition,
    entryIndex: Int? = nil
  ) {
    self.kind = kind
    self.element = element
    self.message = message
    self.position = position
    self.entryIndex = entryIndex
  }
}

extension ReadingNote: CustomStringConvertible {
  /// `LINE:COLUMN: ELEMENT MESSAGE`.
  public var description: String {
    let subject = element.map { "\($0) " } ?? ""
    return "\(position.line):\(position.column): \(subject)\(message)"
  }
}

/// Gathers the notes of one document, as many as anybody wants to see.
final class ReadingNotes {
  /// After so many they are only counted.
  static let most = 1_000

  private(set) var all: [ReadingNote] = []
  private(set) var count = 0
  /// The entry that is being read.
  var entryIndex: Int?

  func add(
    _ kind: ReadingNote.Kind,
    _ element: @autoclosure () -> String?,
    _ message: @autoclosure () -> String,
    at position: SourcePosition
  ) {
    count += 1
    guard all.count < ReadingNotes.most else { return }
    all.append(
      ReadingNote(
        kind: kind,
        element: element(),
        message: message(),
        position: position,
        entryIndex: entryIndex
      )
    )
  }
}
