import FeedValidation
import Testing

@Suite struct PeopleTypesTests {
  static let addresses: [ValueCase] = [
    ValueCase("jane@example.org"), ValueCase("\n jane.o'neill+feed@mail.example.org "),
    ValueCase("jürgen@müller.example"), ValueCase("\"jane doe\"@example.org"),
    ValueCase("jane@[192.0.2.1]"), ValueCase("a..b@example.org"),
    ValueCase("jane@localhost", "host-not-public@5"),
    ValueCase("jane@example.org (Jane)", "address-invalid@16 → jane@example.org"),
    ValueCase("jane@example.org (Bob), extra", "address-invalid@16 → jane@example.org"),
    ValueCase("Jane <jane@example.org>", "address-invalid@0 → jane@example.org"),
    ValueCase("mailto:jane@example.org", "address-invalid@0 → jane@example.org"),
    ValueCase("a@example.org, b@example.org", "address-invalid@13"),
    ValueCase("jane at example.org", "address-invalid@0"), ValueCase("me", "address-invalid@0"),
    ValueCase("@", "address-invalid@0"), ValueCase("jane@", "address-invalid@0"),
    ValueCase("jane@-x.org", "address-invalid@0"), ValueCase("jane@x..org", "address-invalid@0"),
  ]

  static let contacts: [ValueCase] = [
    ValueCase("jane@example.org (Jane Doe)"), ValueCase(" jane@example.org  (Jane (X) Doe)\n"),
    ValueCase("null@linuxfr.org (Yuhů)"), ValueCase("jane@example.org(Jane)"),
    ValueCase("mailto:jane%40example.org%20%28Jane%29"), ValueCase("a+b@example.org (Ken \"C\" F)"),
    ValueCase("jane@example.org", "contact-without-name@0"),
    ValueCase("jane@example.org ()", "contact-without-name@0"),
    ValueCase("<jane@example.org>", "contact-format@0"),
    ValueCase("mailto:jane@example.org", "contact-without-name@0"),
    ValueCase("Jane (jane@example.org)", "contact-format@0 → jane@example.org (Jane)"),
    ValueCase("jane@example.org?subject=x", "contact-format@16"),
    ValueCase("Jane Doe <jane@example.org>", "contact-format@0 → jane@example.org (Jane Doe)"),
    ValueCase("jane@example.org, Jane Doe", "contact-format@16 → jane@example.org (Jane Doe)"),
    ValueCase(
      "jane@example.org (Jane), extra",
      "contact-format@16 → jane@example.org (Jane extra)"
    ),
    ValueCase("a@example.org, b@example.org", "contact-format@13"),
    ValueCase("Jane Doe", "contact-without-address@0"),
    ValueCase(" @jane", "contact-without-address@1"),
    ValueCase("jane at example.org (Jane)", "contact-without-address@0"),
    ValueCase("jane@localhost (Jane)", "host-not-public@5"),
  ]

  static let names: [ValueCase] = [
    ValueCase("Jane Doe"), ValueCase("@jane"), ValueCase("jane@doe"),
    ValueCase("Jane (@jane@mastodon.example)"),
    ValueCase("jane@example.org", "name-contains-address@0"),
    ValueCase(" Jane Doe <jane@example.org>", "name-contains-address@11 → Jane Doe"),
    ValueCase("jane@example.org (Jane Doe)", "name-contains-address@0 → Jane Doe"),
  ]

  @Test func mailAddresses() { expect(.addrSpec, Self.addresses) }
  @Test func contactsOfRSS() { expect(.emailWithName, Self.contacts) }
  @Test func personNames() { expect(.personName, Self.names) }

  @Test func survivesAnyBytes() {
    let samples = (Self.addresses + Self.contacts + Self.names).map(\.value)
    for type: ValueType in [.addrSpec, .emailWithName, .personName] {
      expectSurvival(type, from: samples, alphabet: "a@.()<>, mailto:%40\"-")
    }
  }
}
