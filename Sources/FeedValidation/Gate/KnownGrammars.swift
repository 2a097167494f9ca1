/// A grammar file of `Grammars/`: the elements of one namespace, or of one kind of document.
struct KnownGrammar: Sendable {
  /// The file's name without `.rng`.
  var name: String
  /// The namespace whose elements it describes; "" for those in none.
  var namespace: String
  /// A grammar whose definitions it uses, but for ``KnownGrammars/notShared``.
  var base: @Sendable () -> KnownGrammar? = { nil }
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
  /// What of a document's grammar is no use to another that is based on it.
  static let notShared: Set<String> = [
    "document", "entry", "item", "source.once", "source.many",
  ]

  static let atomInRSS = KnownGrammar(
    name: "atom-in-rss",
    namespace: "http://www.w3.org/2005/Atom",
    base: { atom }
  ) {
    PackageResources.atom_in_rss_rng
  }

  static let atom03 = KnownGrammar(name: "atom-0.3", namespace: "http://purl.org/atom/ns#") {
    PackageResources.atom_0_3_rng
  }

  static let atom = KnownGrammar(name: "atom-1.0", namespace: "http://www.w3.org/2005/Atom") {
    PackageResources.atom_1_0_rng
  }

  static let common = KnownGrammar(name: "common", namespace: "") { PackageResources.common_rng }

  static let opml = KnownGrammar(name: "opml-2.0", namespace: "") { PackageResources.opml_2_0_rng }

  static let rss090 = KnownGrammar(
    name: "rss-0.90",
    namespace: "http://my.netscape.com/rdf/simple/0.9/"
  ) {
    PackageResources.rss_0_90_rng
  }

  static let rss10 = KnownGrammar(name: "rss-1.0", namespace: "http://purl.org/rss/1.0/") {
    PackageResources.rss_1_0_rng
  }

  static let rss = KnownGrammar(name: "rss-2.0", namespace: "") { PackageResources.rss_2_0_rng }

  /// Everything in the folder.
  static var all: [KnownGrammar] {
    ([atom, atom03, atomInRSS, common, opml, rss, rss090, rss10] + extensions).sorted {
      $0.name < $1.name
    }
  }
}
