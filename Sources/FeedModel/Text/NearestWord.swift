/// Finds the word that was meant by one that is not known.
public enum NearestWord {
  /// The known word with the fewest changes to it, or nil when none is near.
  public static func to(_ word: String, among known: [String]) -> String? {
    let wanted = Array(word.lowercased().utf8)
    guard !wanted.isEmpty, wanted.count <= 64 else { return nil }
    // A short word is near to many others, so it must match better.
    let limit = max(1, wanted.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in known {
      // As many changes are needed as there are bytes too many or too few.
      guard abs(candidate.utf8.count - wanted.count) <= limit else { continue }
      let distance = editDistance(wanted, Array(candidate.lowercased().utf8))
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// The number of bytes to change, insert, remove or swap with their neighbour (optimal string
  /// alignment), three rows at a time.
  package static func editDistance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for (j, b) in right.enumerated() {
        var distance = min(last[j] + (a == b ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a == right[j - 1], b == left[i - 1] {
          distance = min(distance, beforeLast[j - 1] + 1)
        }
        row.append(distance)
      }
      beforeLast = last
      last = row
    }
    return last[right.count]
  }
}
