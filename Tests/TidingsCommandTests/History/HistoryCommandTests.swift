import Foundation
import Testing

@Suite("tidings history, tidings diff of builds", .timeLimit(.minutes(15)))
struct HistoryCommandTests {
  private func site() throws -> Site {
    let site = try Site()
    try site.configure(feeds: "[feed.xml, atom.xml]")
    for number in 1...5 {
      try site.post("p\(number).md", "title: Post \(number)\ndate: 2024-01-0\(number)")
    }
    return site
  }

  private func run(_ site: Site, _ arguments: String...) throws -> Tool.Run {
    try Tool.run("tidings", arguments, in: site.folder)
  }

  @Test("the last build is told of, and what happened since another")
  func lastBuild() throws {
    let site = try site()
    #expect(try run(site, "diff").status == 2)
    #expect(try run(site, "diff").errors.contains("`tidings build` begins one"))
    #expect(try site.build().status == 0)
    #expect(try run(site, "diff").output.contains("public/feed.xml: a new feed (0 → 5 entries)"))

    try site.post("p6.md", "title: Post 6\ndate: 2024-01-06")
    let second = try site.build()
    #expect(second.output.contains("replaced: 1 added"), "\(second.output)")
    try site.post("p1.md", "title: Post 1, corrected\ndate: 2024-01-01")
    #expect(try site.build().status == 0)
    // A build without a change is none to speak of.
    #expect(try site.build().status == 0)

    let last = try run(site, "diff")
    #expect(last.status == 1)
    #expect(last.output.contains("1 changed"))
    #expect(last.output.contains("Post 1, corrected  title"))
    #expect(!last.output.contains("Post 6"))
    #expect(last.output.contains("as in public/atom.xml: public/feed.xml"), "\(last.output)")
    #expect(last.output.hasSuffix("2 of 2 feeds changed\n"))

    let since = try run(site, "diff", "--since", "1", "--format", "json")
    #expect(since.status == 1)
    #expect(since.output.contains("\"added\": 1"))
    #expect(since.output.contains("\"changed\": 1"))
    #expect(try run(site, "diff", "--since", "3").status == 0)
    #expect(try run(site, "diff", "--since", "3").output == "nothing changed in 2 feeds\n")

    let history = try run(site, "history")
    let lines = history.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines[0].hasSuffix("public/atom.xml and 1 other: 1 changed"))
    #expect(lines[2].hasSuffix("public/atom.xml and 1 other: 5 added"))
    let json = try run(site, "history", "--format", "json", "--limit", "1")
    let builds = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
    #expect(builds?.count == 1)
    #expect(builds?.first?["build"] as? Int == 3)
  }

  @Test("--since takes dates, and says what it does not take")
  func since() throws {
    let site = try site()
    #expect(
      try Tool.run("tidings", ["build", "--as-of", "2025-01-01"], in: site.folder).status == 0
    )
    try site.post("p6.md", "title: Post 6\ndate: 2024-01-06")
    #expect(
      try Tool.run("tidings", ["build", "--as-of", "2025-02-01"], in: site.folder).status == 0
    )
    #expect(try run(site, "diff", "--since", "2025-01-15").output.contains("1 added"))
    #expect(try run(site, "diff", "--since", "2025-03-01").status == 0)
    for (text, says) in [
      ("2024-12-31", "the history does not reach back to 2024-12-31"),
      ("7", "there is no build 7"), ("last week", "neither a build's number nor a date"),
    ] {
      let refused = try run(site, "diff", "--since", text)
      #expect(refused.status == 2)
      #expect(refused.errors.contains(says), "\(refused.errors)")
    }
  }

  @Test("a change of domain is warned of with its cause")
  func warning() throws {
    let site = try site()
    #expect(try site.build().status == 0)
    let moved = try #require(site.text("tidings.yml"))
      .replacing("https://example.org", with: "https://weir.test")
    #expect(moved.contains("weir.test"))
    try site.write("tidings.yml", moved)
    let build = try site.build()
    #expect(build.status == 0)
    #expect(build.errors.contains("5 entries have other ids: the host changed"), "\(build.errors)")
    #expect(build.errors.contains("and so in 1 other feed"))
  }

  @Test("a history that cannot be kept is told of, and the feeds are written")
  func damaged() throws {
    let site = try site()
    try site.write(".tidings/history.sqlite", String(repeating: "no database ", count: 100))
    let build = try site.build()
    #expect(build.status == 0)
    #expect(build.errors.contains("warning: the history was not kept"), "\(build.errors)")
    #expect(site.text("public/feed.xml") != nil)
    #expect(try run(site, "history").status == 2)
  }

  @Test("none is kept if the configuration does not want it, nor by --check")
  func none() throws {
    let site = try site()
    #expect(try site.build("--check").status == 0)
    #expect(site.text(".tidings/.gitignore") == nil)
    let configuration = try #require(site.text("tidings.yml"))
    try site.write("tidings.yml", configuration + "history: false\n")
    #expect(try site.build().status == 0)
    #expect(site.text(".tidings/.gitignore") == nil)
    #expect(try run(site, "history").errors.contains("this site keeps no history"))
    try site.write("tidings.yml", configuration + "history: var/h.sqlite\n")
    #expect(try site.build().status == 0)
    #expect(
      FileManager.default.fileExists(
        atPath: site.folder.appendingPathComponent("var/h.sqlite").path
      )
    )
    try site.write("tidings.yml", configuration + "history: [a]\n")
    #expect(try site.build().errors.contains("history must be a file, or false for none"))
  }

  @Test("a build that is killed at any moment leaves a history that the next one goes on with")
  func killed() throws {
    let site = try site()
    #expect(try site.build().status == 0)
    for round in 0..<25 {
      try site.post("k\(round).md", "title: Killed \(round)\ndate: 2024-02-02")
      // From before anything is opened to after everything is written.
      let run = try Tool.run(
        "tidings",
        ["build"],
        in: site.folder,
        prefix: ["timeout", "-s", "KILL", String(format: "0.%03d", round * 4 + 1)]
      )
      #expect([0, 9, 137].contains(run.status), "\(run.status) \(run.errors)")
    }
    let build = try site.build()
    #expect(build.status == 0)
    #expect(build.errors.isEmpty, "\(build.errors)")
    #expect(try run(site, "history").status == 0)
    let since = try run(site, "diff", "--since", "1", "--format", "json")
    #expect(since.output.contains("\"added\": 25"), "\(since.output.prefix(400))")
  }
}
