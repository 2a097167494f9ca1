import FeedModel

/// What the formats ask about people.
extension Person {
  /// What to call the person where a name is required: the name, or else the address that is known.
  /// Nobody is invented: nil when there is neither.
  var label: String? { name.unlessEmpty ?? mailbox ?? url.unlessEmpty }

  /// The email address if it looks like one (RFC 4287 section 3.2.3: `.+@.+`), without `mailto:`.
  var mailbox: String? {
    guard let email else { return nil }
    var address = email.hasPrefix("mailto:") ? String(email.dropFirst("mailto:".count)) : email
    // Headers of a mailto URL (RFC 6068 section 2).
    if let at = address.firstIndex(of: "@"), let query = address[at...].firstIndex(of: "?") {
      address = String(address[..<query])
    }
    return isMailbox(address) ? address : nil
  }

  /// Whether the person has an address that is none.
  var hasUnusableEmail: Bool { email.unlessEmpty != nil && mailbox == nil }
}

private func isMailbox(_ address: String) -> Bool {
  var length = 0
  var atSign: Int?
  for byte in address.utf8 {
    switch byte {
    case UInt8(ascii: "@"):
      guard atSign == nil else { return false }
      atSign = length
    case ...0x20, 0x7F, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: ","):
      return false
    default: break
    }
    length += 1
  }
  guard let atSign else { return false }
  return atSign > 0 && atSign < length - 1
}

extension FeedOutput {
  /// Notes people whom a format leaves out because nothing is known to call them by.
  mutating func omitNameless(_ people: [Person], _ property: StaticString, of post: Post? = nil) {
    omit(
      property,
      if: people.contains { $0.label == nil },
      "somebody without name and address is left out",
      of: post
    )
  }
}
