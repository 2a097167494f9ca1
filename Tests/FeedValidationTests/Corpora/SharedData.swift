import FeedValidation
import Foundation

/// Other people's feeds, beside the checkout where they are at hand.
enum SharedData {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared")

  /// Whether a file or folder of it is there.
  static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent(path).path)
  }

  /// The rows of a table as dictionaries by the names of its head.
  static func table(_ path: String) throws -> [[String: String]] {
    let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    let lines = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    guard let head = lines.first else { return [] }
    return lines.dropFirst().map { fields in
      Dictionary(zip(head, fields), uniquingKeysWith: { first, _ in first })
    }
  }

  static func bytes(_ path: String) throws -> [UInt8] {
    try [UInt8](Data(contentsOf: folder.appendingPathComponent(path)))
  }
}

extension FeedValidator {
  /// What a whole document comes to.
  static func report(
    _ bytes: [UInt8],
    _ settings: ValidationSettings,
    by size: Int = .max
  ) -> ValidationReport {
    let validator = FeedValidator(settings)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start < bytes.count {
        let end = start + min(size, bytes.count - start)
        validator.consume(UnsafeBufferPointer(rebasing: bytes[start..<end]))
        start = end
      }
    }
    return validator.finish()
  }
}
