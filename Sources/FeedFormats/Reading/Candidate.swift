/// A value that several elements may give: the first of the best rank counts.
struct Candidate<Value> {
  private(set) var value: Value?
  private var rank = Int.max

  /// No value yet.
  init() {}

  /// Takes a value unless there is one that counts as much. Lower ranks count more.
  mutating func offer(_ new: Value?, rank: Int = 0) {
    guard let new, rank < self.rank else { return }
    value = new
    self.rank = rank
  }
}
