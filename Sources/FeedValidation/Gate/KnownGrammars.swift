/// A grammar file of `Grammars/`: the elements of one namespace, or of one kind of document.
struct KnownGrammar: Sendable {
  /// The file's name without `.rng`.
  var name: String
  /// The namespace whose elements it describes; "" for those in none.
  var namespace: String
  var text: @Sendable () -> [UInt8]
}

/// Every grammar that extends another, sorted by name. A test compares this list with the folder.
enum KnownGrammars {
  /// Elements of namespaces, which may stand in RSS and Atom.
  static let extensions: [KnownGrammar] = [
    KnownGrammar(name: "content", namespace: "http://purl.org/rss/1.0/modules/content/") {
      PackageResources.content_rng
    },
    KnownGrammar(name: "dc", namespace: "http://purl.org/dc/elements/1.1/") {
      PackageResources.dc_rng
    },
    KnownGrammar(name: "fh", namespace: "http://purl.org/syndication/history/1.0") {
      PackageResources.fh_rng
    },
    KnownGrammar(name: "itunes", namespace: "http://www.itunes.com/dtds/podcast-1.0.dtd") {
      PackageResources.itunes_rng
    },
    KnownGrammar(name: "media", namespace: "http://search.yahoo.com/mrss/") {
      PackageResources.media_rng
    },
    KnownGrammar(name: "podcast", namespace: "https://podcastindex.org/namespace/1.0") {
      PackageResources.podcast_rng
    },
    KnownGrammar(name: "slash", namespace: "http://purl.org/rss/1.0/modules/slash/") {
      PackageResources.slash_rng
    },
    KnownGrammar(name: "source", namespace: "http://source.scripting.com/") {
      PackageResources.source_rng
    },
    KnownGrammar(name: "sy", namespace: "http://purl.org/rss/1.0/modules/syndication/") {
      PackageResources.sy_rng
    },
    KnownGrammar(name: "thr", namespace: "http://purl.org/syndication/thread/1.0") {
      PackageResources.thr_rng
    },
    KnownGrammar(name: "wfw", namespace: "http://wellformedweb.org/CommentAPI/") {
      PackageResources.wfw_rng
    },
  ]

  /// Atom's elements where they are the guests.
  static let atomInRSS = KnownGrammar(name: "atom-in-rss", namespace: "http://www.w3.org/2005/Atom")
  {
    PackageResources.atom_in_rss_rng
  }

  static let atom = KnownGrammar(name: "atom-1.0", namespace: "http://www.w3.org/2005/Atom") {
    PackageResources.atom_1_0_rng
  }

  static let common = KnownGrammar(name: "common", namespace: "") { PackageResources.common_rng }

  static let opml = KnownGrammar(name: "opml-2.0", namespace: "") { PackageResources.opml_2_0_rng }

  static let rss = KnownGrammar(name: "rss-2.0", namespace: "") { PackageResources.rss_2_0_rng }

  /// Everything in the folder.
  static var all: [KnownGrammar] {
    ([atom, atomInRSS, common, opml, rss] + extensions).sorted { $0.name < $1.name }
  }
}
