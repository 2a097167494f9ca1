/// A text box of a channel (RSS 2.0, `textInput`). The profile advises against it.
public struct TextInput: Sendable, Equatable {
  /// The label of the button.
  public var title: String
  /// What the box is for.
  public var description: String
  /// The name of the field that is sent.
  public var name: String
  /// The URL of the program that takes the request.
  public var link: String

  /// A text box with its four required values.
  public init(title: String, description: String, name: String, link: String) {
    self.title = title
    self.description = description
    self.name = name
    self.link = link
  }
}
