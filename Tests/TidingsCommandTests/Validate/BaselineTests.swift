import Foundation
import Testing

@Suite("tidings validate, baselines")
struct BaselineTests {
  private func validate(_ site: Site, _ arguments: String...) throws -> Tool.Run {
    try Tool.run("tidings", ["validate"] + arguments, in: site.folder)
  }

  private func item(_ id: String, _ more: String) -> String {
    "<item><title>T</title><guid>https://example.org/\(id)</guid>\(more)</item>\n"
  }

  @Test("what is known is not told, wherever it moves; what is new is")
  func knownAndNew() throws {
    let site = try Site()
    try site.write("p/feed.xml", SampleFeed.valid(items: item("a", "<wrong/>")))
    let learnt = try validate(site, "--write-baseline", "known.json", "p/feed.xml")
    #expect(learnt.status == 0)
    #expect(learnt.output.isEmpty)
    #expect(learnt.errors == "note: wrote known.json: 1 known finding\n")
    #expect(site.text("known.json")?.contains("\"entry\": \"https://example.org/a\"") == true)
    #expect(site.text("known.json")?.contains("\"p/feed.xml\"") == true)

    // Posts before it move it down.
    let more = item("b", "") + "\n\n" + item("c", "") + item("a", "<wrong/>")
    try site.write("p/feed.xml", SampleFeed.valid(items: more))
    let known = try validate(site, "--baseline", "known.json", "p/feed.xml")
    #expect(known.status == 0)
    #expect(known.output == "nothing new in 1 file; 1 known to the baseline\n")

    // From elsewhere, by another path.
    let elsewhere = try Tool.run(
      "tidings",
      ["validate", "--baseline", "../known.json", site.folder.path + "/p/feed.xml"],
      in: site.folder.appendingPathComponent("p")
    )
    #expect(elsewhere.status == 0, "\(elsewhere.output)")

    // Another entry, another element, and once more of the same.
    for items in [
      item("b", "<wrong/>"), item("a", "<other/>"), item("a", "<wrong/><wrong/>"),
    ] {
      try site.write("p/feed.xml", SampleFeed.valid(items: items))
      let run = try validate(site, "--baseline", "known.json", "p/feed.xml")
      #expect(run.status == 1, "\(items): \(run.output)")
    }
  }

  @Test("what is known and wrong no more is told, so that nothing new hides behind it")
  func gone() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.valid(items: item("a", "<wrong/><other/>")))
    #expect(try validate(site, "--write-baseline", "known.json", "feed.xml").status == 0)
    try site.write("feed.xml", SampleFeed.valid(items: item("a", "<wrong/>")))
    let run = try validate(site, "--baseline", "known.json", "feed.xml")
    #expect(run.status == 0)
    #expect(
      run.output == """
        nothing new in 1 file; 1 known to the baseline
        1 finding of the baseline is gone; --write-baseline writes it anew

        """
    )
  }

  @Test("a baseline that the configuration names and nobody has is told of where it is named")
  func missing() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.valid())
    try site.write("tidings.yml", "validate:\n  baseline: known.json\n")
    let run = try validate(site, "feed.xml")
    #expect(run.status == 2)
    #expect(run.errors.contains("tidings.yml:2:13: error: there is no baseline known.json"))
    #expect(run.errors.contains("--write-baseline known.json writes one"))
  }

  @Test("more findings of a rule than are told")
  func many() throws {
    let site = try Site()
    let items = String(repeating: "<item><title>T</title></item>\n", count: 500)
    try site.write("feed.xml", SampleFeed.valid(items: items))
    #expect(try validate(site, "--write-baseline", "known.json", "feed.xml").status == 0)
    let known = try validate(site, "--strict", "--baseline", "known.json", "feed.xml")
    #expect(known.output == "nothing new in 1 file; 500 known to the baseline\n")
    #expect(known.status == 0)
  }

  @Test("what could not be checked leaves the baseline as it is")
  func failures() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.doubtful())
    #expect(try validate(site, "--write-baseline", "known.json", "feed.xml").status == 0)
    let before = site.text("known.json")
    let run = try validate(site, "--write-baseline", "known.json", "feed.xml", "nowhere.xml")
    #expect(run.status == 2)
    #expect(run.errors.contains("known.json was not written, as not everything could be checked"))
    #expect(site.text("known.json") == before)
  }

  @Test("other JSON is no baseline")
  func otherJSON() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.valid())
    try site.write("package.json", #"{"name": "x", "version": "1"}"#)
    let run = try validate(site, "--baseline", "package.json", "feed.xml")
    #expect(run.status == 2)
    #expect(run.errors.contains("package.json:1:2: error: there is no list of documents in it"))
  }

  @Test("what is known is still wrong")
  func validity() throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.invalid())
    #expect(try validate(site, "--write-baseline", "known.json", "feed.xml").status == 0)
    let run = try validate(site, "--format", "json", "--baseline", "known.json", "feed.xml")
    #expect(run.status == 0)
    #expect(run.output.contains("\"valid\": false"))
  }

  @Test("standard input has a baseline, too")
  func standardInput() throws {
    let site = try Site()
    let input = Data(SampleFeed.invalid().utf8)
    _ = try ValidateTool.run(
      ["validate", "--write-baseline", "k.json", "-"],
      input: input,
      in: site.folder
    )
    let run = try ValidateTool.run(
      ["validate", "--baseline", "k.json", "-"],
      input: input,
      in: site.folder
    )
    #expect(run.status == 0, "\(run.output)")
  }

  @Test(
    "a file that is no baseline names the place",
    arguments: [
      "", "[]", "{\"documents\": []}", "{\"documents\": {\"a\": [1]}}",
      "{\"documents\": {\"a\": [{\"path\": \"x\"}]}}", "{\"documents\": {}} x",
    ]
  )
  func broken(text: String) throws {
    let site = try Site()
    try site.write("feed.xml", SampleFeed.valid())
    try site.write("known.json", text)
    let run = try validate(site, "--baseline", "known.json", "feed.xml")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("known.json:1:"), "\(run.errors)")
  }
}
