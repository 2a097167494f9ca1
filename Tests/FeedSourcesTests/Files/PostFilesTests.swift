import Testing

@testable import FeedSources

@Suite struct PostFilesTests {
  private func paths(
    _ site: TemporaryFolder,
    include: [String] = [],
    exclude: [String] = [],
    sectionFiles: [String] = []
  ) throws -> [String] {
    try PostFiles(
      folder: site.path,
      include: include.map { PathPattern($0) },
      exclude: exclude.map { PathPattern($0) },
      sectionFiles: sectionFiles
    ).files.map(\.relativePath)
  }

  @Test func listsPostsFolderByFolder() throws {
    let site = try TemporaryFolder()
    for name in ["b.md", "a/z.md", "a/A.MD", "a.mdx", "c/index.html", "é.markdown", "x.jsonl"] {
      try site.write("", to: name)
    }
    #expect(
      try paths(site) == [
        "a/A.MD", "a/z.md", "a.mdx", "b.md", "c/index.html", "x.jsonl", "é.markdown",
      ]
    )
  }

  @Test func passesOverHiddenFilesAndPackages() throws {
    let site = try TemporaryFolder()
    for name in [".hidden.md", ".git/a.md", "node_modules/x/readme.md", "a.md", "a.png", "b"] {
      try site.write("", to: name)
    }
    #expect(try paths(site) == ["a.md"])
  }

  @Test func saysWhatItLeavesOut() throws {
    let site = try TemporaryFolder()
    for name in ["a.md", "_index.md", "b.rst", "c.adoc", "old/d.md", "e.html", "f.css"] {
      try site.write("", to: name)
    }
    let files = try PostFiles(
      folder: site.path,
      include: [PathPattern("*.md")],
      exclude: [PathPattern("old")],
      sectionFiles: ["_index.md"]
    )
    #expect(files.files.map(\.relativePath) == ["a.md"])
    #expect(
      files.excluded.map { "\($0.relativePath): \($0.reason)" } == [
        "_index.md: sectionFile", "b.rst: unsupportedMarkup(\"rst\")",
        "c.adoc: unsupportedMarkup(\"adoc\")", "e.html: pattern", "old/d.md: pattern",
      ]
    )
  }

  @Test func aFolderWithTheEndingOfAPostIsAFolder() throws {
    let site = try TemporaryFolder()
    try site.write("", to: "my.md/index.md")
    #expect(try paths(site) == ["my.md/index.md"])
  }

  @Test func goesAsDeepAsThereAreFolders() throws {
    let site = try TemporaryFolder()
    let path = String(repeating: "a/", count: 200) + "b.md"
    try site.write("", to: path)
    #expect(try paths(site) == [path])
  }

  @Test func followsLinksAndEndsCircles() throws {
    let site = try TemporaryFolder()
    try site.write("", to: "posts/a.md")
    try site.write("", to: "elsewhere/b.md")
    try site.link("posts/self", to: ".")
    try site.link("posts/up", to: "..")
    try site.link("posts/linked.md", to: "../elsewhere/b.md")
    // Sorts before the folder that it leads to, which keeps its own name all the same.
    try site.link("a-link", to: "posts")
    try site.link("broken.md", to: "nowhere.md")
    #expect(
      try paths(site) == ["broken.md", "elsewhere/b.md", "posts/a.md", "posts/linked.md"]
    )
    // A link out of the folder is followed.
    let other = try TemporaryFolder()
    try other.link("in", to: site.path + "/elsewhere")
    #expect(try paths(other) == ["in/b.md"])
  }

  @Test func manyCirclesTakeNoTime() throws {
    let site = try TemporaryFolder()
    for folder in 0..<12 {
      try site.write("", to: "\(folder)/a.md")
      for other in 0..<12 { try site.link("\(folder)/to-\(other)", to: "../\(other)") }
    }
    #expect(try paths(site).count == 12)
  }

  @Test func aMissingFolderIsAnError() throws {
    #expect(throws: FileError.self) { try PostFiles(folder: "/nowhere/at/all") }
  }
}
