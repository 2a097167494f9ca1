import FeedModel
import Testing

@testable import FeedFormats

@Suite struct PersonTextTests {
  @Test(arguments: [
    ("ada@weir.example (Ada Brook)", "Ada Brook", "ada@weir.example"),
    ("Ada Brook (ada@weir.example)", "Ada Brook", "ada@weir.example"),
    ("Ada Brook <ada@weir.example>", "Ada Brook", "ada@weir.example"),
    ("\"Brook, Ada\" <ada@weir.example>", "Brook, Ada", "ada@weir.example"),
    ("  ada@weir.example\n( Ada  Brook ) ", "Ada Brook", "ada@weir.example"),
    ("ada@weir.example", "", "ada@weir.example"),
    ("mailto:ada@weir.example", "", "mailto:ada@weir.example"),
    ("ada@weir.example ()", "", "ada@weir.example"),
    ("Ada Brook", "Ada Brook", nil),
    ("Ada (Brook)", "Ada (Brook)", nil),
    ("(Ada)", "(Ada)", nil),
    ("@ada", "@ada", nil),
    ("a@b@c", "a@b@c", nil),
    (")(", ")(", nil),
  ])
  func people(text: String, name: String, email: String?) {
    let person = Person(text: text)
    #expect(person?.name == name)
    #expect(person?.mailbox == email.map { $0.replacing("mailto:", with: "") })
  }

  @Test func nobody() {
    #expect(Person(text: "") == nil)
    #expect(Person(text: " \n") == nil)
  }

  @Test func pages() {
    #expect(
      Person(text: "https://weir.example/ada") == Person(name: "", url: "https://weir.example/ada")
    )
  }

  @Test func theSamePersonOnce() {
    var people: [Person] = []
    people.add(Person(name: "", email: "ada@weir.example"))
    people.add(Person(name: "Ada", email: "ada@weir.example"))
    people.add(Person(name: "Ada", url: "https://weir.example/"))
    people.add(Person(name: "Bo"))
    #expect(
      people == [
        Person(name: "Ada", email: "ada@weir.example", url: "https://weir.example/"),
        Person(name: "Bo"),
      ]
    )
  }

  @Test func headersOfMailAddressesAreNoPartOfThem() {
    let person = Person(text: "mailto:ada@weir.example?subject=Rivers")
    #expect(person?.mailbox == "ada@weir.example")
    #expect(Person(name: "", email: "ada?brook@weir.example").mailbox == "ada?brook@weir.example")
  }
}
