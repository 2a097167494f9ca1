/// How required elements and attributes are written, for those who lack them.
enum ElementForms {
  /// How to write a child that is missing.
  static func help(_ child: RequiredChild, in parent: Frame) -> String {
    if let known = children["\(parent.name.local) \(child.name)"] { return known }
    let name = parent.name.qualified.dropLast(parent.name.local.count) + child.name
    return "Add <\(name)>…</\(name)>."
  }

  /// How to write an attribute that is missing.
  static func help(_ attribute: AttributeDefinition, of element: String) -> String {
    attributes["\(element) \(attribute.name)"] ?? "Add \(attribute.name)=\"…\"."
  }

  /// By the parent's and the child's name.
  private static let children: [String: String] = [
    "feed id": """
    Add <id>https://example.org/</id> with the address of the site or a tag: URI, and never \
    change it again.
    """,
    "entry id": """
    Add <id>https://example.org/1</id> with the entry's permalink or a tag: URI, and never change \
    it again.
    """,
    "feed updated":
      "Add <updated>2024-05-07T10:00:00Z</updated>, with the time of the last change.",
    "entry updated":
      "Add <updated>2024-05-07T10:00:00Z</updated>, with the time of the last change.",
    "rss channel": "Put the title, the link, the description and the items into <channel>.",
    "image url": "Add <url>https://example.org/logo.png</url>, the address of the picture.",
    "textInput name": "Add <name>q</name>, the name of the form's field.",
    "skipHours hour": "Add <hour>3</hour> for each hour, or remove skipHours.",
    "skipDays day": "Add <day>Sunday</day> for each day, or remove skipDays.",
    "opml head": "Add <head><title>…</title></head> before the body.",
    "opml body": "Put the outlines into <body>.",
    "channel items": """
    Add <items><rdf:Seq> with <rdf:li rdf:resource="…"/> for the rdf:about of each item.
    """,
  ]

  /// By the element's and the attribute's name.
  private static let attributes: [String: String] = [
    "rss version": "Write <rss version=\"2.0\">.",
    "opml version": "Write <opml version=\"2.0\">.",
    "enclosure url": "Add url=\"https://example.org/1.mp3\", the address of the file.",
    "enclosure length":
      "Add length=\"…\", the size of the file in bytes, or length=\"0\" if it is not known.",
    "enclosure type": "Add the media type of the file, such as type=\"audio/mpeg\".",
    "source url": "Add url=\"…\", the address of the feed that the item is from, or remove source.",
    "category term": "Add term=\"…\", the category's name.",
    "image href": "Add href=\"https://example.org/cover.jpg\", the address of the picture.",
    "outline text": "Add text=\"…\", which outliners show.",
  ]
}
