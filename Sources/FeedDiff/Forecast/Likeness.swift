/// Estimates of how much two texts have in common, from 0 to 1, as twice what they share by their
/// lengths together: what Python's `SequenceMatcher` calls their ratio, in linear time.
enum Likeness {
  /// More of a title is not looked at, in characters.
  private static let longestTitle = 256

  /// The longest common subsequence of two titles.
  static func ofTitles(_ left: String, _ right: String) -> Double {
    let (left, right) = (
      Array(left.unicodeScalars.prefix(longestTitle)),
      Array(right.unicodeScalars.prefix(longestTitle))
    )
    guard !left.isEmpty || !right.isEmpty else { return 1 }
    var row = [Int](repeating: 0, count: right.count + 1)
    for one in left {
      var diagonal = 0
      for (index, other) in right.enumerated() {
        let above = row[index + 1]
        row[index + 1] = one == other ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return 2 * Double(row[right.count]) / Double(left.count + right.count)
  }

  /// What two contents begin and end with alike, and the words that both have.
  static func ofContents(_ left: String, _ right: String) -> Double {
    let (left, right) = (Array(left.utf8), Array(right.utf8))
    let total = left.count + right.count
    guard total > 0 else { return 1 }
    let shorter = min(left.count, right.count)
    var start = 0
    while start < shorter, left[start] == right[start] { start += 1 }
    var end = 0
    while end < shorter - start, left[left.count - 1 - end] == right[right.count - 1 - end] {
      end += 1
    }
    let middle = (left[start..<left.count - end], right[start..<right.count - end])
    return 2 * Double(start + end + sharedBytes(middle.0, middle.1)) / Double(total)
  }

  /// How many bytes the words have that stand on both sides, as often as they do.
  private static func sharedBytes(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Int {
    var counts: [ArraySlice<UInt8>: Int] = [:]
    for word in left.split(separator: 0x20) { counts[word, default: 0] += 1 }
    var shared = 0
    for word in right.split(separator: 0x20) {
      guard let count = counts[word], count > 0 else { continue }
      counts[word] = count - 1
      shared += word.count + 1
    }
    return min(shared, min(left.count, right.count))
  }
}
