extension Rule {
  /// Characters of URLs are those of RFC 3986.
  public static let urlCharacter = Rule(
    id: "url-character",
    severity: .error,
    formats: .all,
    summary: "An address has no spaces and other characters in it that URLs cannot have",
    why: """
      Where readers do not guess what is meant, the address ends at the space, or they get no \
      address at all. Then the link, the picture or the post is lost.
      """,
    help: "Percent-encode the character (a space is %20), and put nothing around the address.",
    spec: "https://www.rfc-editor.org/rfc/rfc3986#section-2",
    w3c: ["InvalidUriChar", "InvalidLink", "InvalidIRI"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><link>https://example.org/my%20post</link>")],
      failing: [
        .rssItem("<title>One</title><link>https://example.org/my↓ post</link>"),
        .rssItem("<title>One</title><link>https://example.org/?q=↓{one}</link>"),
        .atomEntry("<link href=\"https://example.org/1↓ \"/>"),
      ]
    )
  )

  /// An IRI is no URI.
  public static let urlNotASCII = Rule(
    id: "url-not-ascii",
    severity: .error,
    formats: [.rss, .rdf, .opml],
    summary: "Addresses in RSS and OPML are URLs, whose characters are ASCII",
    why: """
      Some readers' libraries refuse addresses with other characters, others encode them in \
      different ways, so the link leads nowhere or the post appears twice.
      """,
    help: "Percent-encode the bytes that the characters have in UTF-8.",
    spec: "https://www.rssboard.org/rss-profile#data-types-url",
    w3c: ["UriNotIri", "InvalidLink", "InvalidFullLink"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><link>https://example.org/caf%C3%A9</link>")],
      failing: [.rssItem("<title>One</title><link>https://example.org/caf↓é</link>")]
    )
  )

  /// Whole URLs have schemes.
  public static let urlRelative = Rule(
    id: "url-relative",
    severity: .error,
    formats: .all,
    summary: "An address is a whole URL, with its scheme",
    why: """
      The feed is read far from the site: readers have nothing to which the address could be \
      relative, and the link is dead.
      """,
    help: "Write the whole address, beginning with https:// or http://.",
    spec: "https://www.rssboard.org/rss-specification#comments",
    w3c: ["InvalidFullLink", "InvalidLink"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><link>https://example.org/one</link>")],
      failing: [
        .rssItem("<title>One</title><link>↓/one</link>"),
        .rssItem("<title>One</title><link>↓www.example.org/one</link>"),
      ]
    )
  )

  /// A relative reference has a base.
  public static let urlWithoutBase = Rule(
    id: "url-without-base",
    severity: .warning,
    formats: [.rss, .rdf],
    summary: "An address in RSS is relative only below an xml:base",
    why: """
      RSS does not say to what it is relative. Readers try the feed's address, the channel's link \
      or nothing, so the link leads elsewhere in each of them.
      """,
    help: "Write the whole address.",
    spec: "https://www.rssboard.org/rss-profile#data-types-url",
    w3c: ["ContainsRelRef"],
    examples: Examples(
      passing: [.rssItem("<title>One</title>" + replies("https://example.org/1.xml"))],
      failing: [.rssItem("<title>One</title>" + replies("↓1.xml"))]
    )
  )

  private static func replies(_ address: String) -> String {
    """
    <atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="replies" \
    type="application/rss+xml" href="\(address)"/>
    """
  }

  /// Ports are numbers, and hosts are there.
  public static let urlInvalid = Rule(
    id: "url-invalid",
    severity: .error,
    formats: .all,
    summary: "The parts of an address are where URLs have them: scheme, host, port, path",
    why: "Readers find no server in such an address, so the link is dead.",
    help: "Write the address as the browser shows it: https://example.org/path.",
    spec: "https://www.rfc-editor.org/rfc/rfc3986#section-3",
    w3c: ["InvalidLink", "InvalidFullLink", "InvalidIRI"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><link>https://example.org:8080/one</link>")],
      failing: [
        .rssItem("<title>One</title><link>https://↓/one</link>"),
        .rssItem("<title>One</title><link>https://example.org:↓one/</link>"),
        .rssItem("<title>One</title><link>http://↓https://example.org/</link>"),
      ]
    )
  )

  /// Percent signs and number signs mean something.
  public static let urlEncoding = Rule(
    id: "url-encoding",
    severity: .warning,
    formats: .all,
    summary: "A percent sign in an address begins an encoded byte, and there is one number sign",
    why: """
      Browsers let such an address be, many servers and libraries refuse it: for some readers the \
      link is dead.
      """,
    help: "Write %25 for a percent sign and %23 for a number sign that belongs to a name.",
    spec: "https://www.rfc-editor.org/rfc/rfc3986#section-2.1",
    examples: Examples(
      passing: [.rssItem("<title>One</title><link>https://example.org/100%25</link>")],
      failing: [
        .rssItem("<title>One</title><link>https://example.org/100↓%</link>"),
        .rssItem("<title>One</title><link>https://example.org/#one↓#two</link>"),
      ]
    )
  )

  /// Ampersands are escaped once.
  public static let urlEscapedTwice = Rule(
    id: "url-escaped-twice",
    severity: .warning,
    formats: .all,
    summary: "An ampersand in an address is escaped once",
    why: """
      Readers undo the escaping once. What is left asks the server for a parameter called “amp;…”, \
      which it does not know.
      """,
    help: "Write &amp; in XML and & in JSON and CDATA sections.",
    spec: "https://www.w3.org/TR/xml/#syntax",
    examples: Examples(
      passing: [.rssItem("<title>One</title><link>https://example.org/?a=1&amp;b=2</link>")],
      failing: [.rssItem("<title>One</title><link>https://example.org/?a=1↓&amp;amp;b=2</link>")]
    )
  )

  /// Schemes are registered.
  public static let urlSchemeUnregistered = Rule(
    id: "url-scheme-unregistered",
    severity: .warning,
    formats: .all,
    summary: "The scheme of an address is registered with IANA",
    why: """
      Readers open what begins with http: or https:, and little else. In an id, a scheme that \
      nobody has registered may mean another thing in another feed.
      """,
    help: "Write an https: or http: address; an id may be a tag: or urn:uuid: URI too.",
    spec: "https://www.rssboard.org/rss-specification#comments",
    w3c: ["SchemeNotIANARegistered"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><link>https://example.org/</link>")],
      failing: [
        .rssItem("<title>One</title><link>↓htps://example.org/</link>"),
        .rssItem("<title>One</title><link>↓javascript:alert(1)</link>"),
      ]
    )
  )

  /// Hosts can be reached.
  public static let hostNotPublic = Rule(
    id: "host-not-public",
    severity: .warning,
    formats: .all,
    summary: "The host of an address can be reached from the Internet",
    why: """
      The address works on the machine or in the network where the feed was made, and for nobody \
      else. Often a site was built with the settings of a test server.
      """,
    help: "Build the feed with the site's public address.",
    spec: "https://www.rfc-editor.org/rfc/rfc6761#section-6",
    w3c: ["UnknownHost"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><link>https://example.org/1</link>")],
      failing: [
        .rssItem("<title>One</title><link>http://↓intranet/1</link>"),
        .rssItem("<title>One</title><link>http://↓blog.test/1</link>"),
      ]
    )
  )

  /// Hosts are not the machine that the feed was made on.
  public static let hostPrivate = Rule(
    id: "host-private",
    severity: .error,
    formats: .all,
    summary: "The host of an address is not the machine that the feed was made on",
    why: """
      The address leads each reader to itself, or into its own network: the link is dead for \
      everybody else. Mostly a site was built with the settings of a test server.
      """,
    help: "Build the feed with the site's public address.",
    spec: "https://www.rfc-editor.org/rfc/rfc6761#section-6.3",
    w3c: ["UnknownHost"],
    examples: Examples(
      passing: [.rssItem("<title>One</title><link>https://example.org/1</link>")],
      failing: [
        .rssItem("<title>One</title><link>http://↓localhost:4000/1</link>"),
        .rssItem(
          """
          <title>One</title><link>http://↓192.168.0.7/1</link>\
          <comments>http://192.168.0.7/1#comments</comments>
          """
        ),
      ]
    )
  )

  /// Files are fetched over HTTP.
  public static let urlAttributeInvalid = Rule(
    id: "url-attribute-invalid",
    severity: .error,
    formats: .rss,
    summary: "The url of an enclosure or a source is a whole http or https URL",
    why: "Players and readers fetch the file over HTTP. With anything else there is no episode.",
    help: "Write the whole address, beginning with https:// or http://, without spaces.",
    spec: "https://www.rssboard.org/rss-specification#ltenclosuregtSubelementOfLtitemgt",
    w3c: ["InvalidURLAttribute", "InvalidLink"],
    examples: Examples(
      passing: [.rssItem(enclosure("https://example.org/1.mp3"))],
      failing: [
        .rssItem(enclosure("↓example.org/1.mp3")), .rssItem(enclosure("↓ftp://example.org/1.mp3")),
        .rssItem(enclosure("https://example.org/my↓ show.mp3")),
      ]
    )
  )

  private static func enclosure(_ address: String) -> String {
    "<title>One</title><enclosure url=\"\(address)\" length=\"0\" type=\"audio/mpeg\"/>"
  }
}
