import FeedModel

extension ValueType {
  /// A category of Apple Podcasts, at the top.
  public static let itunesCategory = ValueType(
    "a category of Apple Podcasts",
    ifEmpty: .itunesCategoryInvalid
  ) {
    value,
    _,
    report in
    ITunesCategories.check(TrimmedValue(value), under: nil, report)
  }

  /// A category of Apple Podcasts within another. Nothing is said of one within a category that
  /// does not exist: that has been reported itself.
  public static func itunesSubcategory(of parent: String) -> ValueType {
    ValueType("a subcategory of “\(parent)”") { value, _, report in
      ITunesCategories.check(TrimmedValue(value), under: parent, report)
    }
  }
}

/// The categories of Apple Podcasts since 2019, and those before.
enum ITunesCategories {
  static func check(
    _ trimmed: TrimmedValue,
    under parent: String?,
    _ report: (ValueFinding) -> Void
  ) {
    let text = trimmed.bytes
    guard !text.isEmpty else { return }
    guard let names = names(under: parent, in: current, all: top) else {
      // Under a category that is itself obsolete, its own old names are the ones to look at.
      guard let parent, let old = names(under: parent, in: former, all: formerTop) else { return }
      if !old.contains(text) { report(unknown(trimmed, old, under: parent)) }
      return
    }
    if names.contains(text) { return }
    if let meant = certain(text, names) {
      report(misspelled(trimmed, meant))
    } else if let old = self.names(under: parent, in: former, all: formerTop), old.contains(text) {
      report(obsolete(trimmed))
    } else {
      report(unknown(trimmed, names, under: parent))
    }
  }

  private static func names(
    under parent: String?,
    in table: [String: WordList],
    all: WordList
  ) -> WordList? {
    guard let parent else { return all }
    return table[parent]
  }

  /// In another case, with “and” for “&”, or with the ampersand escaped twice.
  private static func certain(_ text: UnsafeBufferPointer<UInt8>, _ names: WordList) -> String? {
    if let name = names.certain(text) { return name }
    guard text.count <= 64 else { return nil }
    var plain = String(decoding: text, as: UTF8.self).lowercased().collapsingSpaces()
    for other in ["&amp;", " and ", " + "] {
      guard let range = plain.firstRange(of: other) else { continue }
      plain.replaceSubrange(range, with: other == "&amp;" ? "&" : " & ")
      break
    }
    return plain.withUTF8Bytes { names.certain($0) }
  }

  private static func misspelled(_ trimmed: TrimmedValue, _ meant: String) -> ValueFinding {
    ValueFinding(
      .itunesCategoryInvalid,
      "is \(Excerpt.quote(trimmed.bytes)), where Apple's category is called “\(meant)”",
      at: trimmed.start,
      replacement: meant
    )
  }

  private static func obsolete(_ trimmed: TrimmedValue) -> ValueFinding {
    let successor = successors[String(decoding: trimmed.bytes, as: UTF8.self)]
    return ValueFinding(
      .itunesCategoryObsolete,
      "is \(Excerpt.quote(trimmed.bytes)), which Apple abolished in 2019",
      at: trimmed.start,
      help: successor.map { "Choose “\($0)” instead, or another category that fits." }
    )
  }

  private static func unknown(
    _ trimmed: TrimmedValue,
    _ names: WordList,
    under parent: String?
  ) -> ValueFinding {
    let text = String(decoding: trimmed.bytes.prefix(64), as: UTF8.self)
    let kind = parent.map { "a subcategory of “\($0)”" } ?? "a category of Apple Podcasts"
    var help = NearestWord.to(text, among: names.words).map { "Did you mean “\($0)”?" }
    if parent == nil, let home = home(of: text) {
      help = "Put it in a category element within that of “\(home)”."
    }
    return ValueFinding(
      .itunesCategoryInvalid,
      "is \(Excerpt.quote(trimmed.bytes)), not \(kind)",
      at: trimmed.start,
      help: help
    )
  }

  /// The category that has this one below it.
  private static func home(of name: String) -> String? {
    tree.first { $0.names.contains(name) }?.parent
  }

  private static let top = WordList(tree.map(\.parent))
  private static let current = lists(tree)
  private static let formerTop = WordList(formerTree.map(\.parent))
  private static let former = lists(formerTree)

  private static func lists(_ tree: [(parent: String, names: [String])]) -> [String: WordList] {
    Dictionary(
      tree.map { ($0.parent, WordList($0.names)) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// Since July 2019.
  private static let tree: [(parent: String, names: [String])] = [
    ("Arts", ["Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"]),
    (
      "Business",
      ["Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"]
    ),
    ("Comedy", ["Comedy Interviews", "Improv", "Stand-Up"]),
    ("Education", ["Courses", "How To", "Language Learning", "Self-Improvement"]),
    ("Fiction", ["Comedy Fiction", "Drama", "Science Fiction"]),
    ("Government", []),
    ("History", []),
    (
      "Health & Fitness",
      ["Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"]
    ),
    (
      "Kids & Family",
      ["Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"]
    ),
    (
      "Leisure",
      [
        "Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies",
        "Home & Garden", "Video Games",
      ]
    ),
    ("Music", ["Music Commentary", "Music History", "Music Interviews"]),
    (
      "News",
      [
        "Business News", "Daily News", "Entertainment News", "News Commentary", "Politics",
        "Sports News", "Tech News",
      ]
    ),
    (
      "Religion & Spirituality",
      ["Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"]
    ),
    (
      "Science",
      [
        "Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics",
        "Natural Sciences", "Nature", "Physics", "Social Sciences",
      ]
    ),
    (
      "Society & Culture",
      ["Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"]
    ),
    (
      "Sports",
      [
        "Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey",
        "Rugby", "Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness",
        "Wrestling",
      ]
    ),
    ("Technology", []),
    ("True Crime", []),
    (
      "TV & Film",
      ["After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"]
    ),
  ]

  /// Before July 2019, and before October 2005.
  private static let formerTree: [(parent: String, names: [String])] = [
    ("Arts", ["Literature"]),
    (
      "Arts & Entertainment",
      [
        "Architecture", "Design", "Entertainment", "Games", "Performing Arts", "Photography",
        "Poetry", "Science Fiction",
      ]
    ),
    ("Audio Blogs", []),
    (
      "Business",
      [
        "Business News", "Careers", "Finance", "Investing", "Management & Marketing", "News",
        "Shopping",
      ]
    ),
    ("Comedy", []),
    (
      "Education",
      [
        "Education Technology", "Educational Technology", "Higher Education", "K-12",
        "Language Courses", "Training",
      ]
    ),
    ("Family", []),
    ("Food", []),
    (
      "Games & Hobbies",
      ["Automotive", "Aviation", "Hobbies", "Other Games", "Video Games"]
    ),
    ("Government & Organizations", ["Local", "National", "Non-Profit", "Regional"]),
    (
      "Health",
      [
        "Alternative Health", "Diet & Nutrition", "Fitness", "Fitness & Nutrition",
        "Relationships", "Self-Help", "Sexuality",
      ]
    ),
    (
      "International",
      [
        "Australian", "Belgian", "Brazilian", "Canadian", "Chinese", "Dutch", "French", "German",
        "Hebrew", "Italian", "Japanese", "Norwegian", "Polish", "Portuguese", "Spanish",
        "Swedish",
      ]
    ),
    ("Movies & Television", []),
    ("News & Politics", ["Conservative (Right)", "Liberal (Left)"]),
    ("Politics", []),
    ("Public Radio", []),
    ("Religion & Spirituality", ["New Age", "Other", "Philosophy"]),
    ("Science & Medicine", ["Medicine", "Natural Sciences", "Social Sciences"]),
    ("Society & Culture", ["History"]),
    (
      "Sports & Recreation",
      ["Amateur", "College & High School", "Outdoor", "Professional"]
    ),
    ("Talk Radio", []),
    (
      "Technology",
      [
        "Computers", "Developers", "Gadgets", "Information Technology", "News",
        "Operating Systems", "Podcasting", "Smart Phones", "Software How-To", "Tech News",
        "Text/Speech",
      ]
    ),
    ("Transportation", ["Automotive", "Aviation", "Bicycles", "Commuting"]),
    ("Travel", []),
  ]

  /// What became of the categories of 2019, where one thing did.
  private static let successors: [String: String] = [
    "Arts & Entertainment": "Arts", "Family": "Kids & Family", "Games & Hobbies": "Leisure",
    "Government & Organizations": "Government", "Health": "Health & Fitness",
    "Movies & Television": "TV & Film", "News & Politics": "News", "Politics": "News",
    "Science & Medicine": "Science", "Sports & Recreation": "Sports",
    "Travel": "Places & Travel” within “Society & Culture", "Transportation": "Leisure",
    "Literature": "Books", "Self-Help": "Self-Improvement", "Software How-To": "Technology",
    "Tech News": "Tech News” within “News", "Podcasting": "Technology", "Gadgets": "Technology",
    "Computers": "Technology", "Language Courses": "Language Learning", "History": "History",
  ]
}

extension Rule {
  /// Categories are Apple's.
  public static let itunesCategoryInvalid = Rule(
    id: "itunes-category-unknown",
    severity: .error,
    formats: .xmlFeeds,
    summary: "An itunes:category is one of Apple's, letter by letter",
    why: """
      Apple Podcasts lists a podcast under the categories that it knows, and rejects a feed without \
      one. Other directories use the same list.
      """,
    help: "Choose a category of Apple's list, in English whatever the podcast's language is.",
    spec: "https://podcasters.apple.com/support/1691-apple-podcasts-categories",
    w3c: ["InvalidItunesCategory"],
    examples: Examples(
      passing: [
        .rssChannel(category("Kids &amp; Family")),
        .rssChannel(category("Arts", "<itunes:category text=\"Design\"/>")),
      ],
      failing: [
        .rssChannel(category("↓Kids and Family")),
        .rssChannel(category("Arts", "<itunes:category text=\"↓Sculpture\"/>")),
      ]
    )
  )

  /// Some categories are gone.
  public static let itunesCategoryObsolete = Rule(
    id: "itunes-category-obsolete",
    severity: .warning,
    formats: .xmlFeeds,
    summary: "An itunes:category is one that Apple still has",
    why: "Apple revised its categories in 2019. Podcasts in an old one are not found by category.",
    help: "Choose a category of Apple's present list.",
    spec: "https://podcasters.apple.com/support/1691-apple-podcasts-categories",
    w3c: ["ObsoleteItunesCategory"],
    examples: Examples(
      passing: [.rssChannel(category("Technology"))],
      failing: [
        .rssChannel(category("↓Travel")),
        .rssChannel(category("Technology", "<itunes:category text=\"↓Gadgets\"/>")),
      ]
    )
  )

  private static func category(_ name: String, _ within: String = "") -> String {
    """
    <itunes:category xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" text="\(name)">\
    \(within)</itunes:category>
    """
  }
}
