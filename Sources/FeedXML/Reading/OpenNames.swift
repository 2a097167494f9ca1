/// The names of the elements that are open, as written, one behind the other.
struct OpenNames {
  private var bytes: [UInt8] = []
  private var starts: [Int] = []

  var count: Int { starts.count }
  var isEmpty: Bool { starts.isEmpty }
  /// The innermost one.
  var last: String? { starts.isEmpty ? nil : name(count - 1) }

  @inline(__always)
  mutating func push(_ name: UnsafeBufferPointer<UInt8>) {
    starts.append(bytes.count)
    bytes.append(contentsOf: name)
  }

  @inline(__always)
  mutating func pop() {
    guard let start = starts.popLast() else { return }
    bytes.removeLast(bytes.count - start)
  }

  /// Whether the innermost one is of the name.
  @inline(__always)
  func endsWith(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let start = starts.last, bytes.count - start == name.count else { return false }
    guard let wanted = name.baseAddress else { return true }
    // A call would take longer than names are.
    return bytes.withUnsafeBufferPointer {
      var index = 0
      while index < name.count, $0[start + index] == wanted[index] { index += 1 }
      return index == name.count
    }
  }

  func name(_ index: Int) -> String {
    let end = index + 1 < starts.count ? starts[index + 1] : bytes.count
    return String(decoding: bytes[starts[index]..<end], as: UTF8.self)
  }

  /// The innermost element of the name.
  func lastIndex(of wanted: String) -> Int? {
    starts.indices.last { name($0) == wanted }
  }
}
