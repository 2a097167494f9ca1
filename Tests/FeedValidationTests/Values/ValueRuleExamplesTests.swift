import FeedValidation
import Testing

/// The rules' own examples: the value with the mark in it breaks the rule, right there.
@Suite struct ValueRuleExamplesTests {
  static let rules: [(rule: Rule, types: [ValueType])] = [
    (.whitespaceAroundValue, [.rfc3339.unpadded]),
    (.dateNotRFC822, [.rfc822]), (.dateWrongWeekday, [.rfc822]), (.dateWithComment, [.rfc822]),
    (.dateSpacing, [.rfc822]), (.dateLetterCase, [.rfc822]), (.dateYearTwoDigits, [.rfc822]),
    (.dateZoneMilitary, [.rfc822]), (.dateOffsetUnusual, [.rfc822]),
    (.dateNotRFC3339, [.rfc3339]), (.dateNotW3CDTF, [.w3cdtf]),
    (.dateNotISO8601, [.iso8601DateTime]), (.dateInFuture, [.rfc3339]), (.dateTooOld, [.rfc3339]),
    (.numberNotInteger, [.integer]), (.numberNotCount, [.nonNegativeInteger]),
    (.numberNotPositive, [.positiveInteger]), (.ttlNotMinutes, [.ttl]), (.portInvalid, [.port]),
    (.percentageInvalid, [.percentage]), (.imageWidthInvalid, [.imageWidth]),
    (.imageHeightInvalid, [.imageHeight]), (.enclosureLengthNotInteger, [.enclosureLength]),
    (.enclosureLengthNegative, [.enclosureLength]), (.numberNotDecimal, [.float]),
    (.integersNotCommaSeparated, [.commaSeparatedIntegers]), (.latitudeInvalid, [.latitude]),
    (.longitudeInvalid, [.longitude]), (.coordinatesInvalid, [.coordinates]),
    (.coordinatesComma, [.coordinates]), (.hourInvalid, [.hour]), (.hour24, [.hour]),
    (.dayInvalid, [.day]), (.durationInvalid, [.itunesDuration]), (.playTimeInvalid, [.nptTime]),
    (.truthValueInvalid, [.trueFalse]), (.booleanAttributeInvalid, [.booleanAttribute]),
    (.explicitOutdated, [.itunesExplicit]), (.yesOrNoInvalid, [.yesNo]),
    (.yesNoCleanInvalid, [.yesNoClean]), (.appleYesInvalid, [.yes]),
    (.updatePeriodInvalid, [.updatePeriod]), (.textTooLong, [.atMost(255)]),
    (.keywordsInvalid, [.keywords]), (.base64Invalid, [.base64]),
    (.itunesCategoryInvalid, [.itunesCategory, .itunesSubcategory(of: "Arts")]),
    (.itunesCategoryObsolete, [.itunesCategory, .itunesSubcategory(of: "Technology")]),
    (.itunesTypeInvalid, [.itunesType]), (.itunesEpisodeTypeInvalid, [.itunesEpisodeType]),
    (.mediaMediumInvalid, [.mediaMedium]), (.mediaExpressionInvalid, [.mediaExpression]),
    (.mediaTextTypeInvalid, [.mediaTextType]),
    (.mediaRestrictionRelationshipInvalid, [.mediaRestrictionRelationship]),
    (.mediaRestrictionTypeInvalid, [.mediaRestrictionType]),
    (.mediaRestrictionInvalid, [.mediaRestriction]),
    (.mediaHashInvalid, [.mediaHash(algorithm: "sha-1"), .mediaHash(algorithm: "md5")]),
    (.mediaHashAlgorithmUnknown, [.mediaHashAlgorithm]),
    (.mediaRatingInvalid, [.mediaRating(scheme: nil), .mediaRating(scheme: "urn:icra")]),
    (
      .mediaCreditRoleUnknown,
      [.mediaCreditRole(scheme: nil), .mediaCreditRole(scheme: "http://example.com/")]
    ),
    (.accessRestrictionInvalid, [.accessRestrictionRelationship]), (.metaNameInvalid, [.metaName]),
    (.metaContentInvalid, [.metaContent]), (.opmlVersionInvalid, [.opmlVersion]),
    (.outlineTypeUnknown, [.outlineType]), (.outlineVersionUnknown, [.outlineVersion]),
    (.podcastWordUnknown, [.podcastMedium]),
    (.urlCharacter, [.url, .url, .iri]), (.urlNotASCII, [.url]), (.urlRelative, [.url]),
    (.urlWithoutBase, [.iriReference]), (.urlInvalid, [.url]), (.urlEncoding, [.url]),
    (.urlSchemeUnregistered, [.url]), (.hostNotPublic, [.url]),
    (.urlAttributeInvalid, [.urlAttribute]), (.linkRelationUnregistered, [.linkRelation]),
    (.tagURIInvalid, [.atomID]), (.urnInvalid, [.atomID]), (.uuidInvalid, [.atomID]),
    (.urlNotCanonical, [.atomID]), (.idNotAbsolute, [.atomID]), (.guidNotURL, [.permalinkGUID]),
    (.guidNotPermalink, [.permalinkGUID]), (.guidShort, [.opaqueGUID]),
    (.addressInvalid, [.addrSpec]), (.contactWithoutAddress, [.emailWithName]),
    (.contactFormat, [.emailWithName]), (.contactWithoutName, [.emailWithName]),
    (.languageInvalid, [.language]), (.languageSubtagUnregistered, [.language]),
    (.countryCodeInvalid, [.countryCodes]), (.mediaTypeInvalid, [.mediaType]),
    (.mediaTypeMisnamed, [.mediaType]), (.formNameInvalid, [.formComponentName]),
  ]

  @Test func failingExamplesFailAtTheMark() throws {
    for (rule, types) in Self.rules {
      #expect(!rule.examples.passing.isEmpty, "\(rule.id)")
      #expect(!rule.examples.failing.isEmpty, "\(rule.id)")
      for (index, example) in rule.examples.failing.enumerated() {
        let type = types[min(index, types.count - 1)]
        let (value, offset) = try #require(Self.markedValue(example.text), "\(rule.id)")
        let found = findings(type, value)
        #expect(found.map(\.rule.id) == [rule.id], "\(rule.id): \(value)")
        #expect(found.first?.offset == offset, "\(rule.id): \(value)")
      }
    }
  }

  @Test func rulesReadAsTheyShould() {
    var ids: Set<String> = []
    for (rule, _) in Self.rules {
      #expect(ids.insert(rule.id).inserted, "\(rule.id)")
      #expect(rule.id.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }, "\(rule.id)")
      #expect(!rule.summary.hasSuffix("."), "\(rule.id)")
      for text in [rule.why, rule.help] {
        #expect(text.hasSuffix(".") && !text.contains("!") && !text.contains("\n"), "\(rule.id)")
      }
      #expect(rule.spec.hasPrefix("http") && !rule.spec.contains(" "), "\(rule.id)")
      for example in rule.examples.failing {
        #expect(example.text.filter { $0 == "↓" }.count == 1, "\(rule.id)")
      }
      for example in rule.examples.passing {
        #expect(!example.text.contains("↓"), "\(rule.id)")
      }
    }
  }

  /// The attribute's value, JSON string or element's text with the mark in it.
  static func markedValue(_ text: String) -> (value: String, offset: Int)? {
    guard let mark = text.firstIndex(of: "↓") else { return nil }
    let delimiters: Set<Character> = ["\"", "<", ">"]
    let start =
      text[..<mark].lastIndex { delimiters.contains($0) }.map { text.index(after: $0) }
      ?? text.startIndex
    let end = text[mark...].firstIndex { delimiters.contains($0) } ?? text.endIndex
    let plain = { (part: Substring) in String(part.replacing("&amp;", with: "&")) }
    let before = plain(text[start..<mark])
    return (before + plain(text[text.index(after: mark)..<end]), before.utf8.count)
  }
}
