import Foundation
import Testing

@Suite("tidings rollback", .timeLimit(.minutes(15)))
struct RollbackCommandTests {
  /// A blog that was published three times, and its sets.
  private func blog() throws -> (blog: PublishedSite, sets: [[Data?]]) {
    let blog = try PublishedSite()
    var sets: [[Data?]] = []
    for number in 6...8 {
      #expect(try blog.publish().status == 0)
      sets.append(blog.set())
      try blog.post(number)
    }
    try FileManager.default.removeItem(at: blog.site.folder.appendingPathComponent("posts/p8.md"))
    return (blog, sets)
  }

  @Test("brings an earlier build back, byte for byte, and rests until a source changes")
  func back() throws {
    let (blog, sets) = try blog()
    let rehearsal = try blog.run("rollback", "--dry-run")
    #expect(rehearsal.status == 0, "\(rehearsal.errors)")
    #expect(rehearsal.output.contains("3 files would be those of build 2"))
    #expect(rehearsal.output.contains("1 removed (7 → 6 entries)"))
    #expect(blog.set() == sets[2])

    let run = try blog.run("rollback")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("1 removed"), "\(run.output)")
    #expect(run.output.hasSuffix("3 files brought back from build 2\n"))
    #expect(blog.set() == sets[1])
    #expect(blog.leftovers().isEmpty)
    #expect(try blog.run("diff").output.contains("1 removed"))

    #expect(try blog.publish().output.isEmpty)
    #expect(blog.set() == sets[1])
    try blog.post(9)
    #expect(try blog.publish().output.contains("2 added"))
  }

  @Test("goes back further, and forth again")
  func forth() throws {
    let (blog, sets) = try blog()
    #expect(try blog.run("rollback", "1").status == 0)
    #expect(blog.set() == sets[0])
    #expect(try blog.run("rollback", "3").status == 0)
    #expect(blog.set() == sets[2])
    #expect(try blog.run("rollback", "4").status == 0)
    #expect(blog.set() == sets[0])
  }

  @Test("what it cannot do it says")
  func refusals() throws {
    let empty = try PublishedSite()
    let none = try empty.run("rollback")
    #expect(none.status == 66)
    #expect(none.errors.contains("there is no build to go back to"))
    let (blog, _) = try blog()
    let unknown = try blog.run("rollback", "17")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("there is no build 17"))
  }

  @Test("ten builds are kept, and no more")
  func bounds() throws {
    let blog = try PublishedSite(posts: 1)
    for number in 1...13 {
      try blog.post(1, title: "Title \(number)")
      #expect(try blog.publish().status == 0)
    }
    #expect(blog.site.names(".tidings/kept").count == 10)
    let run = try blog.run("rollback", "1")
    #expect(run.status == 66)
    #expect(run.errors.contains("the oldest that are belong to 3"), "\(run.errors)")
  }

  @Test("killed at any step, it is finished by the next run, or begun anew")
  func killed() throws {
    var step = 0
    while true {
      step += 1
      let (blog, sets) = try blog()
      let run = try blog.run("rollback", prefix: ["TIDINGS_CRASH_AT=\(step)"])
      if run.status == 0 { break }
      #expect(run.status == SIGKILL)
      for (index, file) in blog.set().enumerated() {
        #expect(file == sets[2][index] || file == sets[1][index], "step \(step)")
      }
      let again = try blog.run("rollback", "2")
      #expect(again.status == 0, "step \(step): \(again.errors)")
      #expect(blog.set() == sets[1], "step \(step)")
      #expect(blog.leftovers().isEmpty, "step \(step)")
    }
    #expect(step > 5)
  }
}
