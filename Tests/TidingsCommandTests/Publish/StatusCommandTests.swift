import Foundation
import TestSupport
import Testing

@Suite("tidings status", .timeLimit(.minutes(15)))
struct StatusCommandTests {
  @Test("tells of builds, of who waits, of what is due, and writes nothing")
  func status() throws {
    let server = try ScriptedServer(["/hub": [.answer(500)]])
    let blog = try PublishedSite(posts: 2)
    try blog.site.configure(
      more: "publish: {notify: {hubs: [\"\(server.url("/hub"))\"], allow_private: true}}"
    )
    try blog.site.post("later.md", "title: Later\ndate: 2096-01-01T00:00:00Z")
    blog.settle()
    #expect(
      try blog.run("status").output == "nothing was published yet\nnext due: 2096-01-01T00:00:00Z\n"
    )
    #expect(try blog.publish(at: "2024-07-01").status == 0)
    try blog.post(3)
    #expect(try blog.publish(at: "2024-07-02").status == 0)

    let before = try blog.state()
    let run = try blog.run("status")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.contains("    2  2024-07-02 00:00  public/feed.xml: 1 added\n"))
    #expect(run.output.contains("tidings rollback can go back to build 1\n"))
    #expect(run.output.contains("websub  \(server.url("/hub"))  https://example.org/feed.xml"))
    #expect(run.output.contains("the server answered 500"))
    #expect(run.output.contains("next due: 2096-01-01T00:00:00Z\n"))
    #expect(try blog.state() == before)

    let json = try blog.run("status", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    #expect((object?["builds"] as? [[String: Any]])?.map { $0["build"] as? Int } == [2, 1])
    #expect((object?["waiting"] as? [[String: Any]])?.first?["attempts"] as? Int == 1)
    #expect(object?["kept"] as? [Int] == [1])
  }

  @Test("tells of a run that was killed, until the next one has completed it")
  func killed() throws {
    let blog = try PublishedSite(posts: 2)
    #expect(try blog.publish().status == 0)
    try blog.post(3)
    // Between the journal and the first file.
    #expect(try blog.publish(prefix: ["TIDINGS_CRASH_AT=4"]).status == SIGKILL)
    let run = try blog.run("status")
    #expect(run.status == 69)
    #expect(run.output.contains("a run was killed: the next one puts 3 files in place"))
    blog.settle()
    #expect(try blog.publish().status == 0)
    #expect(try blog.run("status").status == 0)
  }
}
