/// Tags and addresses that lead to other files of the site.
extension TemplatePass {
  /// Writes the address of the page of a file: `{% post_url 2019-06-13-title %}`.
  mutating func writePageAddress(_ arguments: TagArguments) -> Bool {
    guard let path = arguments.positional.first ?? arguments["path"] else { return false }
    let (file, fragment) = Self.split(path)
    if let page = places.post(file) {
      writeAddress(page.post.permalink, fragment: fragment)
      return true
    }
    // Jekyll's `link` takes files of any kind.
    guard values.syntax.tags["link"] == .pageAddress, places.isCopied(file) else { return false }
    writeAddress(values.site.page("/" + file), fragment: fragment)
    return true
  }

  /// Writes a link to a post, with its title as text.
  mutating func writePageLink(_ arguments: TagArguments) -> Bool {
    guard let path = arguments.positional.first, let page = places.post(path),
      let permalink = page.post.permalink
    else { return false }
    let words = arguments.positional.dropFirst().filter { $0 != "true" && $0 != "false" }
    let title = words.isEmpty ? page.post.title ?? path : words.joined(separator: " ")
    append("<a href=\"\(escaped(permalink))\">\(escaped(title))</a>")
    return true
  }

  /// Writes an address that began with a prefix.
  mutating func writeAddress(_ tag: TemplateTag, _ meaning: LinkPrefix.Meaning) {
    // A prefix that ends with a slash leaves it to the path, which counts from the root then.
    let slash = tag.name.hasSuffix("/") ? "/" : ""
    let (path, fragment) = Self.split(slash + body.text(tag.arguments))
    switch meaning {
    case .page:
      if let page = places.linked(path) {
        return writeAddress(page.post.permalink, fragment: fragment)
      }
      // Pelican takes other files there too.
      if values.syntax.notation == .none, places.isCopied(path),
        let place = places.inContent(path)
      {
        return writeAddress(values.site.page(place), fragment: fragment)
      }
    case .file:
      if let place = places.inContent(path) {
        return writeAddress(values.site.page(place), fragment: fragment)
      }
    case .ownFile:
      if !path.hasPrefix("/"), !path.hasPrefix(".."), !path.isEmpty {
        return append(path + fragment)
      }
    case .home: return writeAddress(values.site.page("/"), fragment: fragment)
    case .unknown: break
    }
    take(tag)
  }

  /// Writes an address; only its path where the site's address stands before it.
  private mutating func writeAddress(_ address: String?, fragment: String) {
    guard let address else { return }
    let beginsHere =
      output.last.map {
        TemplateBytes.isSpace($0) || TemplateBytes.isQuote($0) || $0 == UInt8(ascii: "(")
          || $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ">")
      } ?? true
    append((beginsHere ? address : values.site.path(ofPage: address) ?? address) + fragment)
  }

  /// A path, and what follows it: `#fragment` or `?query`.
  private static func split(_ address: String) -> (path: String, fragment: String) {
    guard let end = address.firstIndex(where: { $0 == "#" || $0 == "?" }) else {
      return (address, "")
    }
    return (String(address[..<end]), String(address[end...]))
  }
}
