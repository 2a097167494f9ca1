import Foundation
import Testing

/// Runs that are killed between any two steps, and the runs after them.
@Suite("tidings publish, killed", .timeLimit(.minutes(15)))
struct PublishCrashTests {
  /// A published blog with changes that wait.
  private func changed() throws -> PublishedSite {
    let blog = try PublishedSite(more: "ids: true")
    #expect(try blog.publish().status == 0)
    try blog.post(1, title: "Another title")
    try blog.post(6)
    return blog
  }

  @Test("at every step the old set or the new one is there, and the next run finishes")
  func everyStep() throws {
    let whole = try changed()
    let old = whole.set()
    #expect(try whole.publish().status == 0)
    let new = whole.set()
    #expect(zip(old, new).allSatisfy { $0 != $1 })

    var step = 0
    while true {
      step += 1
      let blog = try changed()
      #expect(blog.set() == old)
      let run = try blog.publish(prefix: ["TIDINGS_CRASH_AT=\(step)"])
      if run.status == 0 { break }
      #expect(run.status == SIGKILL, "step \(step): \(run.errors)")
      for (index, file) in blog.set().enumerated() {
        #expect(file == old[index] || file == new[index], "step \(step)")
      }
      blog.settle()
      let next = try blog.publish()
      #expect(next.status == 0, "step \(step): \(next.errors)")
      #expect(blog.set() == new, "step \(step)")
      #expect(blog.leftovers().isEmpty, "step \(step)")
      #expect(blog.site.data(".tidings/publish.journal") == nil, "step \(step)")
      try checkHistory(of: blog, step)
      let ids = try #require(blog.site.text("tidings.ids"))
      #expect(ids == whole.site.text("tidings.ids"), "step \(step)")
      let state = try blog.state()
      #expect(try blog.publish().output.isEmpty)
      #expect(try blog.state() == state, "step \(step): the third run writes")
    }
    #expect(step > 10)
  }

  /// The change is in the history once.
  private func checkHistory(of blog: PublishedSite, _ step: Int) throws {
    let history = try blog.run("history").output
    #expect(history.split(separator: "\n").count == 2, "step \(step): \(history)")
    let last = try blog.run("diff", "--format", "json").output
    #expect(last.contains("\"added\": 1"), "step \(step): \(last)")
    #expect(last.contains("\"changed\": 1"), "step \(step): \(last)")
  }

  @Test("killed again and again, it gets there all the same")
  func again() throws {
    let whole = try changed()
    #expect(try whole.publish().status == 0)
    let blog = try changed()
    for step in [3, 5, 6, 2, 7, 4, 1] {
      _ = try blog.publish(prefix: ["TIDINGS_CRASH_AT=\(step)"])
    }
    #expect(try blog.publish().status == 0)
    #expect(blog.set() == whole.set())
    #expect(blog.leftovers().isEmpty)
  }

  @Test("a journal that is none stops everything, and says what to do")
  func strangeJournal() throws {
    let blog = try changed()
    let published = blog.set()
    try blog.site.write(".tidings/publish.journal", "junk\n")
    let run = try blog.publish()
    #expect(run.status == 74)
    #expect(run.errors.contains("remove it, and the next run begins anew"), "\(run.errors)")
    #expect(blog.set() == published)
  }

  @Test("a full disk changes nothing, and says so")
  func fullDisk() throws {
    let blog = try changed()
    let published = blog.set()
    // No file may have more than a block: what is larger is refused as on a full disk.
    let script = "ulimit -f 1; trap '' XFSZ; exec \"$0\" publish --as-of 2024-07-01"
    let run = try Tool.run("tidings", [], in: blog.site.folder, prefix: ["bash", "-c", script])
    #expect(run.status == 74, "\(run.errors)")
    #expect(run.errors.contains("cannot write"), "\(run.errors)")
    #expect(blog.set() == published)
    #expect(blog.leftovers().isEmpty)
    #expect(try blog.publish().status == 0)
  }

  @Test("a full file system changes nothing, says so, and is no trouble once it has room")
  func fullFileSystem() throws {
    // A file system of its own, which goes with the program that has it.
    let namespace = ["unshare", "--map-root-user", "--mount", "bash", "-c"]
    let probe = Process()
    probe.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    probe.arguments = namespace + ["mount -t tmpfs none /mnt"]
    probe.standardError = FileHandle.nullDevice
    guard (try? probe.run()) != nil else { return }
    probe.waitUntilExit()
    guard probe.terminationStatus == 0 else { return }
    let blog = try PublishedSite()
    let script = """
      mkdir disk && mount -t tmpfs -o size=2m none disk && cp -r posts tidings.yml disk && cd disk
      sleep 0.1
      "$0" publish --as-of 2024-07-01 >/dev/null || exit 1
      before=$(cat public/* | cksum)
      echo "More words." >>posts/p1.md
      dd if=/dev/zero of=filler bs=1k 2>/dev/null
      sleep 0.1
      "$0" publish --as-of 2024-07-01
      echo "full: $?"
      [ "$before" = "$(cat public/* | cksum)" ] && echo "as before: $(ls -A public | xargs)"
      rm filler
      "$0" publish --as-of 2024-07-01 >/dev/null
      echo "room: $?"
      [ "$before" = "$(cat public/* | cksum)" ] || echo "news: $(ls -A public | xargs)"
      """
    let run = try Tool.run("tidings", [], in: blog.site.folder, prefix: namespace + [script])
    #expect(run.errors.contains("No space left on device"), "\(run.errors)")
    #expect(
      run.output == """
        full: 74
        as before: atom.xml feed.json feed.xml
        room: 0
        news: atom.xml feed.json feed.xml

        """,
      "\(run.output)\(run.errors)"
    )
  }

  @Test("an output folder that is read-only is told of")
  func readOnly() throws {
    guard getuid() != 0 else { return }
    let blog = try changed()
    let folder = blog.site.folder.appendingPathComponent("public").path
    chmod(folder, 0o555)
    let run = try blog.publish()
    chmod(folder, 0o755)
    #expect(run.status == 74)
  }
}
