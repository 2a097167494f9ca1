import FeedSources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A first `tidings.yml` for a site, made of what its folder shows.
public struct ConfigurationDraft: Sendable {
  /// Where the configuration belongs.
  public let path: String
  /// The configuration.
  public let text: String
  /// What was found and what was not, a line each.
  public let findings: [String]
  /// The command to go on with.
  public let nextStep: String

  /// Looks at a site's folder.
  ///
  /// - Throws: `SourceProblem` when there is no such folder or no post in it, `FileError` when it
  ///   cannot be read.
  public init(lookingAt folder: String) throws {
    var folder = folder
    while folder.hasSuffix("/"), folder.utf8.count > 1 { folder.removeLast() }
    guard FileSystem.kind(of: folder) == .folder else {
      throw SourceProblem(path: folder, message: "there is no such folder")
    }
    let preset = Preset.detected(inFolder: folder)
    let survey = try PostSurvey(site: folder, preset: preset ?? .auto)
    guard survey.files > 0 else {
      throw SourceProblem(
        path: folder,
        message: "no post was found: no .md, .mdx or .jsonl file",
        help: "run it in the folder that holds the site's sources"
      )
    }
    let facts = SiteFacts(folder: folder, preset: preset ?? .auto, posts: survey.folder)
    path =
      folder == "." ? ConfigurationReader.fileName : "\(folder)/\(ConfigurationReader.fileName)"
    text = Self.text(facts: facts, preset: preset, survey: survey)
    findings = Self.findings(facts: facts, preset: preset, survey: survey)
    nextStep = folder == "." ? "tidings build" : "tidings build --config \(path)"
  }

  /// Writes the configuration.
  ///
  /// - Throws: `SourceProblem` when there is one already, `FileError` when it cannot be written.
  public func write(replacing: Bool) throws {
    guard replacing || FileSystem.kind(of: path) == nil else {
      throw SourceProblem(
        path: path,
        message: "there is a configuration already",
        help: "--force replaces it, --print shows the new one"
      )
    }
    try WholeFile.write(Array(text.utf8), to: path)
  }

  private static func text(facts: SiteFacts, preset: Preset?, survey: PostSurvey) -> String {
    var lines = ["site:"]
    lines.append("  title: \(quoted(facts.title ?? "My site"))")
    let note = facts.url == nil ? "  # change this: posts get their addresses and ids from it" : ""
    lines.append("  url: \(plainAddress(facts.url ?? "https://example.com/"))\(note)")
    if let description = facts.description { lines.append("  description: \(quoted(description))") }
    if let language = facts.language { lines.append("  language: \(quoted(language))") }
    if let author = facts.author {
      let email = facts.email.map { ", email: \(quoted($0))" } ?? ""
      let page = facts.authorPage.map { ", url: \(quoted($0))" } ?? ""
      lines.append("  authors: [{name: \(quoted(author))\(email)\(page)}]")
    }
    if let zone = facts.timeZone, (try? SiteTimeZone(identifier: zone)) != nil {
      lines.append("  timezone: \(quoted(zone))")
    }
    lines.append("posts:")
    lines.append("  from: \(quoted(survey.folder))")
    lines.append("  preset: \((preset ?? .auto).name)")
    let url = facts.permalink ?? (preset ?? .auto).url(ofPostsIn: survey.folder)
    lines.append("  url: \(quoted(url))  # the address of a post's page")
    if let people = facts.people { lines.append("  people: \(quoted(people))") }
    if let key = survey.dateKey { lines.append("  fields: {date: \(quoted(key))}") }
    lines += ["feeds:", "  - feed.xml", "  - atom.xml", "  - feed.json"]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func findings(
    facts: SiteFacts,
    preset: Preset?,
    survey: PostSurvey
  ) -> [String] {
    var findings = [
      preset.map { "generator: \($0.title)" } ?? "generator: none recognised, so any key counts",
      "posts: \(survey.files) \(survey.files == 1 ? "file" : "files") in \(survey.folder)",
    ]
    if let key = survey.dateKey { findings.append("dates: in the key \(key)") }
    findings.append(
      facts.url.map { "url: \($0)" }
        ?? "url: not found, so https://example.com/ stands for it: change it before you publish"
    )
    if facts.title == nil { findings.append("title: not found, so \"My site\" stands for it") }
    return findings
  }

  /// An address needs quotes only where a comment or a key could begin.
  private static func plainAddress(_ address: String) -> String {
    address.contains(" ") || address.contains("#") || address.hasSuffix(":")
      ? quoted(address) : address
  }

  /// A YAML scalar, in double quotes where the plain one would mean something else.
  static func quoted(_ text: String) -> String {
    let plain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || " _-./'".unicodeScalars.contains($0)
    }
    let startsPlainly =
      text.unicodeScalars.first.map {
        $0.properties.isAlphabetic || $0 == "/" || $0 == "_"
      } ?? false
    let words = ["true", "false", "yes", "no", "on", "off", "null", "y", "n"]
    if plain, startsPlainly, !text.hasSuffix(" "), !words.contains(text.lowercased()) {
      return text
    }
    if text == "." { return text }
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n", "\r", "\t": escaped += " "
      // What YAML does not print would be taken for a broken file.
      case _ where scalar.value < 0x20 || scalar.properties.generalCategory == .control: continue
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"\(escaped)\""
  }
}
