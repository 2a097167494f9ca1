import Foundation
import Testing

@Suite("tidings publish", .timeLimit(.minutes(15)))
struct PublishCommandTests {
  @Test("says a line when something changed, nothing when nothing did, and then writes nothing")
  func quiet() throws {
    let blog = try PublishedSite()
    let first = try blog.publish()
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output == "published 3 files: public/feed.xml: new, with 5 entries\n")
    #expect(blog.leftovers().isEmpty)

    let before = try blog.state()
    let second = try blog.publish()
    #expect(second.status == 0 && second.output.isEmpty && second.errors.isEmpty)
    #expect(try blog.state() == before)
    #expect(try blog.publish("-v").output == "nothing to do\n")

    try blog.post(6)
    let third = try blog.publish()
    #expect(third.output == "published 3 files: public/feed.xml: 1 added\n", "\(third.errors)")
    #expect(try blog.publish("--quiet").output.isEmpty)
  }

  @Test("a feed that is missing, or was edited by somebody, is published again")
  func restored() throws {
    let blog = try PublishedSite()
    #expect(try blog.publish().status == 0)
    let published = blog.set()
    try FileManager.default.removeItem(
      at: blog.site.folder.appendingPathComponent("public/feed.xml")
    )
    try blog.site.write("public/atom.xml", "<feed/>")
    let again = try blog.publish()
    #expect(again.status == 0, "\(again.errors)")
    #expect(blog.set() == published)
  }

  @Test("files whose bytes stay keep their times")
  func unchangedFiles() throws {
    let blog = try PublishedSite(more: "")
    try blog.site.configure(feeds: "[feed.xml, {path: \"tags/{tag}.xml\", for: tag}]")
    try blog.site.post("t.md", "title: T\ndate: 2024-01-09\ntags: [rain]")
    blog.settle()
    #expect(try blog.publish().status == 0)
    let before = try blog.state()
    try blog.post(2, title: "Another title")
    #expect(try blog.publish().status == 0)
    let after = try blog.state()
    #expect(after["public/tags/rain.xml"] == before["public/tags/rain.xml"])
    #expect(after["public/feed.xml"] != before["public/feed.xml"])
  }

  @Test("compressed copies go with their documents, and come back when they are missing")
  func compressed() throws {
    let blog = try PublishedSite(more: "publish: {gzip: true}")
    #expect(
      try blog.publish().output == "published 6 files: public/feed.xml: new, with 5 entries\n"
    )
    func unpacked(_ name: String) throws -> Data {
      let run = try Tool.run(
        "",
        [],
        in: blog.site.folder,
        prefix: ["sh", "-c", "gzip -dc public/\(name).gz"]
      )
      #expect(run.status == 0, "\(run.errors)")
      return Data(run.output.utf8)
    }
    for name in PublishedSite.feeds {
      #expect(try unpacked(name) == blog.site.data("public/" + name))
    }
    let copy = blog.site.data("public/feed.xml.gz")
    let state = try blog.state()
    #expect(try blog.publish().output.isEmpty)
    #expect(try blog.state() == state)

    try FileManager.default.removeItem(
      at: blog.site.folder.appendingPathComponent("public/feed.xml.gz")
    )
    #expect(try blog.publish().output == "published 1 file: public/feed.xml.gz\n")
    #expect(blog.site.data("public/feed.xml.gz") == copy)
    try blog.post(6)
    #expect(try blog.publish().status == 0)
    #expect(try unpacked("atom.xml") == blog.site.data("public/atom.xml"))
    #expect(try blog.run("rollback").status == 0)
    #expect(blog.site.data("public/feed.xml.gz") == copy)
  }

  @Test("a rehearsal shows what would be done, and touches nothing")
  func rehearsal() throws {
    let blog = try PublishedSite()
    let before = try blog.state()
    let first = try blog.publish("--dry-run")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("nothing was written"))
    #expect(try blog.state() == before)

    #expect(try blog.publish().status == 0)
    try blog.post(1, title: "Other")
    let published = try blog.state()
    let second = try blog.publish("--dry-run")
    #expect(second.output.contains("Post 1"), "\(second.output)")
    #expect(second.output.contains("what subscribers will see"))
    #expect(try blog.state() == published)
  }

  @Test(
    "gates refuse what would surprise subscribers, with what it would be and what lets it through"
  )
  func gates() throws {
    let blog = try PublishedSite()
    #expect(try blog.publish().status == 0)
    let published = blog.set()
    let configuration = try #require(blog.site.text("tidings.yml"))

    try blog.site.write("tidings.yml", configuration.replacing("/{slug}/", with: "/n/{slug}/"))
    blog.settle()
    let moved = try blog.publish()
    #expect(moved.status == 3)
    #expect(moved.output.contains("5 entries have other ids: the path changed"))
    #expect(moved.errors.contains("5 entries re-identified, which readers show again"))
    #expect(moved.errors.contains("and so in 2 other feeds"))
    #expect(moved.errors.contains("--max-reidentified 5 lets it through"))
    #expect(moved.errors.hasSuffix("nothing was published.\n"))
    #expect(blog.set() == published)
    #expect(blog.leftovers().isEmpty)

    try blog.site.write("tidings.yml", configuration)
    for number in 6...9 { try blog.post(number) }
    let many = try blog.publish("--max-new", "3")
    #expect(many.status == 3)
    #expect(many.errors.contains("4 entries new, of 5; 3 may be"), "\(many.errors)")
    #expect(blog.set() == published)
    let all = try blog.publish("--max-new", "80%")
    #expect(all.status == 0, "\(all.errors)")

    for number in 4...9 {
      try FileManager.default.removeItem(
        at: blog.site.folder.appendingPathComponent("posts/p\(number).md")
      )
    }
    let gone = try blog.publish()
    #expect(gone.status == 3)
    #expect(gone.errors.contains("6 entries gone, of 9; 50% may be"), "\(gone.errors)")
    #expect(try blog.publish("--max-removed", "6").status == 0)
  }

  @Test("limits of the configuration count, and are checked")
  func configuredGates() throws {
    let blog = try PublishedSite(more: "publish: {max_new: 1, max_bytes: 100000}")
    #expect(try blog.publish().status == 0)
    for number in 6...7 { try blog.post(number) }
    #expect(try blog.publish().status == 3)
    #expect(try blog.publish("--max-new", "2").status == 0)

    let configuration = try #require(blog.site.text("tidings.yml"))
    let wrong = [
      ("max_new: 1", "max_new: some", "max_new must be a number, a share such as 10%, or false"),
      ("max_new: 1", "max_knew: 1", "did you mean `max_new`?"),
      ("max_new: 1", "grace: long", "grace must be a time such as 30s, 10m, 2h or 1d"),
      ("max_bytes: 100000", "max_bytes: 0", "max_bytes must be a whole number"),
    ]
    for (right, wrong, message) in wrong {
      try blog.site.write("tidings.yml", configuration.replacing(right, with: wrong))
      let run = try blog.publish()
      #expect(run.status == 78)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.errors.contains("tidings.yml:"))
    }
    try blog.site.write("tidings.yml", configuration.replacing("100000", with: "500"))
    try blog.post(8)
    let large = try blog.publish()
    #expect(large.status == 3)
    #expect(large.errors.contains("more than 500"))
  }

  @Test("a half-built source: no entries, or a broken post, changes nothing")
  func halfBuilt() throws {
    let blog = try PublishedSite()
    #expect(try blog.publish().status == 0)
    let published = blog.set()
    try blog.site.write("posts/p3.md", "---\ntitle: [broken\n---\n")
    let broken = try blog.publish()
    #expect(broken.status == 65)
    #expect(broken.errors.contains("posts/p3.md:"))
    #expect(blog.set() == published)

    for number in 1...5 {
      try FileManager.default.removeItem(
        at: blog.site.folder.appendingPathComponent("posts/p\(number).md")
      )
    }
    let empty = try blog.publish("--max-removed", "100%")
    #expect(empty.status == 3)
    #expect(empty.errors.contains("0 entries left of 5"), "\(empty.errors)")
    #expect(blog.set() == published)
    #expect(try blog.publish("--max-removed", "100%", "--min-entries", "0").status == 0)
  }

  @Test("what a feed said of its time of change is not taken back when the newest post goes")
  func updatedNeverGoesBack() throws {
    let blog = try PublishedSite()
    #expect(try blog.publish().status == 0)
    let before = try #require(blog.site.text("public/atom.xml"))
    let updated = try #require(before.firstMatch(of: #/<updated>([^<]*)/#)?.1)
    try FileManager.default.removeItem(at: blog.site.folder.appendingPathComponent("posts/p5.md"))
    #expect(try blog.publish().status == 0)
    let after = try #require(blog.site.text("public/atom.xml"))
    #expect(after.firstMatch(of: #/<updated>([^<]*)/#)?.1 == updated)
    #expect(!after.contains("Post 5"))
    let state = try blog.state()
    #expect(try blog.publish().status == 0)
    #expect(try blog.state() == state)
  }

  @Test("a clock that went back is not believed")
  func clockWentBack() throws {
    let blog = try PublishedSite()
    #expect(try blog.publish(at: "2025-03-01").status == 0)
    try blog.post(6)
    let run = try blog.publish(at: "2024-01-01")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.errors.contains("the last build was made at 2025-03-01T00:00:00Z"))
    #expect(blog.site.text("public/feed.xml")?.contains("Post 6") == true)
  }

  @Test("a scheduled post comes out when it is due, an expired one goes, and next-due tells when")
  func scheduled() throws {
    let blog = try PublishedSite(more: "publish: {grace: 10m}")
    try blog.site.post("later.md", "title: Later\ndate: 2024-07-02T10:00:00Z")
    try blog.site.post("sale.md", "title: Sale\ndate: 2024-01-03\nexpires: 2024-07-05T00:00:00Z")
    blog.settle()
    #expect(try blog.publish(at: "2024-07-01").status == 0)
    func due(_ date: String) throws -> String { try blog.run("next-due", "--as-of", date).output }
    #expect(try due("2024-07-01") == "2024-07-02T10:10:00Z\n")
    #expect(try blog.publish(at: "2024-07-02T10:09:00Z").output.isEmpty)
    let released = try blog.publish(at: "2024-07-02T10:10:00Z")
    #expect(released.output == "published 3 files: public/feed.xml: 1 added\n")
    #expect(try due("2024-07-02T10:10:00Z") == "2024-07-05T00:10:00Z\n")
    #expect(try blog.publish(at: "2024-07-05T00:10:00Z").output.contains("1 removed"))
    #expect(try due("2024-07-06").isEmpty)
  }

  @Test("what was written a moment ago waits, if the site says so")
  func minimumAge() throws {
    let blog = try PublishedSite(more: "publish: {min_age: 1h}")
    let date = ISO8601DateFormatter().string(from: Date())
    let young = try blog.publish("-v", at: date)
    #expect(young.status == 0)
    #expect(young.output.contains("was written to a moment ago"), "\(young.output)")
    #expect(blog.site.data("public/feed.xml") == nil)
    let later = ISO8601DateFormatter().string(from: Date(timeIntervalSinceNow: 4_000))
    #expect(try blog.publish(at: later).output.hasPrefix("published 3 files"))
  }

  @Test("of runs at the same time one publishes, and the others say so")
  func overlapping() throws {
    let blog = try PublishedSite()
    #expect(try blog.publish().status == 0)
    let lock = blog.site.folder.appendingPathComponent(".tidings/publish.lock").path
    let descriptor = open(lock, O_RDWR)
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let second = try blog.publish()
    #expect(second.status == 75)
    #expect(second.errors.contains("another run is at work"))
    let quiet = try blog.publish("--skip-if-locked")
    #expect(quiet.status == 0 && quiet.errors.isEmpty && quiet.output.isEmpty)
    // However the holder ends, the lock is free.
    close(descriptor)
    #expect(try blog.publish().status == 0)
  }

  @Test("without a history nothing can be published")
  func noHistory() throws {
    let blog = try PublishedSite(more: "history: false")
    let run = try blog.publish()
    #expect(run.status == 78)
    #expect(run.errors.contains("take `history: false` out of it"))
  }

  @Test("a history that is damaged stops the run before anything is touched")
  func damagedHistory() throws {
    let blog = try PublishedSite()
    #expect(try blog.publish().status == 0)
    let published = blog.set()
    try blog.post(6)
    try blog.site.write(".tidings/history.sqlite", String(repeating: "no database ", count: 500))
    let run = try blog.publish()
    #expect(run.status == 74)
    #expect(run.errors.contains("without the file the next run begins a new history"))
    #expect(blog.set() == published)
  }
}
