import FeedValidation
import Testing

@Suite struct WordTypesTests {
  @Test func truth() {
    expect(
      .trueFalse,
      [
        ValueCase("true"), ValueCase("False"), ValueCase("yes", "truth-value-invalid@0 → true"),
        ValueCase(" true ", "truth-value-invalid@0 → true"),
        ValueCase("true\n", "truth-value-invalid@4 → true"),
        ValueCase("very", "truth-value-invalid@0"),
      ]
    )
    expect(
      .booleanAttribute,
      [
        ValueCase("false"), ValueCase("False", "boolean-attribute-invalid@0 → false"),
        ValueCase("0", "boolean-attribute-invalid@0 → false"),
        ValueCase("maybe", "boolean-attribute-invalid@0"),
      ]
    )
    expect(
      .itunesExplicit,
      [
        ValueCase("true"), ValueCase("FALSE"),
        ValueCase("no", "itunes-explicit-outdated@0 → false"),
        ValueCase("Clean", "itunes-explicit-outdated@0 → false"),
        ValueCase("explicit", "itunes-explicit-outdated@0 → true"),
        ValueCase(" true ", "truth-value-invalid@0 → true"),
        ValueCase("very", "truth-value-invalid@0"),
      ]
    )
    expect(.yesNo, [ValueCase(" yes "), ValueCase("Yes", "word-letter-case@0 → yes")])
    expect(
      .yesNoClean,
      [ValueCase("Yes"), ValueCase("CLEAN"), ValueCase("false", "yes-no-clean-invalid@0 → No")]
    )
    expect(
      .yes,
      [
        ValueCase("Yes"), ValueCase("no"), ValueCase("No"), ValueCase("false"),
        ValueCase("yes", "itunes-yes-invalid@0 → Yes"),
        ValueCase("true", "itunes-yes-invalid@0 → Yes"),
        ValueCase("perhaps", "itunes-yes-invalid@0"),
      ]
    )
  }

  @Test func lists() {
    expect(
      .updatePeriod,
      [
        ValueCase("hourly"), ValueCase("\n\thourly\t"),
        ValueCase("Hourly", "word-letter-case@0 → hourly"),
        ValueCase(" day", "update-period-invalid@1 → daily"),
        ValueCase("foo", "update-period-invalid@0"),
      ]
    )
    expect(
      .itunesType,
      [ValueCase("serial"), ValueCase("Serial", "word-letter-case@0 → serial")]
    )
    expect(
      .itunesEpisodeType,
      [ValueCase("bonus"), ValueCase("Full", "word-letter-case@0 → full")]
    )
    expect(.mediaMedium, [ValueCase("audio"), ValueCase("music", "media-medium-invalid@0")])
    expect(
      .mediaExpression,
      [ValueCase("nonstop"), ValueCase("part", "media-expression-invalid@0")]
    )
    expect(
      .mediaTextType,
      [ValueCase("html"), ValueCase("text/html", "media-text-type-invalid@0 → html")]
    )
    expect(
      .mediaRestrictionType,
      [ValueCase("uri"), ValueCase("x", "media-restriction-type-invalid@0")]
    )
    expect(.mediaRestriction, [ValueCase("none"), ValueCase("us", "media-restriction-invalid@0")])
    expect(.opmlVersion, [ValueCase("1.1"), ValueCase("2", "opml-version-invalid@0 → 2.0")])
    expect(.outlineType, [ValueCase("RSS"), ValueCase("song", "outline-type-unknown@0")])
    expect(
      .outlineVersion,
      [ValueCase("RSS1"), ValueCase("rss 2.0", "outline-version-unknown@0 → RSS")]
    )
    expect(
      .podcastMedium,
      [ValueCase("musicL"), ValueCase("Podcast", "podcast-word-unknown@0 → podcast")]
    )
    expect(
      .podcastSocialProtocol,
      [ValueCase("activitypub"), ValueCase("mastodon", "podcast-word-unknown@0 → activitypub")]
    )
  }

  @Test func nearWordsAreSuggested() {
    #expect(findings(.updatePeriod, "weekely").first?.help == "Did you mean “weekly”?")
    #expect(
      findings(.mediaCreditRole(scheme: nil), "musican").first?.help?.contains("musician") == true
    )
    #expect(findings(.itunesCategory, "Tecnology").first?.help == "Did you mean “Technology”?")
  }

  @Test func categories() {
    expect(
      .itunesCategory,
      [
        ValueCase("Technology"), ValueCase("Kids & Family"),
        ValueCase("Kids and Family", "itunes-category-unknown@0 → Kids & Family"),
        ValueCase("Kids &amp; Family", "itunes-category-unknown@0 → Kids & Family"),
        ValueCase("technology", "itunes-category-unknown@0 → Technology"),
        ValueCase("Travel", "itunes-category-obsolete@0"),
        ValueCase("Movies & Television", "itunes-category-obsolete@0"),
        ValueCase("Design", "itunes-category-unknown@0"),
        ValueCase("Stuff", "itunes-category-unknown@0"),
      ]
    )
    expect(
      .itunesSubcategory(of: "Technology"),
      [
        ValueCase("Gadgets", "itunes-category-obsolete@0"),
        ValueCase("Computers", "itunes-category-obsolete@0"),
        ValueCase("Toys", "itunes-category-unknown@0"),
      ]
    )
    expect(
      .itunesSubcategory(of: "Arts"),
      [
        ValueCase("Design"),
        ValueCase("Fashion and Beauty", "itunes-category-unknown@0 → Fashion & Beauty"),
        ValueCase("Literature", "itunes-category-obsolete@0"),
      ]
    )
    expect(
      .itunesSubcategory(of: "Games & Hobbies"),
      [ValueCase("Hobbies"), ValueCase("Sewing", "itunes-category-unknown@0")]
    )
    expect(.itunesSubcategory(of: "Nonsense"), [ValueCase("Anything")])
    #expect(findings(.itunesCategory, "Design").first?.help?.contains("“Arts”") == true)
    #expect(findings(.itunesCategory, "Health").first?.help?.contains("“Health & Fitness”") == true)
  }

  @Test func hashesRatingsAndRoles() {
    let md5 = "dfdec888b72151965a34b4b59031290a"
    let sha1 = "61bebddaf54311c6c2421ad4368f51ec9eddec3c"
    expect(
      .mediaHash(algorithm: nil),
      [ValueCase(md5), ValueCase(" \(md5)\n"), ValueCase(sha1, "media-hash-invalid@0")]
    )
    expect(
      .mediaHash(algorithm: "sha-1"),
      [
        ValueCase(sha1), ValueCase(md5, "media-hash-invalid@0"),
        ValueCase("a=", "media-hash-invalid@1"),
      ]
    )
    expect(
      .mediaHash(algorithm: "sha-256"),
      [ValueCase(md5), ValueCase("xyz", "media-hash-invalid@0")]
    )
    expect(
      .mediaHashAlgorithm,
      [ValueCase("md5"), ValueCase("sha1", "media-hash-algorithm-unknown@0 → sha-1")]
    )
    expect(
      .mediaRating(scheme: nil),
      [
        ValueCase("nonadult"), ValueCase("pg", "media-rating-invalid@0"),
        ValueCase("Adult", "media-rating-invalid@0 → adult"),
      ]
    )
    expect(
      .mediaRating(scheme: "urn:mpaa"),
      [ValueCase("PG-13"), ValueCase("pg-12", "media-rating-invalid@0")]
    )
    expect(.mediaRating(scheme: "urn:v-chip"), [ValueCase("tv-y7-fv"), ValueCase("TV-14")])
    expect(
      .mediaRating(scheme: "urn:icra"),
      [
        ValueCase("r (cz 1 lz 1 nz 1 oz 1 vz 1)"), ValueCase("r (vz 0)"),
        ValueCase("r (cz 1 lz 1 mz 1)", "media-rating-invalid@13"),
        ValueCase("r (va 0)", "media-rating-invalid@3"),
        ValueCase("r (vz 1", "media-rating-invalid@3"),
        ValueCase("nz 1", "media-rating-invalid@0"),
      ]
    )
    expect(.mediaRating(scheme: "http://example.com/"), [ValueCase("fresh")])
    expect(
      .mediaCreditRole(scheme: nil),
      [
        ValueCase("camera operator"), ValueCase("Author", "media-credit-role-unknown@0 → author"),
        ValueCase("diva", "media-credit-role-unknown@0"),
      ]
    )
    expect(
      .mediaCreditRole(scheme: "http://example.com/"),
      [ValueCase("diva"), ValueCase("lead Diva", "media-credit-role-unknown@5 → lead diva")]
    )
    expect(.mediaCreditRole(scheme: "urn:yvs"), [ValueCase("owner")])
  }

  @Test func robots() {
    expect(
      .metaContent,
      [
        ValueCase("noindex"), ValueCase("NOINDEX, nofollow"), ValueCase("follow,index"),
        ValueCase("all"), ValueCase("noindex,index", "meta-content-invalid@8"),
        ValueCase("all,index", "meta-content-invalid@4"),
        ValueCase("index,all", "meta-content-invalid@6"),
        ValueCase("index,", "meta-content-invalid@5"),
        ValueCase("index follow", "meta-content-invalid@6"),
        ValueCase("no", "meta-content-invalid@0"),
      ]
    )
    expect(.metaName, [ValueCase("Robots"), ValueCase("keywords", "meta-name-invalid@0")])
  }

  @Test func texts() {
    expect(
      .atMost(4),
      [
        ValueCase("four"), ValueCase("fünf"), ValueCase("  four  "),
        ValueCase("fünfe", "text-too-long@5"),
      ]
    )
    expect(.atMost(4, .bytes), [ValueCase("four"), ValueCase("fünf", "text-too-long@4")])
    expect(
      .keywords,
      [
        ValueCase("salt"), ValueCase("salt, white pepper"),
        ValueCase(" Windows Media File", "keywords-without-commas@8"),
      ]
    )
    expect(
      .base64,
      [
        ValueCase("AAAA"), ValueCase("AAA=\n"), ValueCase("AA=="), ValueCase(" AA\nAA "),
        ValueCase("AAA", "base64-invalid@2"), ValueCase("A===", "base64-invalid@3"),
        ValueCase("AA==AA", "base64-invalid@4"), ValueCase("A-_A", "base64-invalid@1"),
        ValueCase("AAé", "base64-invalid@2"),
      ]
    )
    expect(
      .keywords.and(.atMost(6)),
      [ValueCase("a b c d", "keywords-without-commas@1", "text-too-long@6")]
    )
  }

  @Test func surviveAnyBytes() {
    let types: [ValueType] = [
      .trueFalse, .booleanAttribute, .itunesExplicit, .yesNo, .yesNoClean, .yes, .updatePeriod,
      .itunesCategory, .itunesSubcategory(of: "Arts"), .mediaHash(algorithm: nil),
      .mediaRating(scheme: "urn:icra"), .mediaCreditRole(scheme: nil),
      .mediaCreditRole(scheme: "x"), .metaContent, .outlineVersion, .base64, .keywords, .atMost(5),
      .atMost(5, .bytes), .podcastMedium,
    ]
    for type in types {
      expectSurvival(
        type,
        from: ["true", "Kids & Family", "r (cz 1 lz 1)", "noindex,nofollow", "AA==", "hourly"],
        alphabet: "abcdefnoilwrz01 (),=&;ATF"
      )
    }
  }
}
