import FeedModel

extension Person {
  /// Somebody as RSS and Dublin Core name people: `mail (Name)`, `Name (mail)`, `Name <mail>`, a mail
  /// address, a web address or a name. Nil where there is nothing.
  init?(text: String) {
    let text = text.collapsingSpaces()
    guard !text.isEmpty else { return nil }
    if let (outer, inner) = Person.split(text, "(", ")") ?? Person.split(text, "<", ">") {
      if let email = Person.address(outer) {
        self.init(name: inner, email: email)
        return
      }
      if let email = Person.address(inner) {
        self.init(name: Person.unquoted(outer), email: email)
        return
      }
    }
    if let email = Person.address(text) {
      self.init(name: "", email: email)
    } else if Address.isPage(text), !text.contains(ascii: " ") {
      self.init(name: "", url: text)
    } else {
      self.init(name: text)
    }
  }

  /// The text before the bracket that the last one closes, and what is between them.
  private static func split(
    _ text: String,
    _ open: Character,
    _ close: Character
  ) -> (outer: String, inner: String)? {
    guard text.last == close, let start = text.firstIndex(of: open) else { return nil }
    let inner = text[text.index(after: start)...].dropLast()
    return (text[..<start].trimmingSpaces(), inner.trimmingSpaces())
  }

  private static func unquoted(_ name: String) -> String {
    guard name.count > 1, name.first == "\"", name.last == "\"" else { return name }
    return String(name.dropFirst().dropLast())
  }

  private static func address(_ text: String) -> String? {
    Person(name: "", email: text).mailbox
  }
}

extension [Person] {
  /// Adds somebody, or what is new about somebody who is there already.
  mutating func add(_ person: Person) {
    guard
      let known = firstIndex(where: { known in
        if !known.name.isEmpty, !person.name.isEmpty { return known.name == person.name }
        return known.mailbox != nil && known.mailbox == person.mailbox
          || known.name.isEmpty && known.mailbox == nil && known.url == person.url
            && person.url != nil
      })
    else {
      append(person)
      return
    }
    if self[known].name.isEmpty { self[known].name = person.name }
    self[known].email = self[known].email ?? person.email
    self[known].url = self[known].url ?? person.url
    self[known].avatar = self[known].avatar ?? person.avatar
  }
}
