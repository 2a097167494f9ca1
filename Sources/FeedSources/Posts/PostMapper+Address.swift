import FeedModel

/// The address of a post's page.
extension PostMapper {
  /// What the address of a post is made of.
  struct AddressSource {
    var values: FieldValues
    var data: DataNode
    var naming: PostNaming
    var title: String?
    var published: Timestamp
    var path: String
  }

  /// The address of the post's page, nil when front matter says that it has none.
  func permalink(
    _ source: AddressSource,
    notes: inout [String]
  ) throws(SourceProblem) -> String? {
    guard let own = source.values[.url] else {
      return root.page(try expand(pattern, source, of: nil))
    }
    if own.node.asBool == false { return nil }
    guard let address = try text(own, path: source.path) else { return nil }
    if let pattern = ownPattern(address) {
      return root.page(try expand(pattern, source, of: own))
    }
    if address.utf8.contains(UInt8(ascii: "{")) {
      // Eleventy and Jekyll may compute addresses in templates, which only they can run.
      notes.append("\(own.key) is a template, so the address follows the pattern of `url`")
      return root.page(try expand(pattern, source, of: nil))
    }
    let isFolder = rules.preset.ownAddressesAreFolders && address.utf8.last != UInt8(ascii: "/")
    return root.page(isFolder ? address + "/" : address)
  }

  /// The pattern that an address in front matter is, such as Jekyll's `/:year/:title/`.
  private func ownPattern(_ address: String) -> PermalinkPattern? {
    let mayBePattern = address.utf8.contains {
      $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "{")
    }
    guard mayBePattern, !URI.isAbsolute(address) || address.utf8.first == 0x3A else {
      return nil
    }
    return rules.preset.notation.pattern(from: address).flatMap { try? PermalinkPattern($0) }
  }

  private func expand(
    _ pattern: PermalinkPattern,
    _ source: AddressSource,
    of own: FieldValues.Value?
  ) throws(SourceProblem) -> String {
    try pattern.expand { (name) throws(SourceProblem) -> String in
      if let part = try part(name, source) { return part }
      throw SourceProblem(
        path: source.path,
        line: (own?.node ?? source.data).position.line,
        column: (own?.node ?? source.data).position.column,
        message: "the post has no `\(name)`, which its address "
          + (own.map { "in \($0.key)" } ?? "`url`") + " asks for",
        help: "add it to the front matter, or use {slug} in `url`"
      )
    }
  }

  /// The text for a placeholder, nil when the post has none.
  private func part(
    _ name: String,
    _ source: AddressSource
  ) throws(SourceProblem) -> String? {
    let date = source.published.civil
    switch name {
    case "slug": return try slug(source)
    case "name": return escaped(source.naming.name)
    case "folder": return escaped(styled(source.naming.folder))
    case "path": return escaped(styled(contentPath(source.naming)))
    case "dated_path":
      return try ownSlug(source) ?? escaped(source.naming.datedPath)
    case "collection": return String(rules.from.split(separator: "/").last ?? "")
    case "section":
      return escaped(styled(String(contentPath(source.naming).split(separator: "/").first ?? "")))
    case "year": return padded(date.date.year, 4)
    case "short_year": return padded(date.date.year % 100, 2)
    case "month": return padded(date.date.month, 2)
    case "day": return padded(date.date.day, 2)
    case "i_month": return String(date.date.month)
    case "i_day": return String(date.date.day)
    case "y_day": return padded(dayOfYear(date.date), 3)
    case "hour": return padded(date.hour, 2)
    case "minute": return padded(date.minute, 2)
    case "second": return padded(date.second, 2)
    case "categories", "category":
      return try categories(source.values, path: source.path).map(category).joined(separator: "/")
    case "title": return source.title.map { Slug.make(from: $0, in: titleStyle) }
    default: return key(name, source)
    }
  }

  /// The post's own slug, else one from its title or its file's name, as the generator has it.
  private func slug(_ source: AddressSource) throws(SourceProblem) -> String? {
    if let own = try ownSlug(source) { return own }
    if rules.preset.takesSlugsFromTitles, let title = source.title {
      return escaped(Slug.make(from: title, in: titleStyle))
    }
    let naming = source.naming
    let name = rules.preset.dropsDatesFromSlugs ? naming.undatedName : naming.name
    return name.isEmpty ? nil : escaped(styled(name))
  }

  private func ownSlug(_ source: AddressSource) throws(SourceProblem) -> String? {
    guard let own = try text(source.values[.slug], path: source.path) else { return nil }
    return escaped(rules.preset.stylesOwnSlugs ? styled(own) : own)
  }

  /// A key of front matter; generators' own keys may differ in case.
  private func key(_ name: String, _ source: AddressSource) -> String? {
    let node =
      source.data[path: name] ?? source.data.asMapping?.entry(ignoringCaseOf: name)?.node
    guard let text = node?.asStringList?.first, !text.isEmpty else { return nil }
    return escaped(text)
  }

  private var titleStyle: Slug.Style { rules.preset.slugStyle ?? Slug.Style() }

  /// A path with each of its parts as the generator writes names.
  private func styled(_ path: String) -> String {
    guard let style = rules.preset.slugStyle else { return path }
    guard path.utf8.contains(UInt8(ascii: "/")) else { return Slug.make(from: path, in: style) }
    return path.split(separator: "/").map { Slug.make(from: String($0), in: style) }
      .joined(separator: "/")
  }

  private func category(_ name: String) -> String {
    if let style = rules.preset.categoryStyle { return Slug.make(from: name, in: style) }
    return escaped(name.lowercased())
  }

  private func dayOfYear(_ date: CivilDate) -> Int {
    guard let first = CivilDate(year: date.year, month: 1, day: 1) else { return date.day }
    return Int(date.daysSince1970 - first.daysSince1970) + 1
  }

  /// The folder below the site's content root.
  private func contentPath(_ naming: PostNaming) -> String {
    if naming.folder.isEmpty { return contentFolder }
    return contentFolder.isEmpty ? naming.folder : contentFolder + "/" + naming.folder
  }

  /// A value in an address must not end the path: `C#?` is no query.
  private func escaped(_ text: String) -> String {
    let needsEscape = text.utf8.contains {
      $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "%")
        || $0 <= 0x20
    }
    guard needsEscape else { return text }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "#"), UInt8(ascii: "?"), ...0x20:
        escaped += Self.percentEncoded(byte)
      case UInt8(ascii: "%") where !Self.isEscape(bytes, at: index):
        escaped += Self.percentEncoded(byte)
      default: escaped.append(byte)
      }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  /// Slugs that other programs exported may be escaped already.
  private static func isEscape(_ bytes: [UInt8], at index: Int) -> Bool {
    func isHexadecimal(_ byte: UInt8) -> Bool {
      byte &- 0x30 < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 6
    }
    return index + 2 < bytes.count && isHexadecimal(bytes[index + 1])
      && isHexadecimal(bytes[index + 2])
  }

  private static func percentEncoded(_ byte: UInt8) -> [UInt8] {
    let digits = Array("0123456789ABCDEF".utf8)
    return [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
