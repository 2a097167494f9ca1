/// How the tags are written that a site generator replaces in posts, and what is known of them.
///
/// Nothing here is run. A tag's value is taken where it follows from the post and the site's address
/// alone; what only the generator and its templates know is taken out and told of.
public struct TemplateSyntax: Sendable, Equatable {
  /// How tags are set apart from the text.
  public enum Notation: Sendable, Equatable {
    /// `{{ value | filter }}`, `{% tag %}…{% endtag %}`.
    case liquid
    /// As in Liquid, and `{# comments #}`.
    case nunjucks
    /// `{{< name >}}…{{< /name >}}` and `{{% name %}}…{{% /name %}}`.
    case hugo
    /// `{{ name() }}` and `{% name() %}…{% end %}`.
    case zola
    /// None: only addresses have something to be replaced.
    case none
  }

  /// The generator's name, for notes.
  public var generator: String
  /// How tags are set apart from the text.
  public var notation: Notation
  /// Tags with a meaning that is always the same, by name.
  public var tags: [String: TagMeaning]
  /// What stands before the name of a front matter key: `page` for `{{ page.title }}`, nothing for
  /// `{{ title }}`; nil where values are not the post's.
  public var fieldPrefix: String?
  /// Values that follow from the site's address and the post's.
  public var values: [String: KnownValue]
  /// Filters whose result is certain.
  public var filters: [String: KnownFilter]
  /// The front matter by which an author switches tags off.
  public var offSwitch: OffSwitch?
  /// What addresses begin with that the generator replaces.
  public var linkPrefixes: [LinkPrefix]

  init(
    generator: String,
    notation: Notation,
    tags: [String: TagMeaning] = [:],
    fieldPrefix: String? = nil,
    values: [String: KnownValue] = [:],
    filters: [String: KnownFilter] = [:],
    offSwitch: OffSwitch? = nil,
    linkPrefixes: [LinkPrefix] = []
  ) {
    self.generator = generator
    self.notation = notation
    self.tags = tags
    self.fieldPrefix = fieldPrefix
    self.values = values
    self.filters = filters
    self.offSwitch = offSwitch
    self.linkPrefixes = linkPrefixes
  }

  /// A front matter key with the values that leave a post's tags alone.
  public struct OffSwitch: Sendable, Equatable {
    var key: String
    var values: [String]
  }
}

/// What a tag stands for.
public enum TagMeaning: Sendable, Equatable {
  /// Text up to its end tag in which nothing is a tag.
  case raw
  /// Text up to its end tag that nobody sees.
  case comment
  /// A value for later tags, with its end tag or without: nothing is to be seen here.
  case definition
  /// Text that is repeated for data that only the generator has, or chosen by it: it goes.
  case loop
  /// Text for a condition that only the generator can decide: its first branch stays.
  case condition
  /// The next branch of a condition.
  case branch
  /// Code up to its end tag.
  case code(CodeLanguage)
  /// A quotation up to its end tag, with its source as arguments.
  case quotation
  /// A quotation from the post itself up to its end tag.
  case excerpt
  /// Text up to its end tag that folds away.
  case details
  /// A picture: `src`, `alt`, `caption`, `title`, `link`.
  case figure
  /// A picture as Hexo has it: class, address, width, height, title.
  case image
  /// As `image`, but of a file that lies in the post's folder.
  case ownImage
  /// Something that only a script could show: a link to it.
  case link(EmbedAddress)
  /// The address of the page of another post's file.
  case pageAddress
  /// A link to another post, with its title as text.
  case pageLink
  /// The value of a front matter key.
  case field

  /// Where the language of code is named.
  public enum CodeLanguage: Sendable, Equatable {
    /// The first argument.
    case first
    /// An argument of this name.
    case named(String)
  }
}

/// The address of something embedded: what stands before its id and after it.
public struct EmbedAddress: Sendable, Equatable {
  var before: String
  var after = ""

  static let youTube = EmbedAddress(before: "https://www.youtube.com/watch?v=")
  static let vimeo = EmbedAddress(before: "https://vimeo.com/")
  static let gist = EmbedAddress(before: "https://gist.github.com/")
  static let instagram = EmbedAddress(before: "https://www.instagram.com/p/", after: "/")
  static let streamable = EmbedAddress(before: "https://streamable.com/")
  /// Works for every author's posts.
  static let x = EmbedAddress(before: "https://x.com/i/status/")
}

/// A value that follows from the site's address or the post's.
public enum KnownValue: Sendable, Equatable {
  /// Scheme and host: `https://example.org`.
  case origin
  /// The path of the site's address without a slash at its end: `/blog`, or nothing.
  case basePath
  /// The path of the site's address with slashes at both ends.
  case rootPath
  /// The site's address without a slash at its end.
  case site
  /// The path of the post's page below the site's address.
  case pagePath
}

/// A filter whose result is certain.
public enum KnownFilter: Sendable, Equatable {
  /// Puts the site's path before a path.
  case relativeAddress
  /// Puts the site's address before a path.
  case absoluteAddress
  /// Puts its argument before the value.
  case prepend
  /// Puts its argument after the value.
  case append
  /// Changes nothing that matters here.
  case identity
}

/// What an address begins with that the generator replaces.
public struct LinkPrefix: Sendable, Equatable {
  /// What it says of the rest of the address.
  public enum Meaning: Sendable, Equatable {
    /// The path of a post's file.
    case page
    /// The path of a file that is copied to the same place of the site.
    case file
    /// The path of a file that is copied beside the page.
    case ownFile
    /// The site's first page; there is no rest.
    case home
    /// Something whose address only the generator knows.
    case unknown
  }

  var text: String
  var meaning: Meaning
}
