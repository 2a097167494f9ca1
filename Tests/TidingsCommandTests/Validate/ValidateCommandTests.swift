import Foundation
import Testing

@Suite("tidings validate")
struct ValidateCommandTests {
  private func validate(_ site: Site, _ arguments: String...) throws -> Tool.Run {
    try Tool.run("tidings", ["validate"] + arguments, in: site.folder)
  }

  @Test("0 for valid feeds, 1 for errors, with --strict for warnings")
  func exitCodes() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.valid())
    try site.write("doubtful/feed.xml", SampleFeed.doubtful())
    try site.write("invalid/feed.xml", SampleFeed.invalid())
    let valid = try validate(site, "feed.xml")
    #expect(valid.status == 0)
    #expect(valid.output == "1 file is valid\n")
    #expect(valid.errors.isEmpty)
    let doubtful = try validate(site, "doubtful/feed.xml")
    #expect(doubtful.status == 0)
    #expect(doubtful.output.hasSuffix("\n1 warning\n"))
    #expect(try validate(site, "--strict", "doubtful/feed.xml").status == 1)
    #expect(try validate(site, "--strict", "feed.xml").status == 0)
    let invalid = try validate(site, "feed.xml", "doubtful/feed.xml", "invalid/feed.xml")
    #expect(invalid.status == 1)
    #expect(invalid.output.hasSuffix("1 error and 1 warning in 2 of 3 files\n"))
  }

  @Test("a missing file does not stop the others, and ends with 2")
  func missing() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.invalid())
    let run = try validate(site, "nowhere.xml", "feed.xml")
    #expect(run.status == 2)
    #expect(run.errors == "nowhere.xml: error: cannot check it: No such file or directory\n")
    #expect(run.output.contains("feed.xml:7:"))
    #expect(run.output.hasSuffix("1 error; 1 file could not be checked\n"))
  }

  @Test("a file that may not be read")
  func unreadable() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.valid())
    let path = site.folder.appendingPathComponent("feed.xml").path
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    // Root may read everything, so somebody else has to try.
    let prefix = geteuid() == 0 ? ["setpriv", "--reuid=65534", "--clear-groups"] : []
    let run = try Tool.run("tidings", ["validate", "feed.xml"], in: site.folder, prefix: prefix)
    #expect(run.status == 2)
    #expect(run.errors.contains("Permission denied"), "\(run.errors)")
  }

  @Test("arguments that make no sense end with 2 and say what to do")
  func badArguments() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.valid())
    let mistakes: [(arguments: [String], says: String)] = [
      (["--formt", "json", "feed.xml"], "--format"),
      (["--format", "xml", "feed.xml"], "sarif"),
      ([], "Missing expected argument"),
      (["--timeout", "0", "feed.xml"], "--timeout"),
      (["--disable", "guid-mising", "feed.xml"], "did you mean guid-missing?"),
      (["--rule", "guid-missing", "feed.xml"], "RULE=SEVERITY"),
      (["--rule", "guid-missing=fatal", "feed.xml"], "error, warning, info, off"),
      (["--max-diagnostics", "-1", "feed.xml"], "--max-diagnostics"),
      (["--location", "/feed.xml", "feed.xml"], "not an address"),
      (["--location", "https://example.org/feed.xml", "a.xml", "b.xml"], "a slash at the end"),
      (["--config", "none.yml", "feed.xml"], "none.yml"),
      (["--baseline", "none.json", "feed.xml"], "--write-baseline none.json"),
      (["-", "-"], "read once"),
    ]
    for mistake in mistakes {
      let run = try Tool.run("tidings", ["validate"] + mistake.arguments, in: site.folder)
      #expect(run.status == 2, "\(mistake.arguments): \(run.errors)")
      #expect(run.errors.contains(mistake.says), "\(mistake.arguments): \(run.errors)")
      #expect(run.output.isEmpty)
    }
  }

  @Test("a thousand files in one call, reported in the order given")
  func thousandFiles() throws {
    let site = try Site()
    var names: [String] = []
    for number in 0..<1_000 {
      // The first are the longest, so that others are done before them.
      let name = "n\((number * 7_919) % 1_000).xml"
      let items = (0..<(number < 4 ? 2_000 : 1)).map {
        "<item><title>T</title><guid>https://example.org/x\($0)</guid></item>"
      }
      try site.write(name, SampleFeed.valid(items: items.joined() + "<wrong/>", name: name))
      names.append(name)
    }
    let run = try Tool.run("tidings", ["validate", "--format", "json"] + names, in: site.folder)
    #expect(run.status == 1)
    let reports = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]]
    #expect(reports?.map { $0["file"] as? String ?? "" } == names)
    #expect(reports?.allSatisfy { $0["valid"] as? Bool == false } == true)
  }

  @Test("standard input, with its lines")
  func standardInput() throws {
    let input = Data(SampleFeed.invalid().utf8)
    let run = try ValidateTool.run(["validate", "-"], input: input)
    #expect(run.status == 1)
    #expect(run.output.contains("-:7:59: error: "), "\(run.output)")
    #expect(run.output.contains("    7 | <item><title>Two</title>"), "\(run.output)")
    let json = try ValidateTool.run(["validate", "--format", "json", "-"], input: input)
    #expect(json.output.contains("\"file\": \"-\""))
  }

  @Test("folders stand for the feeds in them, and say what was skipped")
  func folders() throws {
    let site = try Site()
    try site.write("public/feed.xml", SampleFeed.invalid())
    try site.write("public/tags/river/index.xml", SampleFeed.invalid(name: "index.xml"))
    try site.write("public/a.rss", SampleFeed.invalid(name: "a.rss"))
    try site.write("public/sitemap.xml", "<?xml version=\"1.0\"?>\n<!-- a > b --><urlset/>\n")
    try site.write("public/manifest.json", "{\"name\": \"x\"}\n")
    try site.write("public/index.html", "<html></html>\n")
    try site.write("public/.git/feed.xml", SampleFeed.invalid())
    try site.write("public/node_modules/x/feed.xml", SampleFeed.invalid())
    try FileManager.default.createSymbolicLink(
      at: site.folder.appendingPathComponent("public/tags/loop"),
      withDestinationURL: site.folder.appendingPathComponent("public")
    )
    let run = try validate(site, "--quiet", "public")
    let places = run.output.split(separator: "\n").filter { $0.hasPrefix("public/") }
      .map { $0.prefix { $0 != ":" } }
    #expect(places == ["public/a.rss", "public/feed.xml", "public/tags/river/index.xml"])
    #expect(run.status == 1)
    #expect(run.errors.isEmpty)
    let loud = try validate(site, "public/")
    #expect(
      loud.errors
        == "note: public: skipped 2 files that are no feeds: public/manifest.json, public/sitemap.xml\n"
    )
  }

  @Test("a folder without feeds cannot be checked")
  func folderWithoutFeeds() throws {
    let site = try Site()
    try site.write("public/sitemap.xml", "<urlset/>")
    let run = try validate(site, "public")
    #expect(run.status == 2)
    #expect(run.errors.contains("public: error: cannot check it: there are no feeds in it"))
    #expect(run.errors.contains("skipped 1 file that is no feed: public/sitemap.xml"))
  }

  @Test("an empty feed.xml in a folder is a broken feed, not another file")
  func emptyFeedInFolder() throws {
    let site = try Site()
    try site.write("public/feed.xml", "")
    let run = try validate(site, "public")
    #expect(run.status == 1)
    #expect(run.output.contains("public/feed.xml:1:1: error: "), "\(run.output)")
  }

  @Test("patterns that the shell left alone")
  func patterns() throws {
    let site = try Site()
    try site.write("a.xml", SampleFeed.invalid(name: "a.xml"))
    try site.write("deep/er/b.xml", SampleFeed.invalid(name: "b.xml"))
    func files(_ pattern: String) throws -> [String] {
      let run = try validate(site, "--quiet", pattern)
      return run.output.split(separator: "\n").filter { $0.contains(": error: ") }
        .map { String($0.prefix { $0 != ":" }) }
    }
    #expect(try files("*.xml") == ["a.xml"])
    #expect(try files("**/*.xml") == ["a.xml", "deep/er/b.xml"])
    #expect(try files("deep/**/*.{xml,rss}") == ["deep/er/b.xml"])
    let none = try validate(site, "*.rss")
    #expect(none.status == 2)
    #expect(none.errors.contains("no file matches the pattern"))
  }

  @Test("empty files, other files and random bytes are told of, whatever they are")
  func anyBytes() throws {
    let site = try Site()
    var state: UInt64 = 20_240_701
    let random = (0..<200_000).map { _ -> UInt8 in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 33)
    }
    try site.write("random.xml", Data(random))
    try site.write("zero.xml", Data(count: 100_000))
    try site.write("empty.xml", "")
    try site.write("page.xml", "<!DOCTYPE html><html><body>Not found</body></html>")
    try site.write("open.xml", String(repeating: "<a>", count: 100_000))
    for name in ["random.xml", "zero.xml", "empty.xml", "page.xml", "open.xml"] {
      let run = try validate(site, name)
      #expect(run.status == 1, "\(name): \(run.status) \(run.errors)")
      #expect(
        run.output.contains("\(name):1:") || run.output.contains("binary data"),
        "\(name): \(run.output.prefix(300))"
      )
      #expect(run.output.utf8.count < 500_000)
    }
  }

  @Test("one line of many megabytes is cut around each place")
  func longLine() throws {
    let site = try Site()
    let filler = String(
      repeating: "<item><title>T</title><link>https://e.org/</link></item>",
      count: 20_000
    )
    let text = SampleFeed.valid(items: filler + "<wrong/>").replacing("\n", with: "")
    try site.write("feed.xml", text)
    let run = try validate(site, "--rule", "guid-missing=off", "--quiet", "feed.xml")
    #expect(run.status == 1)
    let lines = run.output.split(separator: "\n")
    let source = try #require(lines.firstIndex { $0.hasPrefix("    1 | …") })
    let caret = try #require(lines[source + 1].firstIndex(of: "^"))
    let column = lines[source + 1].distance(from: lines[source + 1].startIndex, to: caret)
    #expect(lines[source].dropFirst(column).hasPrefix("<wrong/>"), "\(run.output)")
    #expect(lines[source].count <= 100)
  }

  @Test("--max-diagnostics keeps the worst and counts the rest")
  func maxDiagnostics() throws {
    let site = try Site()
    let items = String(repeating: "<item><title>T</title></item>\n", count: 300) + "<wrong/>"
    try site.write("feed.xml", SampleFeed.valid(items: items))
    let run = try validate(site, "--verbose", "feed.xml")
    #expect(run.output.components(separatedBy: "[guid-missing]").count == 200)
    #expect(run.output.contains("feed.xml: and 101 warnings more; --max-diagnostics N shows more"))
    #expect(run.output.contains("1 error and 300 warnings"))
    let one = try validate(site, "--max-diagnostics", "1", "feed.xml")
    #expect(one.output.contains("[element-undefined]") && !one.output.contains("[guid-missing]"))
    let none = try validate(site, "--max-diagnostics", "0", "feed.xml")
    #expect(none.status == 1)
    #expect(none.output.hasSuffix("1 error and 300 warnings\n"))
    let all = try validate(site, "--verbose", "--max-diagnostics", "1000", "feed.xml")
    #expect(all.output.components(separatedBy: "[guid-missing]").count == 301)
    let github = try validate(site, "--format", "github", "feed.xml")
    #expect(github.output.components(separatedBy: "::warning ").count == 11)
    #expect(github.output.contains("::warning title=tidings validate::and 291 more warnings\n"))
  }

  @Test("the same of many entries is told three times, then counted")
  func folding() throws {
    let site = try Site()
    let items = String(repeating: "<item><title>T</title></item>\n", count: 5)
    try site.write("feed.xml", SampleFeed.valid(items: items))
    let run = try validate(site, "feed.xml")
    #expect(run.output.components(separatedBy: "[guid-missing]").count == 4)
    #expect(
      run.output.contains(
        "feed.xml: 2 more of guid-missing about item, lines 10 to 11; --verbose shows them\n"
      ),
      "\(run.output)"
    )
    #expect(run.output.hasSuffix("5 warnings\n"))
  }

  @Test("--strict says what it does, and GitHub shows it")
  func strict() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.doubtful())
    let run = try validate(site, "--strict", "feed.xml")
    #expect(run.status == 1)
    #expect(run.output.hasSuffix("1 warning; --strict counts warnings as errors\n"))
    let github = try validate(site, "--strict", "--format", "github", "feed.xml")
    #expect(github.output.hasPrefix("::error file=feed.xml"))
  }

  @Test(
    "arguments that are no paths",
    arguments: [
      ("", "“”: error: cannot check it: the path is empty"),
      ("ftp://x.example/feed.xml", "only http and https are fetched"),
      ("file:///nowhere/feed.xml", "/nowhere/feed.xml: error: cannot check it: No such file"),
    ]
  )
  func addresses(argument: String, message: String) throws {
    let run = try validate(Site(), argument)
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test(
    "rules by other names",
    arguments: [
      ("MissingGuid=off", "“MissingGuid” is a message of the W3C Feed Validator, not a rule"),
      ("guid-missing=fatal", "“fatal” is no severity"),
      ("guid-mising=off", "did you mean guid-missing?"),
    ]
  )
  func ruleNames(option: String, message: String) throws {
    let run = try validate(Site(), "--rule", option, "-")
    #expect(run.status == 2)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test("rules are turned off, on, and up")
  func ruleOptions() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.doubtful())
    #expect(try validate(site, "--rule", "guid-missing=error", "feed.xml").status == 1)
    let off = try validate(site, "--disable", "summary-missing,guid-missing", "feed.xml")
    #expect(off.output == "1 file is valid\n")
    let note = try validate(site, "--rule", "guid-missing=info", "feed.xml")
    #expect(note.output == "1 file is valid; 1 note, shown with --verbose\n")
    #expect(
      try validate(site, "--verbose", "--rule", "guid-missing=info", "feed.xml").output
        .contains("feed.xml:7:1: info: item has no guid")
    )
  }

  @Test("where the feed is published decides whether its link to itself is right")
  func location() throws {
    let site = try Site()
    try site.write("public/feed.xml", SampleFeed.valid())
    func complains(_ location: String, _ path: String) throws -> Bool {
      try validate(site, "--verbose", "--location", location, path).output.contains(
        "[self-elsewhere]"
      )
    }
    #expect(try !complains("https://example.org/feed.xml", "public/feed.xml"))
    #expect(try complains("https://example.org/rss.xml", "public/feed.xml"))
    #expect(try !complains("https://example.org/", "public"))
    #expect(try complains("https://example.org/blog/", "public"))
  }

  @Test("what is named twice is checked once")
  func repeated() throws {
    let site = try Site()
    try site.write("public/feed.xml", SampleFeed.doubtful())
    let run = try validate(site, "public", "public/feed.xml", "./public/../public/feed.xml")
    #expect(run.output.hasSuffix("\n1 warning\n"), "\(run.output)")
  }

  @Test("a folder's documents without any element are broken feeds")
  func brokenInFolder() throws {
    let site = try Site()
    try site.write("public/feed.xml", SampleFeed.valid())
    try site.write("public/sitemap.xml", "<urlset/>")
    try site.write("public/index.xml", "Error: template failed")
    let run = try validate(site, "public")
    #expect(run.status == 1)
    #expect(run.output.contains("public/index.xml:1:1: error:"), "\(run.output)")
    #expect(run.errors.contains("skipped 1 file that is no feed: public/sitemap.xml"))
  }

  @Test("strict in tidings.yml, and in tidings.yaml; not in both")
  func strictConfiguration() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.doubtful())
    try site.write("tidings.yaml", "validate: {strict: true}\n")
    #expect(try validate(site, "feed.xml").status == 1)
    #expect(try validate(site, "--no-strict", "feed.xml").status == 0)
    try site.write("tidings.yml", "validate: {strict: false}\n")
    let both = try validate(site, "feed.xml")
    #expect(both.status == 2)
    #expect(
      both.errors.contains("tidings.yaml: error: there is tidings.yml, too"),
      "\(both.errors)"
    )
  }

  @Test("--statistics counts rules, the worst first")
  func statistics() throws {
    let site = try Site()
    let doubtful = "<item><title>A</title></item>"
    let invalid = "<item><title>B</title><guid>https://example.org/b</guid><wrong/></item>"
    try site.write("a.xml", SampleFeed.valid(items: doubtful + doubtful, name: "a.xml"))
    try site.write("b.xml", SampleFeed.valid(items: doubtful + invalid, name: "b.xml"))
    let run = try validate(site, "--statistics", "a.xml", "b.xml")
    #expect(run.status == 1)
    let fields = run.output.split(separator: "\n").map { $0.split(separator: " ").prefix(3) }
    #expect(fields == [["1", "error", "element-undefined"], ["3", "warning", "guid-missing"]])
    let json = try validate(site, "--statistics", "--format", "json", "a.xml")
    #expect(json.status == 2)
    #expect(json.errors.contains("has no other format"))
  }

  @Test("mistakes in the section validate of tidings.yml have a place")
  func configuration() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.doubtful())
    let mistakes: [(section: String, place: String, says: String)] = [
      ("{rules: {guid-mising: off}}", "1:20", "did you mean `guid-missing`?"),
      ("{rules: {guid-missing: fatal}}", "1:34", "guid-missing must be error, warning, info, off"),
      ("{rule: {}}", "1:12", "unknown key `rule` in validate"),
      ("{rules: [a]}", "1:19", "a mapping of rules to severities"),
      ("{baseline: none.json}", "none.json", "--write-baseline"),
    ]
    for mistake in mistakes {
      try site.write("tidings.yml", "validate: \(mistake.section)\n")
      let run = try validate(site, "feed.xml")
      #expect(run.status == 2)
      #expect(run.errors.contains(mistake.place), "\(run.errors)")
      #expect(run.errors.contains(mistake.says), "\(run.errors)")
    }
    try site.write("tidings.yml", "validate: {rules: {guid-missing: error}}\n")
    #expect(try validate(site, "feed.xml").status == 1)
    // The command line outweighs it.
    #expect(try validate(site, "--rule", "guid-missing=warning", "feed.xml").status == 0)
    try site.write("other.yml", "validate: {rules: {guid-missing: off}}\n")
    #expect(try validate(site, "--config", "other.yml", "feed.xml").output == "1 file is valid\n")
  }
}
