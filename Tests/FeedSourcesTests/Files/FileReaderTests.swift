import Foundation
import Testing

@testable import FeedSources

@Suite struct FileReaderTests {
  @Test func readsOnFromWhereItStopped() throws {
    let folder = try TemporaryFolder()
    let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    try folder.write(bytes, to: "file")
    var reader = FileReader()
    try reader.open(folder.path + "/file")
    #expect(reader.bytes.isEmpty)
    #expect(try !reader.read(upTo: 10))
    #expect(Array(reader.bytes) == Array(bytes[..<10]))
    #expect(try !reader.read(upTo: 100_000))
    #expect(Array(reader.bytes) == Array(bytes[..<100_000]))
    reader.drop(99_990)
    #expect(Array(reader.bytes) == Array(bytes[99_990..<100_000]))
    try reader.readToEnd()
    #expect(Array(reader.bytes) == Array(bytes[99_990...]))
    #expect(try reader.read(upTo: 1_000_000))
    reader.drop(10_000_000)
    #expect(reader.bytes.isEmpty)
  }

  @Test func startsAtAnOffsetAndStopsAtALimit() throws {
    let folder = try TemporaryFolder()
    try folder.write("0123456789", to: "file")
    var reader = FileReader()
    try reader.open(folder.path + "/file", at: 3)
    try reader.readToEnd(limit: 4)
    #expect(String(decoding: reader.bytes, as: UTF8.self) == "3456")
    try reader.open(folder.path + "/file", at: 100)
    try reader.readToEnd()
    #expect(reader.bytes.isEmpty)
  }

  @Test func theNextFileDoesNotHoldTheLast() throws {
    let folder = try TemporaryFolder()
    try folder.write("long text", to: "a")
    try folder.write("x", to: "b")
    var reader = FileReader()
    try reader.open(folder.path + "/a")
    try reader.readToEnd()
    try reader.open(folder.path + "/b")
    try reader.readToEnd()
    #expect(String(decoding: reader.bytes, as: UTF8.self) == "x")
    reader.closeFile()
    #expect(reader.bytes.isEmpty)
  }

  @Test func saysWhatTheSystemSays() throws {
    let folder = try TemporaryFolder()
    var reader = FileReader()
    do {
      try reader.open(folder.path + "/none")
      Issue.record("opened")
    } catch {
      #expect(error.reason == "No such file or directory")
      #expect(error.path == folder.path + "/none")
    }
    try reader.open(folder.path)
    do {
      try reader.readToEnd()
      Issue.record("read a folder")
    } catch {
      #expect(error.reason == "Is a directory")
    }
  }

  @Test func aPipeDoesNotHangTheBuild() throws {
    let folder = try TemporaryFolder()
    try #require(mkfifo(folder.path + "/pipe.md", 0o600) == 0)
    // It is read, so that the report has it.
    #expect(try PostFiles(folder: folder.path).files.count == 1)
    var reader = FileReader()
    try reader.open(folder.path + "/pipe.md")
    #expect(try reader.read(upTo: 10))
  }

  @Test func tellsFilesFromFolders() throws {
    let folder = try TemporaryFolder()
    try folder.write("12345", to: "sub/file")
    #expect(FileSystem.kind(of: folder.path + "/sub") == .folder)
    #expect(FileSystem.kind(of: folder.path + "/sub/file") == .file)
    #expect(FileSystem.kind(of: folder.path + "/none") == nil)
    #expect(FileSystem.kind(of: "/dev/null") == .other)
    #expect(FileSystem.size(ofFile: folder.path + "/sub/file") == 5)
    #expect(FileSystem.size(ofFile: folder.path + "/sub") == nil)
    #expect(try FileSystem.names(inFolder: folder.path) == ["sub"])
  }

  @Test(
    arguments: [
      ("a.mp3", "audio/mpeg"), ("/x/A.MP3", "audio/mpeg"),
      ("https://x.example/a.png?b=c.mp3", "image/png"),
      ("a.mp3#t=1", "audio/mpeg"), ("a", nil), ("x.d/file", nil), ("https://x.example", nil),
      ("a.nothing", nil),
    ] as [(String, String?)]
  )
  func knowsMediaTypes(_ name: String, _ type: String?) {
    #expect(MediaType.ofFile(named: name) == type)
  }
}
