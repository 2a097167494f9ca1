import Foundation
import Testing

@Suite("the ledger's file, as builds leave it", .timeLimit(.minutes(15)))
struct LedgerFileTests {
  private func site() throws -> Site {
    let site = try Site()
    try site.configure(more: "history: false\nids: true")
    for number in 1...5 {
      try site.post("p\(number).md", "title: Post \(number)\ndate: 2024-01-0\(number)")
    }
    return site
  }

  @Test("what breaks off is warned of, and mended by the next line")
  func torn() throws {
    let site = try site()
    #expect(try site.build().status == 0)
    let whole = try #require(site.text("tidings.ids"))
    try site.write("tidings.ids", whole + "{\"source\": \"posts/p9.md\", \"id\": \"http")
    let warned = try site.build()
    #expect(warned.status == 0)
    #expect(
      warned.errors.contains("warning: tidings.ids:6: the line breaks off"),
      "\(warned.errors)"
    )
    try site.post("p6.md", "title: Post 6\ndate: 2024-01-06")
    #expect(try site.build().status == 0)
    let mended = try #require(site.text("tidings.ids"))
    #expect(mended.hasPrefix(whole))
    #expect(mended.dropFirst(whole.count).hasPrefix("{\"source\": \"posts/p6.md\""))
    #expect(try site.build().errors.isEmpty)
  }

  @Test("--check writes no line, and a ledger that cannot be written stops the build")
  func readOnly() throws {
    let site = try site()
    let check = try site.build("--check")
    #expect(check.output.contains("tidings.ids: 5 lines would be added"), "\(check.output)")
    #expect(site.text("tidings.ids") == nil)
    try site.configure(more: "history: false\nids: none/such\n")
    try site.write("none", "a file")
    let run = try site.build()
    #expect(run.status == 2)
    #expect(run.errors.contains("nothing was changed"), "\(run.errors)")
    #expect(site.text("public/feed.xml") == nil)
  }

  @Test("a build that is killed at any moment leaves a ledger of whole lines")
  func killed() throws {
    let site = try site()
    #expect(try site.build().status == 0)
    let ids = try #require(site.text("tidings.ids"))
    for round in 0..<20 {
      try site.post("k\(round).md", "title: Killed \(round)\ndate: 2024-02-02")
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
    let after = try #require(site.text("tidings.ids"))
    #expect(after.hasPrefix(ids))
    #expect(after.split(separator: "\n").count == 25)
  }

  @Test("two builds at once leave one ledger")
  func together() async throws {
    let site = try site()
    for number in 0..<300 {
      try site.post("t\(number).md", "title: T \(number)\ndate: 2024-02-02")
    }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<4 {
        let folder = site.folder
        group.addTask {
          let run = try Tool.run(
            "tidings",
            ["build", "--output", "out-\(number)"],
            in: folder
          )
          #expect(run.status == 0, "\(run.errors)")
        }
      }
      try await group.waitForAll()
    }
    let run = try site.build()
    #expect(run.status == 0 && run.errors.isEmpty, "\(run.errors)")
    let list = try Tool.run("tidings", ["ids", "list"], in: site.folder)
    #expect(list.output.split(separator: "\n").count == 305)
  }
}
